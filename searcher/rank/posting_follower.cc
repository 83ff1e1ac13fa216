#include "searcher/rank/posting_follower.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

PostingFollower::PostingFollower(Snapshot& snapshot, std::string term)
    : snapshot_(&snapshot), term_(std::move(term)), lists_(snapshot.segments().size()) {}

bool PostingFollower::has(Location location) {
    List& list = lists_[location.segment];
    if (list.cursor == nullptr || location.document < list.asked) {
        list.cursor = std::make_unique<PostingCursor>(
            snapshot_->postings(location.segment), snapshot_->segments()[location.segment].database, term_);
    }
    list.asked = location.document;
    if (!list.cursor->seek(location.document)) return false;
    const std::span<const DocId> documents = list.cursor->documents();
    return std::binary_search(documents.begin(), documents.end(), location.document);
}

}  // namespace broadsheet
