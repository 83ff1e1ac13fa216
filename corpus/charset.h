// Bytes of unknown encoding to valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

bool is_utf8(std::string_view bytes);

// The encoding that a byte-order mark announces ("UTF-8", "UTF-16LE", ...), empty without one; `length`
// becomes the mark's length in bytes.
std::string_view encoding_of_mark(std::string_view bytes, std::size_t& length);

// The encoding that an XML declaration or an HTML <meta> among the first 1,024 bytes names; empty without
// one.
std::string_view declared_encoding(std::string_view bytes);

// `bytes` as valid UTF-8, without a byte-order mark. A mark decides first, then `declared` when it is a name
// that is known. What remains is read as UTF-8; when most of it is not, in the encoding that
// its bytes' frequencies tell (charset_detection.h); and each byte that is no part of UTF-8 as Windows-1252,
// the superset of Latin-1, so that one stray byte does not garble a text and pure Latin-1 comes out right.
// The result views either `bytes` or `storage`.
std::string_view as_utf8(std::string_view bytes, std::string& storage, std::string_view declared = {});

// The character that Windows-1252 has in place of a control code of U+0080 to U+009F; 0 where it has none.
char32_t windows_1252(unsigned char byte);

// Appends one character; what is no Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& text, char32_t character);

}  // namespace broadsheet
