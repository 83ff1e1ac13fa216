// Hashes of the tagger. They are part of the model's format: the same on every machine, for ever.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet::entities {

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15u) * (b ^ 0xD1B54A32D192ED03u);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t h = bytes.size();
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        h = mix(h, word);
    }
    std::uint64_t rest = 0;
    for (std::size_t k = 0; i + k < bytes.size(); ++k)
        rest |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i + k])) << (8 * k);
    return mix(h, rest ^ 0xA0761D6478BD642Fu);
}

}  // namespace broadsheet::entities
