// The compressions of HTTP.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// Undoes gzip, deflate, br or zstd, or several after one another ("gzip, br"); at most `largest` bytes come
// out. What is cut off or damaged gives what comes before; nothing when nothing does, or the name is unknown.
std::optional<std::string> without_encoding(std::string_view bytes, std::string_view encodings,
                                            std::size_t largest);

}  // namespace broadsheet
