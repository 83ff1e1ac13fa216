// What writing and reading word pairs have to agree on.
#pragma once

#include <array>

#include "schema/index/positions_layout.h"
#include "schema/index/word_pairs.h"

namespace broadsheet::word_pairs_layout {

// The rows of a pair in a part of the table.
constexpr std::array<std::uint32_t, 2> rows_of(WordPairs::Pair pair, std::uint32_t rows) {
    using positions_layout::share_of;
    const std::uint64_t hash = positions_layout::stirred(pair * 0x9e3779b97f4a7c15u + 1);
    return {share_of(hash, rows), share_of(hash << 32, rows)};
}

}  // namespace broadsheet::word_pairs_layout
