// Looking through bytes and bits several at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet {

// Where the processor is not known to have an instruction for it, this is faster than std::popcount.
inline std::uint32_t count_ones(std::uint64_t word) {
    word -= word >> 1 & 0x5555555555555555u;
    word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
    word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return static_cast<std::uint32_t>(word * 0x0101010101010101u >> 56);
}

// The bit after the count-th zero (from 1); 0 when count is 0, and behind the last one when there are fewer.
std::size_t after_zeros(std::string_view bits, std::uint32_t count);

// Ones among the first `end` bits, of which there are as many at least.
std::size_t ones_before(std::string_view bits, std::size_t end);

// A bit for each byte that is `wanted`, 64 bytes a mask, for whole masks only: `bytes` has 64 * `masks` of
// them. With the widest vectors that the processor has.
void find_equal(const char* bytes, unsigned char wanted, std::size_t masks, std::uint64_t* found);

// Calls `visit(at)` for each place where `wanted` stands, ascending.
template <typename Visit>
void for_each_byte(std::string_view bytes, unsigned char wanted, const Visit& visit) {
    constexpr std::size_t step = 64;
    constexpr std::size_t most = 16;
    std::uint64_t found[most];
    for (std::size_t begin = 0; begin < bytes.size(); begin += most * step) {
        const std::string_view part = bytes.substr(begin, most * step);
        const std::size_t whole = part.size() / step;
        find_equal(part.data(), wanted, whole, found);
        std::size_t masks = whole;
        if (const std::size_t rest = part.size() % step; rest > 0) {
            if (whole > 0) {
                // Together with some that were looked at, which is faster than to copy them.
                find_equal(part.data() + (part.size() - step), wanted, 1, found + whole);
                found[whole] >>= step - rest;
            } else {
                char copy[step];
                part.copy(copy, rest);
                find_equal(copy, wanted, 1, found);
                found[0] &= ~std::uint64_t{0} >> (step - rest);
            }
            ++masks;
        }
        for (std::size_t i = 0; i < masks; ++i) {
            for (std::uint64_t bits = found[i]; bits != 0; bits &= bits - 1)
                visit(begin + i * step + static_cast<std::size_t>(std::countr_zero(bits)));
        }
    }
}

}  // namespace broadsheet
