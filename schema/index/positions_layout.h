// What packing and reading a record of positions have to agree on.
//
// A record:
//
//     varints: tokens, tokens of the title, distinct stems, seed, log2 of the bytes of a fingerprint
//     buckets: one for each distinct stem; the number of stems in each, in unary: so many ones, then a zero
//     fingerprints: of the stems, by bucket and within it ascending; a stem's place here is its rank
//     ranks: of the tokens: all low bytes, then the bits above them, as many as the highest rank needs
//     letters: a bit for each token that has a capital, then one for each of those, set if it has no small
//     letter
//     sentences: a varint each: tokens * 2 + (1 if it begins a paragraph)
//
// Bucket and fingerprint come from a stem's hash, stirred with the seed; the seed is such that no two stems
// of the article share both. With one-byte fingerprints a stem costs ten bits and a token, mostly, eleven.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "schema/index/positions.h"

namespace broadsheet::positions_layout {

inline constexpr std::uint32_t version = 3;

constexpr std::size_t bytes_for_bits(std::size_t bits) {
    return (bits + 7) / 8;
}

constexpr std::size_t bucket_bytes(std::size_t distinct) {
    return bytes_for_bits(distinct * 2);
}

// Bits of a rank beyond the low byte.
constexpr unsigned high_bits_for(std::uint32_t distinct) {
    return distinct <= 256 ? 0 : static_cast<unsigned>(std::bit_width(distinct - 1)) - 8;
}

// The finalizer of MurmurHash3.
constexpr std::uint64_t stirred(std::uint64_t value) {
    value = (value ^ value >> 33) * 0xff51afd7ed558ccdu;
    value = (value ^ value >> 33) * 0xc4ceb9fe1a85ec53u;
    return value ^ value >> 33;
}

// From 0 to `count` - 1, by the upper half of a stirred number.
constexpr std::uint32_t share_of(std::uint64_t number, std::uint64_t count) {
    return static_cast<std::uint32_t>(((number >> 32) * count) >> 32);
}

// Of an article with distinct stems.
constexpr StemPlace place_of(std::uint64_t hash, std::uint32_t seed, std::uint32_t distinct,
                             unsigned fingerprint_bytes) {
    const std::uint64_t mixed = stirred(hash + seed * 0x9e3779b97f4a7c15u);
    const std::uint32_t mask = fingerprint_bytes == 4 ? 0xffffffffu : (1u << (8 * fingerprint_bytes)) - 1;
    return {share_of(mixed, distinct), static_cast<std::uint32_t>(mixed) & mask};
}

}  // namespace broadsheet::positions_layout
