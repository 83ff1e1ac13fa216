#include "schema/analysis/tokenizer.h"

#include <algorithm>
#include <array>

#include "schema/analysis/characters.h"

namespace broadsheet {

namespace {

// Words before a full stop that does not end a sentence.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"adm",  "apr",  "ariz", "assn", "aug", "ave", "brig", "bros", "calif", "capt", "cmdr", "co",   "col",
     "colo", "conn", "corp", "cos",  "dec", "del", "dept", "dr",   "dist",  "feb",  "fla",  "fr",   "ft",
     "gen",  "gov",  "hon",  "ill",  "inc", "jan", "jr",   "jul",  "jun",   "lt",   "ltd",  "maj",  "mass",
     "mr",   "mrs",  "ms",   "mt",   "nov", "oct", "okla", "ont",  "pa",    "penn", "pres", "prof", "rep",
     "rev",  "sec",  "sen",  "sept", "sgt", "sr",  "st",   "tex",  "vs"});

bool is_abbreviation(std::string_view word) {
    if (word.empty()) return false;
    // Thai ends sentences with a blank.
    if (word.size() == 3 && word[0] == '\xe0' && (word[1] & '\xfc') == '\xb8') return true;
    if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z';   // an initial
    if (word[1] == '.') return !(word[0] >= '0' && word[0] <= '9');  // U.S., but 5.93 is a number
    if (word.size() > 5) return false;
    std::array<char, 5> lower{};
    std::transform(word.begin(), word.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::find(abbreviations.begin(), abbreviations.end(),
                     std::string_view(lower.data(), word.size())) != abbreviations.end();
}

bool letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_letter(character_at(text, at).kind);
}

// Whether a letter is there that is a word by itself.
bool lone_letter_at(std::string_view text, std::size_t at) {
    if (!letter_at(text, at)) return false;
    const std::size_t after = at + character_at(text, at).size;
    return after >= text.size() || !is_word(character_at(text, after).kind);
}

bool digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool word_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_word(character_at(text, at).kind);
}

std::size_t ascii_letters_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 &&
           is_letter(ascii_classes[static_cast<unsigned char>(text[end])])) {
        ++end;
    }
    return end - at;
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (digit_at(text, end))
        ++end;
    return end - at;
}

// Whether text[begin, dot) is X or X.Y or X.Y.Z: single letters with full stops between.
bool single_letters(std::string_view text, std::size_t begin, std::size_t dot) {
    if ((dot - begin) % 2 == 0) return false;
    for (std::size_t i = begin; i < dot; ++i) {
        if ((i - begin) % 2 == 1) {
            if (text[i] != '.') return false;
        } else if (static_cast<unsigned char>(text[i]) >= 0x80 ||
                   !is_letter(ascii_classes[static_cast<unsigned char>(text[i])])) {
            return false;
        }
    }
    return true;
}

// Whether the separator at text[at] belongs to the word that began at `begin`.
bool joins(std::string_view text, std::size_t begin, std::size_t at, const Character& separator) {
    const std::size_t after = at + separator.size;
    if (is_apostrophe(separator.value)) {
        const char before = text[at - 1];
        return !(before >= '0' && before <= '9') && letter_at(text, after);
    }
    switch (separator.value) {
        case '.':
            if (digit_at(text, at - 1) && digit_at(text, after)) return true;
            return at - begin <= 15 && single_letters(text, begin, at) && lone_letter_at(text, after);
        case ',': {
            const std::size_t before = at - begin;
            return digit_at(text, at - 1) && digits_from(text, after) == 3 && !letter_at(text, after + 3) &&
                   (before <= 3 ? digits_from(text, begin) == before : text[at - 4] == ',');
        }
        case '&': {
            const std::size_t right = ascii_letters_from(text, after);
            const bool left_letters = ascii_letters_from(text, begin) == at - begin;
            return left_letters && at - begin <= 3 && right >= 1 && right <= 3 &&
                   !word_at(text, after + right);
        }
        case '/': {
            const std::size_t right = digits_from(text, after);
            const std::size_t left = digits_from(text, begin);
            return left == at - begin && left >= 1 && left <= 2 && right >= 1 && right <= 2 &&
                   !word_at(text, after + right) &&
                   !(after + right < text.size() && text[after + right] == '/');
        }
        default:
            return false;
    }
}

}  // namespace

void Tokenizer::skip_to_word() {
    bool line_was_empty = false;
    while (at_ < text_.size()) {
        const Character c = character_at(text_, at_);
        if (is_word(c.kind) && c.kind != CharacterClass::mark) return;
        switch (c.value) {
            case '.':
                sentence_may_end_ = sentence_may_end_ || !is_abbreviation(last_word_);
                break;
            case '!':
            case '?':
            case 0x061f:  // Arabic question mark
            case 0x06d4:  // Urdu full stop
            case 0x0964:  // danda
            case 0x2026:  // ...
                sentence_may_end_ = true;
                break;
            case 0x3002:  // ideographic full stop
            case 0xff01:  // full-width ! and ?
            case 0xff1f:
                sentence_may_end_ = true;
                blank_passed_ = true;  // none is written after them
                break;
            case '\n':
                if (line_was_empty) paragraph_ended_ = true;
                line_was_empty = true;
                blank_passed_ = true;
                break;
            case ' ':
            case '\t':
            case '\r':
            case 0xa0:
                blank_passed_ = true;
                break;
            default:
                break;
        }
        if (c.value != '\n' && c.value != ' ' && c.value != '\t' && c.value != '\r') {
            line_was_empty = false;
            if (!is_apostrophe(c.value) && c.value != '"' && c.value != 0x201d && c.value != 0x201c)
                last_word_ = {};
        }
        at_ += c.size;
    }
}

void Tokenizer::consume_word() {
    const std::size_t begin = at_;
    const Character first = character_at(text_, at_);
    at_ += first.size;
    if (first.kind == CharacterClass::single) return;
    while (at_ < text_.size()) {
        const Character c = character_at(text_, at_);
        if (c.kind == CharacterClass::single) return;
        if (!is_word(c.kind) && !joins(text_, begin, at_, c)) return;
        at_ += c.size;
    }
}

bool Tokenizer::next(Token& token) {
    sentence_may_end_ = false;
    blank_passed_ = false;
    paragraph_ended_ = false;
    skip_to_word();
    if (at_ >= text_.size()) return false;
    const CharacterClass first = character_at(text_, at_).kind;
    if (any_) {
        const bool ended = sentence_may_end_ && (blank_passed_ || first == CharacterClass::single);
        if (paragraph_ended_) ++paragraph_;
        if (paragraph_ended_ || (ended && first != CharacterClass::lower)) ++sentence_;
    }
    any_ = true;
    token.begin = static_cast<std::uint32_t>(at_);
    consume_word();
    token.end = static_cast<std::uint32_t>(at_);
    token.sentence = sentence_;
    token.paragraph = paragraph_;
    last_word_ = text_.substr(token.begin, token.end - token.begin);
    return true;
}

}  // namespace broadsheet
