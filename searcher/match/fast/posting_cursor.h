// One posting list of a segment, read forwards in blocks: from the packed lists, or from Xapian where they do
// not have it.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>

#include "schema/index/postings.h"
#include "searcher/match/fast/window.h"

namespace broadsheet {

// Stands on a block: some of the list's postings, one behind the other. Not thread-safe.
class PostingCursor {
public:
    explicit PostingCursor(const PackedList& list) : list_(list), block_(no_block) {}
    // `packed` can be null.
    PostingCursor(const Postings* packed, const Xapian::Database& database, const std::string& term);

    // Goes forwards to the block in which `target`, or what follows it, is. False when nothing is left.
    bool seek(DocId target);
    // To the block behind this one.
    bool next_block();

    // Of the block the cursor is on. No document of it is below the first, which can be lower than it is.
    DocId first() const { return first_; }
    DocId last() const { return last_; }
    std::span<const DocId> documents();
    std::span<const DocId> documents_in(Window window);
    // How often each of the documents has the term.
    std::span<const std::uint32_t> occurrences();

    // How often one document has the term, at most; of all documents and of those of the block.
    std::uint32_t most_occurrences() const {
        return list_ ? list_->most_occurrences() : std::numeric_limits<std::uint32_t>::max();
    }
    std::uint32_t most_in_block() const {
        return list_ ? list_->most_occurrences(block_) : std::numeric_limits<std::uint32_t>::max();
    }

private:
    static constexpr std::size_t no_block = static_cast<std::size_t>(-1);

    bool stand_on(std::size_t block);
    bool read_block();

    std::optional<PackedList> list_;
    std::size_t block_ = no_block;
    bool has_documents_ = false;  // of this block
    bool has_occurrences_ = false;

    // Without a list.
    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;

    DocId first_ = 0;
    DocId last_ = 0;
    std::size_t count_ = 0;  // 0 in front of the first block and behind the last
    std::array<DocId, PackedList::block_size> documents_;
    std::array<std::uint32_t, PackedList::block_size> occurrences_;
};

}  // namespace broadsheet
