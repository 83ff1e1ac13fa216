// A posting list over all segments that is followed forwards.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/match/fast/posting_cursor.h"

namespace broadsheet {

// Whether articles have a term: asked best in the ascending order of each segment's documents, as going back
// begins the list anew. Not thread-safe.
class PostingFollower {
public:
    // The snapshot must outlive it.
    PostingFollower(Snapshot& snapshot, std::string term);

    bool has(Location location);

private:
    struct List {
        std::unique_ptr<PostingCursor> cursor;  // null before it was asked for
        DocId asked = 0;                        // last
    };

    Snapshot* snapshot_;
    std::string term_;
    std::vector<List> lists_;  // by segment
};

}  // namespace broadsheet
