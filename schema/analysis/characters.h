// Classes of characters, as the tokenizer and the folding need them.
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string_view>

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
    std::size_t next = at;
    UChar32 value = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT(bytes, next, text.size(), value);
    if (value < 0) return {0xfffd, CharacterClass::separator, static_cast<std::uint32_t>(next - at)};
    return {static_cast<char32_t>(value), class_beyond_ascii(static_cast<char32_t>(value)),
            static_cast<std::uint32_t>(next - at)};
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
