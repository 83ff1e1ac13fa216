// A trained tagger: rows of label weights by feature, transitions, and the word and name tables it was
// trained with.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/large_memory.h"
#include "indexer/entities/tagging/decoder.h"
#include "indexer/entities/tagging/features.h"
#include "indexer/entities/tagging/lexicon.h"

namespace broadsheet::entities {

// Weights of the labels other than `outside`, whose weight is 0 in every row: the others' are relative to it.
inline constexpr std::size_t row_width = label_count - 1;
using Row = std::array<std::int16_t, row_width>;

// Immutable once made; safe to read from many threads.
class Model {
public:
    struct Weights {
        std::uint32_t row = 0;  // below 1 << row_bits
        Row values{};           // within -127..127, or multiples of 8 within -1016..1016
    };
    // What the file holds.
    struct Contents {
        LargeVector<Lexicon::Slot> slots;
        std::vector<std::uint64_t> present;  // bit per possible row
        LargeVector<Row> rows;
        Transitions<std::int32_t> transitions{};
    };
    Model() = default;
    explicit Model(Contents contents);
    // `weights` by ascending row, each row once.
    Model(Lexicon lexicon, const std::vector<Weights>& weights, const Transitions<std::int32_t>& transitions);

    // Reads a file of pack()'s bytes. Throws Error (not_found, permission, index_damaged) with the file's
    // name.
    static Model load(const std::filesystem::path& file);
    // From and to a compressed file's bytes. unpack throws Error(index_damaged) that names `where`.
    static Model unpack(std::string_view bytes, std::string_view where);
    std::string pack() const;

    // The feature's weights; null where all are zero.
    const Row* row(std::uint32_t feature) const {
        const Block& block = blocks_[feature >> 6];
        const std::uint64_t bit = std::uint64_t{1} << (feature & 63);
        if ((block.present & bit) == 0) return nullptr;
        return &rows_[block.before + ones(block.present & (bit - 1))];
    }
    // Tells the processor that row(feature) is to come.
    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&blocks_[feature >> 6]); }
    const Lexicon& lexicon() const { return lexicon_; }
    const Transitions<std::int32_t>& transitions() const { return transitions_; }
    std::size_t rows() const { return rows_.size(); }

private:
    struct Block {
        std::uint64_t present = 0;
        std::uint64_t before = 0;  // rows in earlier blocks
    };
    void count_rows();
    // std::popcount, which without the processor's instruction for it is a call.
    static std::uint64_t ones(std::uint64_t bits) {
        bits -= bits >> 1 & 0x5555555555555555u;
        bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
        return ((bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u >> 56;
    }

    LargeVector<Block> blocks_ = LargeVector<Block>((std::size_t{1} << row_bits) / 64);
    LargeVector<Row> rows_;
    Transitions<std::int32_t> transitions_{};
    Lexicon lexicon_;
};

}  // namespace broadsheet::entities
