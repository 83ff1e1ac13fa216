// Classes of characters, as the tokenizer and the folding need them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "schema/analysis/utf8.h"

namespace broadsheet {

enum class CharacterClass : std::uint8_t {
    separator,
    lower,  // a small letter
    upper,  // any other letter
    digit,
    mark,    // belongs to the character before it
    single,  // a token of its own: Han, kana, Thai
};

constexpr std::array<CharacterClass, 128> ascii_classes = [] {
    std::array<CharacterClass, 128> classes{};
    for (int c = 'a'; c <= 'z'; ++c)
        classes[static_cast<std::size_t>(c)] = CharacterClass::lower;
    for (int c = 'A'; c <= 'Z'; ++c)
        classes[static_cast<std::size_t>(c)] = CharacterClass::upper;
    for (int c = '0'; c <= '9'; ++c)
        classes[static_cast<std::size_t>(c)] = CharacterClass::digit;
    return classes;
}();

CharacterClass class_beyond_ascii(char32_t character);

struct Character {
    char32_t value;  // 0xfffd for a byte that is no UTF-8
    CharacterClass kind;
    std::uint32_t size;  // in bytes, at least 1
};

// The character at text[at]; at < text.size().
inline Character character_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, ascii_classes[byte], 1};
    const Scalar scalar = scalar_at(text, at);
    return {scalar.value, class_beyond_ascii(scalar.value), scalar.size};
}

inline bool is_letter(CharacterClass kind) {
    return kind == CharacterClass::lower || kind == CharacterClass::upper;
}
inline bool is_word(CharacterClass kind) {
    return kind != CharacterClass::separator;
}

constexpr bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc;
}

}  // namespace broadsheet
