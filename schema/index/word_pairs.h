// Which frequent words stand side by side in which articles of a segment, so that phrases need not look at
// the positions of every article that has their words. For words that one article in 256 has, at least:
//
// - a pair that is frequent itself has a packed list of the articles in which it stands (after the nextword
//   index of Williams, Zobel and others: phrases of common words are what costs);
// - all other pairs set two bits for each of their articles in a table that has a column for each article
//   of a window and a row for each value of a hash. Reading two rows leaves the articles that have the pair,
//   and about one in twenty of those that have not (after Goodwin and others, BitFunnel, 2017).
//
// The file is derived from packed postings and positions: without it, positions decide.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "schema/index/manifest.h"
#include "schema/index/packed_lists.h"
#include "schema/index/section_file.h"

namespace broadsheet {

class Positions;
class Postings;

// Writes the file of the segment that both are of.
void write_word_pairs(const Postings& postings, const Positions& positions, const std::filesystem::path& path,
                      const std::string& database_uuid, bool sync);

// Immutable; can be shared by threads.
class WordPairs {
public:
    using Word = std::uint16_t;  // the number of a frequent word in this file
    using Pair = std::uint32_t;  // first word << 16 | second word

    static constexpr std::uint32_t window = 4096;  // documents

    // Throws as SectionFile does.
    WordPairs(const std::filesystem::path& path, const std::string& database_uuid);

    DocId last() const { return about_[0]; }

    // By stem_hash(); nothing for a word that is not frequent.
    std::optional<Word> word(std::uint64_t stem_hash) const;

    static constexpr Pair pair(Word first, Word second) { return Pair{first} << 16 | second; }

    // The articles in which the pair stands in one paragraph; nothing where it has no list.
    std::optional<PackedList> list(Pair pair) const;

    // Of a pair without a list: clears bits of documents that do not have it. `documents` are those from
    // `base`, a multiple of the window, to the end of the window.
    void filter(Pair pair, DocId base, std::span<std::uint64_t> documents) const;

    void verify() const { file_.verify(); }

private:
    friend class WordPairsWriter;

    // A part of the table.
    struct Rows {
        std::uint64_t begin;  // in `table`
        std::uint32_t count;
        std::uint32_t words;  // of 64 documents, in each
    };
    static constexpr std::uint32_t version = 1;

    SectionFile file_;
    std::span<const std::uint32_t> about_;
    std::span<const std::uint64_t> hashes_;  // of the words, ascending
    PackedLists lists_;                      // labelled with their pairs, ascending
    std::span<const Rows> windows_;
    std::span<const std::uint64_t> table_;
};

}  // namespace broadsheet
