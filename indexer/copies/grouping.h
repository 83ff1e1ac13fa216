// Which new articles are copies of one another or of articles that the index has.
//
// Min-hashing with few hashes (Broder 1997) proposes: whoever shares one is a candidate, those that share
// more come first. Word for word comparison decides. Both look at mapped files, so the work grows with the
// new articles and the candidates among the old ones, and memory does not grow with the index.
#pragma once

#include <functional>
#include <vector>

#include "indexer/copies/words.h"
#include "schema/index/columns.h"
#include "schema/index/copies.h"
#include "schema/index/positions.h"

namespace broadsheet::copies {

// A segment that the index has. What it points to must outlive the call.
struct KnownSegment {
    const Copies* copies = nullptr;
    const Positions* positions = nullptr;
    const Columns* columns = nullptr;
    std::function<bool(DocId)> has;  // whether the article is still there
};

// Articles that were built together, and what to add to their numbers to get those in the new segment.
struct NewArticles {
    const WordsFile* words = nullptr;
    std::int64_t offset = 0;
};

// The segment that they went into.
struct NewSegment {
    std::vector<NewArticles> articles;
    const Positions* positions = nullptr;
    const Columns* columns = nullptr;
    std::vector<DocId> left_out;  // ascending
};

// Gives the new segment's file of copies its sketches and returns what it is to be finished with. Throws
// Error(index_damaged).
StoryRows group_copies(const NewSegment& segment, const std::vector<KnownSegment>& known, CopiesWriter& file);

}  // namespace broadsheet::copies
