#include "schema/analysis/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "schema/analysis/characters.h"
#include "schema/analysis/tokenizer.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

constexpr std::string_view nothing_left = "?";

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Marks that readers leave off when they type: accents, Hebrew points, Arabic vowel signs.
bool is_diacritic(UChar32 c) {
    return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7) || (c >= 0x064b && c <= 0x065f) ||
           c == 0x0670 || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
           (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

// The breve of й and ў, which are letters of their own.
bool makes_a_letter(UChar32 mark, UChar32 before) {
    constexpr UChar32 breve = 0x0306;
    return mark == breve && (before == 0x0438 || before == 0x0443);
}

// Stretches Arabic words.
constexpr UChar32 tatweel = 0x0640;

// Letters that no decomposition takes apart.
const char* plain_form(UChar32 c) {
    switch (c) {
        case 0x00e6:
            return "ae";
        case 0x00f0:
            return "d";
        case 0x00f8:
            return "o";
        case 0x00fe:
            return "th";
        case 0x0111:
            return "d";
        case 0x0127:
            return "h";
        case 0x0131:
            return "i";
        case 0x0142:
            return "l";
        case 0x0153:
            return "oe";
        case 0x0167:
            return "t";
        case 0x0259:
            return "a";
        case 0x2018:
        case 0x2019:
        case 0x02bc:
            return "'";
        case 0x2044:  // from a half and the like
            return "/";
        default:
            return nullptr;
    }
}

const icu::Normalizer2& checked(const icu::Normalizer2* normalizer, UErrorCode status) {
    if (U_FAILURE(status) || normalizer == nullptr) {
        throw Error(ErrorCode::machine, std::string("ICU: ") + u_errorName(status));
    }
    return *normalizer;
}

// Brackets, blanks and the like, which some characters contain when they are taken apart: a circled number,
// an Arabic ligature of a whole phrase.
bool is_foreign_to_words(UChar32 c) {
    if (c < 0x80)
        return std::string_view("'.,&/").find(static_cast<char>(c)) == std::string_view::npos &&
               !is_word(ascii_classes[static_cast<std::size_t>(c)]);
    return !is_word(class_beyond_ascii(static_cast<char32_t>(c)));
}

// Case, compatibility and diacritics, for text that is not all ASCII.
std::string fold_characters(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2& casefold = checked(icu::Normalizer2::getNFKCCasefoldInstance(status), status);
    const icu::Normalizer2& decompose = checked(icu::Normalizer2::getNFKDInstance(status), status);
    const icu::Normalizer2& compose = checked(icu::Normalizer2::getNFCInstance(status), status);
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const icu::UnicodeString apart = decompose.normalize(casefold.normalize(source, status), status);
    icu::UnicodeString plain;
    UChar32 before = 0;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (c == tatweel || (is_diacritic(c) && !makes_a_letter(c, before))) continue;
        before = c;
        if (const char* form = plain_form(c)) {
            plain.append(icu::UnicodeString::fromUTF8(form));
        } else if (!is_foreign_to_words(c)) {
            plain.append(c);
        }
    }
    const icu::UnicodeString together = compose.normalize(plain, status);
    checked(&compose, status);
    std::string result;
    together.toUTF8String(result);
    return result;
}

// Small letters already; takes out what stands between them.
void drop_punctuation(std::string& text) {
    if (text.size() > 2 && text.ends_with("'s")) text.resize(text.size() - 2);
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\'' || c == ',') continue;
        if (c == '.' && !(i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1])))
            continue;
        kept += c;
    }
    text = std::move(kept);
}

// At most `most` bytes, cut at a character.
std::string_view shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

}  // namespace

void fold_token(std::string_view token, std::string& folded) {
    token = shortened(token, longest_raw_token);
    if (is_ascii(token)) {
        folded.assign(token);
        for (char& c : folded) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
    } else {
        folded = fold_characters(token);
    }
    drop_punctuation(folded);
    folded.resize(shortened(folded, longest_token).size());
    if (folded.empty()) folded = nothing_left;  // a token of nothing but marks
}

std::string fold_token(std::string_view token) {
    std::string folded;
    fold_token(token, folded);
    return folded;
}

std::string fold_name(std::string_view name) {
    std::string result;
    Tokenizer tokenizer(name);
    Token token;
    std::string folded;
    while (tokenizer.next(token)) {
        fold_token(name.substr(token.begin, token.end - token.begin), folded);
        if (folded == nothing_left) continue;
        if (!result.empty()) result += ' ';
        result += folded;
    }
    return result.empty() ? std::string(name) : result;
}

}  // namespace broadsheet
