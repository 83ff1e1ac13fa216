// Hits without the copies among them.
#pragma once

#include <string>
#include <vector>

#include "schema/analysis/analyser.h"
#include "schema/index/snapshot.h"
#include "searcher/match/result.h"
#include "searcher/similar/ranking.h"
#include "searcher/similar/sketch.h"

namespace broadsheet {

// A hit that is no copy of one before it.
struct Story {
    RankedDocument document;
    StoredArticle stored;
    Sketch sketch;
    std::vector<std::string> copies;  // ids of later hits
};

struct FoldedHits {
    std::vector<Story> stories;          // in the order of the hits
    std::vector<std::string> of_source;  // ids of copies of the source
    std::size_t read = 0;                // of the hits: those that are a story or a copy
    bool is_complete = true;             // false: the deadline passed, and later hits may be stories, too
};

// The first `limit` stories of the hits; copies of `source` are none. Reads no more hits than it needs, and
// `limit` of them even after the deadline.
FoldedHits fold_copies(Snapshot& snapshot, const std::vector<RankedDocument>& hits, std::size_t limit,
                       const Article& source, Analyser& analyser, Deadline deadline);

}  // namespace broadsheet
