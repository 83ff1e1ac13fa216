#include "searcher/match/fast/segment_index.h"

namespace broadsheet {

SegmentIndex::SegmentIndex(Snapshot& snapshot, std::size_t number)
    : snapshot_(snapshot),
      number_(number),
      columns_(*snapshot.columns(number)),
      postings_(snapshot.postings(number)),
      word_pairs_(snapshot.word_pairs(number)),
      live_(snapshot.live(number)) {
    // Deleted documents that the columns have no rows for must not be met.
    if (postings_ != nullptr && postings_->last() > columns_.last()) postings_ = nullptr;
    if (word_pairs_ != nullptr && word_pairs_->last() > columns_.last()) word_pairs_ = nullptr;
}

std::uint64_t SegmentIndex::frequency(const std::string& term) {
    const auto [place, is_new] = frequencies_.try_emplace(term, 0);
    if (is_new) place->second = snapshot_.frequency(number_, term);
    return place->second;
}

}  // namespace broadsheet
