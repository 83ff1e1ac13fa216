// What a file is, by its first bytes.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// As many bytes as sniffing looks at.
inline constexpr std::size_t sniffed_bytes = 64 << 10;

// What a file is by a signature that no text begins with: "a PDF document". Empty for all others; those may
// still be packed (corpus/unpack.h) or binary.
std::string foreign_kind(std::string_view head);

// True for bytes that can be no text. Only meaningful when they are not packed.
bool is_binary(std::string_view head);

struct Sniffed {
    std::string_view format;      // for make_format(); empty when there is none
    std::string problem{};        // then: why, as a clause
    std::string_view encoding{};  // UTF-16 or UTF-32 by the file's mark, else empty
};

// `head` holds the first sniffed_bytes of a file, or all of it when there are less; it is not packed. Its
// bytes decide; `name`, the file's name, helps where they leave it open.
Sniffed sniff(std::string_view head, std::string_view name);

}  // namespace broadsheet
