// Where an article's people, organisations and places come from: the value of a slot.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "schema/fields.h"

namespace broadsheet {

// For each of entity_fields whether the article has some that its text names, and some that its collection
// gives.
struct Origins {
    std::array<bool, entity_fields.size()> text{};
    std::array<bool, entity_fields.size()> collection{};
};

// One byte; empty where there is nothing.
inline std::string pack(const Origins& origins) {
    unsigned bits = 0;
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        bits |= (origins.text[i] ? 1u : 0u) << (2 * i);
        bits |= (origins.collection[i] ? 2u : 0u) << (2 * i);
    }
    return bits == 0 ? std::string() : std::string(1, static_cast<char>(bits));
}

inline Origins unpack_origins(std::string_view value) {
    Origins origins;
    const unsigned bits = value.empty() ? 0 : static_cast<unsigned char>(value.front());
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        origins.text[i] = (bits >> (2 * i) & 1) != 0;
        origins.collection[i] = (bits >> (2 * i) & 2) != 0;
    }
    return origins;
}

}  // namespace broadsheet
