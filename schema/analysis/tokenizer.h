// Text to tokens: the only place that decides what a word is, for indexing, queries and highlights alike.
//
// A token is a run of letters, marks and digits. Inside it stay: apostrophes between letters (Iraq's,
// O'Brien), full stops of abbreviations (U.S., a.m.) and of decimal numbers, commas of thousands, `&` between
// short words (AT&T), a slash between one or two digits (9/11). A hyphen separates: `al-Sudani` is two tokens
// side by side. Han, kana and Thai characters are a token each.
//
// A sentence ends at . ! ? before a word that does not begin with a small letter, unless an abbreviation or a
// single initial stands before the full stop. A paragraph ends at a blank line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

struct Token {
    std::uint32_t begin = 0;  // byte range in the text
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;  // ordinals from 0 in the text
    std::uint32_t paragraph = 0;
};

// Linear in the text, no allocation. Bytes that are not UTF-8 separate tokens. Text of up to 4 GB.
class Tokenizer {
public:
    // The text must outlive the tokenizer.
    explicit Tokenizer(std::string_view text) : text_(text) {}

    // False at the end of the text.
    bool next(Token& token);

private:
    void skip_to_word();
    void consume_word();

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t paragraph_ = 0;
    bool any_ = false;               // a token was produced
    bool sentence_may_end_ = false;  // a terminator was passed since the last token
    bool blank_passed_ = false;      // white space after that terminator
    bool paragraph_ended_ = false;
    std::string_view last_word_;
};

}  // namespace broadsheet
