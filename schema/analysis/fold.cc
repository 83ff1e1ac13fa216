#include "schema/analysis/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "schema/analysis/characters.h"
#include "schema/analysis/tokenizer.h"
#include "schema/analysis/utf8.h"
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
bool is_diacritic(char32_t c) {
    return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7) || (c >= 0x064b && c <= 0x065f) ||
           c == 0x0670 || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
           (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

// The breve of й and ў, which are letters of their own.
bool makes_a_letter(char32_t mark, char32_t before) {
    constexpr char32_t breve = 0x0306;
    return mark == breve && (before == 0x0438 || before == 0x0443);
}

// Stretches Arabic words.
constexpr char32_t tatweel = 0x0640;

// Letters that no decomposition takes apart; empty for others.
constexpr std::size_t longest_plain_form = 2;
std::string_view plain_form(char32_t c) {
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
            return {};
    }
}

// Brackets, blanks and the like, which some characters contain when they are taken apart: a circled number,
// an Arabic ligature of a whole phrase.
bool is_foreign_to_words(char32_t c) {
    if (c < 0x80)
        return std::string_view("'.,&/").find(static_cast<char>(c)) == std::string_view::npos &&
               !is_word(ascii_classes[static_cast<std::size_t>(c)]);
    return !is_word(class_beyond_ascii(c));
}

std::string without_broken_bytes(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const Scalar scalar = scalar_at(text, at);
        if (scalar.is_valid) clean += text.substr(at, scalar.size);
        at += scalar.size;
    }
    return clean;
}

// Scalar values of a token: the longest decomposition makes 18 of three bytes.
constexpr std::size_t most_values = longest_raw_token * 6;

utf8proc_ssize_t checked(utf8proc_ssize_t size) {
    if (size < 0) throw Error(ErrorCode::machine, std::string("utf8proc: ") + utf8proc_errmsg(size));
    return size;
}

// NFKC_Casefold and NFKD (Unicode Standard, chapter 3) of at most `longest_raw_token` bytes; how many values.
std::size_t take_apart(std::string_view text, std::array<utf8proc_int32_t, most_values>& apart) {
    constexpr auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto decompose = [&apart](std::string_view from) {
        return utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(from.data()),
                                  static_cast<utf8proc_ssize_t>(from.size()), apart.data(),
                                  static_cast<utf8proc_ssize_t>(apart.size()), options);
    };
    utf8proc_ssize_t size = decompose(text);
    if (size == UTF8PROC_ERROR_INVALIDUTF8) size = decompose(without_broken_bytes(text));
    return std::min(static_cast<std::size_t>(checked(size)), apart.size());
}

// Case, compatibility and diacritics, for text that is not all ASCII.
std::string fold_characters(std::string_view text) {
    std::array<utf8proc_int32_t, most_values> apart;
    const std::size_t size = take_apart(text, apart);
    constexpr std::size_t end_of_text = 1;  // which reencoding adds
    std::array<utf8proc_int32_t, most_values * longest_plain_form + end_of_text> plain;
    std::size_t kept = 0;
    char32_t before = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto c = static_cast<char32_t>(apart[i]);
        if (c == tatweel || (is_diacritic(c) && !makes_a_letter(c, before))) continue;
        before = c;
        const std::string_view form = plain_form(c);
        for (const char letter : form)
            plain[kept++] = letter;
        if (form.empty() && !is_foreign_to_words(c)) plain[kept++] = apart[i];
    }
    const utf8proc_ssize_t bytes =
        checked(utf8proc_reencode(plain.data(), static_cast<utf8proc_ssize_t>(kept),
                                  static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE)));
    return {reinterpret_cast<const char*>(plain.data()), static_cast<std::size_t>(bytes)};
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
