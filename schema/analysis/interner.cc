#include "schema/analysis/interner.h"

#define XXH_INLINE_ALL  // tokens are short: the call would cost more than the hash
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace broadsheet {

namespace {

constexpr std::uint32_t free_cell = 0xffffffff;
constexpr std::size_t first_size = 1u << 12;
constexpr std::size_t block_bytes = 1u << 16;

}  // namespace

Interner::Interner() : cells_(first_size, Cell{0, free_cell}) {}

std::uint32_t Interner::number_of(std::string_view text, bool& is_new) {
    const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::size_t mask = cells_.size() - 1;
    std::size_t at = hash & mask;
    while (cells_[at].number != free_cell) {
        if (cells_[at].tag == tag && texts_[cells_[at].number] == text) {
            is_new = false;
            return cells_[at].number;
        }
        at = (at + 1) & mask;
    }
    is_new = true;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    cells_[at] = {tag, number};
    texts_.push_back(keep(text));
    if (texts_.size() * 3 > cells_.size() * 2) grow();
    return number;
}

std::string_view Interner::keep(std::string_view text) {
    if (blocks_.empty() || used_in_block_ + text.size() > block_bytes) {
        const std::size_t size = std::max(block_bytes, text.size());
        blocks_.push_back(std::make_unique<char[]>(size));
        bytes_in_blocks_ += size;
        used_in_block_ = 0;
    }
    char* place = blocks_.back().get() + used_in_block_;
    std::memcpy(place, text.data(), text.size());
    used_in_block_ += text.size();
    return {place, text.size()};
}

void Interner::grow() {
    std::vector<Cell> larger(cells_.size() * 2, Cell{0, free_cell});
    const std::size_t mask = larger.size() - 1;
    for (const Cell& cell : cells_) {
        if (cell.number == free_cell) continue;
        const std::string_view text = texts_[cell.number];
        std::size_t at = XXH3_64bits(text.data(), text.size()) & mask;
        while (larger[at].number != free_cell)
            at = (at + 1) & mask;
        larger[at] = cell;
    }
    cells_ = std::move(larger);
}

std::size_t Interner::memory() const {
    return cells_.size() * sizeof(Cell) + texts_.capacity() * sizeof(std::string_view) + bytes_in_blocks_;
}

void Interner::clear() {
    *this = Interner();  // gives the memory back, too
}

}  // namespace broadsheet
