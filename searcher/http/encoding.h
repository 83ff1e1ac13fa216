// Compression of answers, as the client takes it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::http {

enum class Encoding { identity, gzip, zstd };

// How hard answers are compressed: far from the smallest that is possible, but quickly.
inline constexpr int zstd_level = 3;
inline constexpr int gzip_level = 4;
inline constexpr int gzip_memory_level = 8;
inline constexpr int window_with_gzip_header = 15 + 16;

// The best of what Accept-Encoding allows: zstd before gzip where the client has no preference.
Encoding negotiated(std::string_view accept_encoding);

// As in Content-Encoding.
std::string_view name_of(Encoding encoding);

// Whether an answer of that type and size gains by it.
bool is_worth_compressing(std::string_view content_type, std::size_t bytes);

// Not for Encoding::identity. Throws Error(machine).
std::string compressed(std::string_view text, Encoding encoding);

}  // namespace broadsheet::http
