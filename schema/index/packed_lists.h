// Ascending documents with how often each has something, packed into blocks that can be read on their own:
// what the files of posting lists and of word pairs are made of.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index/manifest.h"
#include "schema/index/section_file.h"

namespace broadsheet {

// One list; as valid as the file it is from.
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
    friend class PackedLists;
    friend class PackedListsWriter;

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
};

// The lists of a file, by number. Immutable; can be shared by threads.
class PackedLists {
public:
    // Their sections of `file`, which must outlive them. Throws as SectionFile does.
    explicit PackedLists(const SectionFile& file);

    std::size_t size() const { return lists_.size(); }
    // A number that whoever wrote the list gave it.
    std::uint32_t label(std::size_t number) const { return lists_[number].label; }
    // With no document behind `last`. Throws Error(index_damaged).
    PackedList list(std::size_t number, DocId last) const;

private:
    friend class PackedListsWriter;

    struct List {
        std::uint64_t head;   // the first of its heads
        std::uint64_t bytes;  // where its bytes begin
        std::uint32_t postings;
        std::uint32_t most_occurrences;
        std::uint32_t least_occurrences;
        std::uint32_t label;
    };

    const SectionFile& file_;
    std::span<const List> lists_;
    std::span<const PackedList::Head> heads_;
    std::string_view bytes_;
};

// Writes lists one after the other. No other section may be begun before finish().
class PackedListsWriter {
public:
    explicit PackedListsWriter(SectionFileWriter& file);

    // Not empty. `documents` ascending, as many `occurrences`.
    void add(std::span<const DocId> documents, std::span<const std::uint32_t> occurrences,
             std::uint32_t label);
    void finish();

private:
    void add_block(std::span<const DocId> documents, std::span<const std::uint32_t> occurrences, DocId before,
                   std::uint32_t least);

    SectionFileWriter& file_;
    std::uint64_t written_ = 0;
    std::vector<PackedLists::List> lists_;
    std::vector<PackedList::Head> heads_;
    std::vector<std::uint32_t> gaps_;    // of a block
    std::vector<std::uint32_t> excess_;  // likewise: occurrences beyond the least of the list
    std::string packed_;                 // of a list
};

}  // namespace broadsheet
