// What the fast matcher reads of one segment.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/index/columns.h"
#include "schema/index/snapshot.h"
#include "searcher/match/fast/posting_cursor.h"

namespace broadsheet {

// Used by one thread at a time; several segments can be used at the same time. The snapshot must outlive it.
class SegmentIndex {
public:
    // The segment has columns.
    SegmentIndex(Snapshot& snapshot, std::size_t number);

    Snapshot& snapshot() const { return snapshot_; }
    std::size_t number() const { return number_; }
    const Columns& columns() const { return columns_; }
    DocId last() const { return columns_.last(); }
    // Documents of the window that are in use and not to be left out.
    Mask live(Window window) const {
        Mask mask;
        mask.assign(live_, window.base);
        return mask;
    }

    bool is_live(DocId document) const {
        return document / 64 < live_.size() && (live_[document / 64] >> document % 64 & 1) != 0;
    }

    std::uint64_t articles() const { return database().get_doccount(); }
    // Articles that have the term, pending deletions among them.
    std::uint64_t frequency(const std::string& term);
    PostingCursor open(const std::string& term) const { return {postings_, database(), term}; }

    // Null where there are none.
    const WordPairs* word_pairs() const { return word_pairs_; }

private:
    const Xapian::Database& database() const { return snapshot_.segments()[number_].database; }

    Snapshot& snapshot_;
    std::size_t number_;
    const Columns& columns_;
    const Postings* postings_;  // null where there are none
    const WordPairs* word_pairs_;
    const std::vector<std::uint64_t>& live_;
    std::map<std::string, std::uint64_t> frequencies_;  // those asked for so far
};

}  // namespace broadsheet
