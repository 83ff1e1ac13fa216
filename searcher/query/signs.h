// The words and letters that the query language gives a meaning to, as they are typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/words.h"

namespace broadsheet::query {

// What stands in front of a bracket: ATLEAST3, CAPS, LEAD, PREFER ...
struct Function {
    enum class Kind { at_least, letters, zone, prefer };

    Kind kind = Kind::at_least;
    std::uint32_t times = 1;         // of kind at_least
    Letters letters = Letters::any;  // of kind letters
    Zone zone = Zone::anywhere;      // of kind zone
};

// W/5, NEAR/5, PRE/5, W/S, W/P, PRE/S, PRE/P
std::optional<Proximity> read_distance(std::string_view run);

// ATLEAST3, CAPS, ALLCAPS, NOCAPS, LEAD, HLEAD, PREFER
std::optional<Function> read_function(std::string_view run);

// Up to four digits as a number.
std::optional<std::uint32_t> read_number(std::string_view digits);

// The other way round, as the language prints them: "W/5", "NOT PRE/S"; "CAPS"; "LEAD" and "title:".
std::string to_text(const Proximity& proximity);
inline constexpr std::string_view prefer = "PREFER";
std::string_view name_of(Letters letters);
std::string_view name_of(Zone zone);

constexpr bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_ascii_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// Any byte of a word, in UTF-8 of whatever script.
constexpr bool is_word_byte(char c) {
    return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Bytes of the double quote that `text` begins with, straight, curly or angled; 0 if it begins with none.
std::size_t quote_length(std::string_view text);

}  // namespace broadsheet::query
