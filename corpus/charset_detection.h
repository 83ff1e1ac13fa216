// The encoding of bytes that do not say it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The name of the encoding that bytes are in which are not UTF-8, as far as their frequencies tell it: of
// Chinese, Japanese, Korean, Cyrillic, Greek, Arabic, Hebrew, Turkish or Central European text. Empty for all
// others, which then are Windows-1252 in all likelihood; and when there are too few bytes to tell.
std::string detected_encoding(std::string_view bytes);

}  // namespace broadsheet
