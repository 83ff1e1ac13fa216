// The recogniser's own tokeniser. It differs from the search analyser's on purpose: it keeps case,
// punctuation marks are tokens, and words are cut the way annotated news is (CoNLL-2003): "U.S.", "Corp." and
// "al-Sudani" are one token, "Iraq's" is "Iraq" and "'s".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::entities {

struct Token {
    std::uint32_t begin = 0;  // byte range [begin, end) in the text
    std::uint32_t end = 0;
    bool after_break = false;  // first token of a paragraph
};

// Appends the tokens of `text` (below 4 GiB) to `tokens`. One pass; never fails: malformed UTF-8 is taken as
// letters. A token is at most `longest_token` bytes; what is longer is cut.
void tokenise(std::string_view text, std::vector<Token>& tokens);
inline constexpr std::size_t longest_token = 256;

// A letter of the scripts that have capitals and that the model knows (Latin, Greek, Cyrillic).
struct Letter {
    std::uint32_t code = 0;   // code point; 0xFFFD for malformed input
    std::uint32_t lower = 0;  // code point of the small letter
    std::uint8_t size = 1;    // bytes
    bool upper = false;
};
Letter letter_at(std::string_view text, std::size_t at);

}  // namespace broadsheet::entities
