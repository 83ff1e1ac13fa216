// Strings to consecutive numbers.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace broadsheet {

// An open-addressing hash table over text kept in blocks, so that texts do not move. Not thread-safe.
class Interner {
public:
    Interner();

    // The number of `text`, from 0 in order of first sight; `is_new` tells whether this was the first.
    std::uint32_t number_of(std::string_view text, bool& is_new);

    std::string_view text(std::uint32_t number) const { return texts_[number]; }
    std::size_t size() const { return texts_.size(); }
    std::size_t memory() const;
    void clear();

private:
    struct Cell {
        std::uint32_t tag;     // upper half of the hash
        std::uint32_t number;  // or free_cell
    };

    std::string_view keep(std::string_view text);
    void grow();

    std::vector<Cell> cells_;  // a power of two of them, at most two thirds in use
    std::vector<std::string_view> texts_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_in_block_ = 0;  // the last one
    std::size_t bytes_in_blocks_ = 0;
};

}  // namespace broadsheet
