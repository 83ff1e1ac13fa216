// Numbers of so many bits each, one behind the other, in groups of eight so that every group begins at a
// byte.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <utility>

namespace broadsheet {

inline constexpr std::size_t packed_group = 8;
inline constexpr unsigned most_packed_bits = 32;
// Bytes behind the packed ones that unpack() may read.
inline constexpr std::size_t packing_slack = 8;

constexpr std::size_t packed_size(std::size_t count, unsigned bits) {
    return (count + packed_group - 1) / packed_group * bits;
}

inline unsigned bits_for(std::uint32_t most) {
    return static_cast<unsigned>(std::bit_width(most));
}

// Appends `values`, each below 2^bits.
inline void pack(std::span<const std::uint32_t> values, unsigned bits, std::string& out) {
    const std::size_t begin = out.size();
    out.resize(begin + packed_size(values.size(), bits), '\0');
    std::size_t at = 0;
    for (const std::uint32_t value : values) {
        for (unsigned i = 0; i < bits; ++i, ++at) {
            if ((value >> i & 1) == 0) continue;
            char& byte = out[begin + at / 8];
            byte = static_cast<char>(byte | 1 << at % 8);
        }
    }
}

namespace detail {

template <unsigned bits>
void unpack_groups(const char* bytes, std::size_t groups, std::uint32_t* out) {
    constexpr std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    for (std::size_t group = 0; group < groups; ++group, bytes += bits, out += packed_group) {
        for (unsigned i = 0; i < packed_group; ++i) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes + i * bits / 8, sizeof word);
            out[i] = static_cast<std::uint32_t>(word >> i * bits % 8 & mask);
        }
    }
}

template <std::size_t... bits>
constexpr auto make_unpackers(std::index_sequence<bits...>) {
    return std::array{&unpack_groups<static_cast<unsigned>(bits)>...};
}

inline constexpr auto unpackers = make_unpackers(std::make_index_sequence<most_packed_bits + 1>());

}  // namespace detail

// Whole groups: `out` has room for as many, and packing_slack bytes can be read behind them. `bits` is at
// most most_packed_bits. Little-endian.
inline void unpack(const char* bytes, unsigned bits, std::size_t count, std::uint32_t* out) {
    detail::unpackers[bits](bytes, (count + packed_group - 1) / packed_group, out);
}

// Replaces gaps by what they lead to: each value by `before` plus all values up to it and one for each. Whole
// groups, as unpack(); sums beyond 2^32 wrap around. Returns the last of `count`.
inline std::uint32_t sum_gaps(std::uint32_t before, std::size_t count, std::uint32_t* values) {
    using Lanes [[gnu::vector_size(16)]] = std::uint32_t;
    constexpr std::size_t width = sizeof(Lanes) / sizeof(std::uint32_t);
    static_assert(packed_group % width == 0);
    const Lanes zero{};
    Lanes sum = zero + before;
    for (std::size_t i = 0; i < count; i += width) {
        Lanes lanes;
        std::memcpy(&lanes, values + i, sizeof lanes);
        lanes += 1;
        lanes += __builtin_shufflevector(lanes, zero, 4, 0, 1, 2);
        lanes += __builtin_shufflevector(lanes, zero, 4, 5, 0, 1);
        lanes += sum;
        std::memcpy(values + i, &lanes, sizeof lanes);
        sum = __builtin_shufflevector(lanes, lanes, 3, 3, 3, 3);
    }
    return count == 0 ? before : values[count - 1];
}

}  // namespace broadsheet
