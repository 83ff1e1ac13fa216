#include "searcher/match/fast/segment_index.h"

namespace broadsheet {

SegmentIndex::SegmentIndex(Snapshot& snapshot, std::size_t number)
    : snapshot_(snapshot),
      number_(number),
      columns_(*snapshot.columns(number)),
      postings_(snapshot.postings(number)),
      live_(snapshot.live(number)) {
    // Deleted documents that the columns have no rows for must not be met.
    if (postings_ != nullptr && postings_->last() > columns_.last()) postings_ = nullptr;
}

std::uint64_t SegmentIndex::frequency(const std::string& term) {
    const auto [place, is_new] = frequencies_.try_emplace(term, 0);
    if (!is_new) return place->second;
    // The packed lists have what was deleted since, too.
    const bool is_current = postings_ != nullptr && postings_->articles() == articles();
    const auto list = is_current ? postings_->find(term) : std::nullopt;
    return place->second = list ? list->postings() : database().get_termfreq(term);
}

PostingCursor SegmentIndex::open(const std::string& term) const {
    const auto list = postings_ != nullptr ? postings_->find(term) : std::nullopt;
    return list ? PostingCursor(*list) : PostingCursor(database(), term);
}

}  // namespace broadsheet
