// The posting lists of a segment's frequent terms, packed into blocks and mapped: a copy of what Xapian
// holds, from which a matcher reads several times faster than through Xapian's iterators (measured on 100,000
// articles: about 20 ns a posting there, 1 here). Rare terms are left to Xapian, where opening a list is the
// cost.
//
// The file is derived: without it everything is read from Xapian. It has the documents that were there when
// it was written; those deleted since are still in its lists, and readers leave them out.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schema/index/manifest.h"
#include "schema/index/section_file.h"

namespace broadsheet {

// Terms of fewer articles are not in the file.
inline constexpr std::uint32_t least_packed_postings = 64;

// Writes the file of a segment's database.
void write_postings(const Xapian::Database& database, const std::filesystem::path& path, bool sync);

// One list; as valid as the Postings it is from.
class PackedList {
public:
    static constexpr std::size_t block_size = 128;  // postings; fewer in the last block

    std::uint32_t postings() const { return postings_; }
    // How often one article has the term, at most; of the list and of a block.
    std::uint32_t most_occurrences() const { return most_occurrences_; }
    std::uint32_t most_occurrences(std::size_t block) const {
        const std::uint32_t most = heads_[block].most_occurrences;
        return most == 0xffff ? most_occurrences_ : most;
    }

    std::size_t blocks() const { return heads_.size(); }
    // The first and the last document of a block; the first can be lower than it is.
    DocId first(std::size_t block) const { return block == 0 ? 1 : heads_[block - 1].last + 1; }
    DocId last(std::size_t block) const { return heads_[block].last; }
    // The first block from `from` on that reaches to the document; blocks() when none does.
    std::size_t find_block(DocId document, std::size_t from) const;

    // Documents of a block, ascending, and how often each has the term. Returns how many there are. Throws
    // Error(index_damaged).
    std::size_t documents(std::size_t block, std::array<DocId, block_size>& documents) const;
    void occurrences(std::size_t block, std::array<std::uint32_t, block_size>& occurrences) const;

private:
    friend class Postings;

    struct Head {
        DocId last;
        std::uint32_t offset;  // of the block's bytes in those of the list
        std::uint8_t document_bits;
        std::uint8_t occurrence_bits;
        std::uint16_t most_occurrences;  // of one article; 0xffff stands for more, too
    };

    std::size_t size(std::size_t block) const {
        return block + 1 < heads_.size() ? block_size : postings_ - block * block_size;
    }
    const char* bytes(std::size_t block, std::size_t begin, std::size_t size) const;
    [[noreturn]] static void damaged();

    std::uint32_t postings_ = 0;
    std::uint32_t most_occurrences_ = 0;
    std::uint32_t least_occurrences_ = 0;
    std::span<const Head> heads_;
    std::string_view bytes_;

    friend class PostingsWriter;
};

// Immutable; can be shared by threads.
class Postings {
public:
    // Throws as SectionFile does.
    Postings(const std::filesystem::path& path, const std::string& database_uuid);

    // Of the database when the file was written.
    DocId last() const { return about_[0]; }
    std::uint32_t articles() const { return about_[1]; }

    // Nothing for a term that is not in the file.
    std::optional<PackedList> find(std::string_view term) const;

    // The terms, ascending.
    std::size_t terms() const { return lists_.size(); }
    std::string_view term(std::size_t number) const;
    PackedList list(std::size_t number) const;

    void verify() const { file_.verify(); }

private:
    friend class PostingsWriter;

    struct List {
        std::uint64_t head;   // the first of its heads
        std::uint64_t bytes;  // where its bytes begin
        std::uint32_t postings;
        std::uint32_t most_occurrences;
        std::uint32_t least_occurrences;
        std::uint32_t term_end;  // in `terms`
    };

    SectionFile file_;
    std::span<const std::uint32_t> about_;
    std::string_view terms_;
    std::span<const List> lists_;
    std::span<const PackedList::Head> heads_;
    std::string_view bytes_;
};

}  // namespace broadsheet
