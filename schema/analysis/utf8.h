// Scalar values of UTF-8 in text that may be broken.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

struct Scalar {
    char32_t value;      // 0xfffd for a byte that is no UTF-8
    std::uint32_t size;  // in bytes, at least 1
    bool is_valid;
};

// What stands at text[at]; at < text.size().
Scalar scalar_at(std::string_view text, std::size_t at);

}  // namespace broadsheet
