#include "corpus/references.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "corpus/charset.h"

namespace broadsheet {

namespace {

struct Name {
    std::string_view name;
    char32_t character;
};

// Sorted by name.
constexpr std::array<Name, 60> names{{
    {"Agrave", 0xc0}, {"Auml", 0xc4},    {"Ccedil", 0xc7},  {"Eacute", 0xc9},  {"Ntilde", 0xd1},
    {"Ouml", 0xd6},   {"Uuml", 0xdc},    {"aacute", 0xe1},  {"acirc", 0xe2},   {"aelig", 0xe6},
    {"agrave", 0xe0}, {"amp", '&'},      {"apos", '\''},    {"aring", 0xe5},   {"atilde", 0xe3},
    {"auml", 0xe4},   {"bull", 0x2022},  {"ccedil", 0xe7},  {"cent", 0xa2},    {"copy", 0xa9},
    {"deg", 0xb0},    {"eacute", 0xe9},  {"ecirc", 0xea},   {"egrave", 0xe8},  {"euml", 0xeb},
    {"euro", 0x20ac}, {"frac12", 0xbd},  {"frac14", 0xbc},  {"gt", '>'},       {"hellip", 0x2026},
    {"iacute", 0xed}, {"icirc", 0xee},   {"iexcl", 0xa1},   {"iquest", 0xbf},  {"iuml", 0xef},
    {"laquo", 0xab},  {"ldquo", 0x201c}, {"lsquo", 0x2018}, {"lt", '<'},       {"mdash", 0x2014},
    {"middot", 0xb7}, {"nbsp", 0xa0},    {"ndash", 0x2013}, {"ntilde", 0xf1},  {"oacute", 0xf3},
    {"ocirc", 0xf4},  {"oslash", 0xf8},  {"ouml", 0xf6},    {"pound", 0xa3},   {"quot", '"'},
    {"raquo", 0xbb},  {"rdquo", 0x201d}, {"reg", 0xae},     {"rsquo", 0x2019}, {"sect", 0xa7},
    {"szlig", 0xdf},  {"trade", 0x2122}, {"uacute", 0xfa},  {"uuml", 0xfc},    {"yen", 0xa5},
}};
static_assert(std::is_sorted(names.begin(), names.end(),
                             [](const Name& a, const Name& b) { return a.name < b.name; }));

// What stands between '#' and ';'. 0: a number, but of nothing that can be shown.
std::optional<char32_t> numbered(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
    if (hexadecimal) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : digits) {
        const char lower = static_cast<char>(c | 0x20);
        if (c >= '0' && c <= '9') {
            value = value * (hexadecimal ? 16 : 10) + static_cast<std::uint64_t>(c - '0');
        } else if (hexadecimal && lower >= 'a' && lower <= 'f') {
            value = value * 16 + static_cast<std::uint64_t>(lower - 'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    if (value >= 0x80 && value <= 0x9f) return windows_1252(static_cast<unsigned char>(value));
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return char32_t{0};
    return static_cast<char32_t>(value);
}

std::optional<char32_t> character_of(std::string_view reference) {
    if (reference.starts_with('#')) return numbered(reference.substr(1));
    const auto* const found =
        std::lower_bound(names.begin(), names.end(), reference,
                         [](const Name& row, std::string_view name) { return row.name < name; });
    if (found == names.end() || found->name != reference) return std::nullopt;
    return found->character;
}

}  // namespace

std::string without_references(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const std::size_t ampersand = text.find('&');
        plain += text.substr(0, ampersand);
        if (ampersand == std::string_view::npos) break;
        text.remove_prefix(ampersand);
        const std::size_t end = text.substr(0, 12).find(';');
        const std::optional<char32_t> character =
            end == std::string_view::npos ? std::nullopt : character_of(text.substr(1, end - 1));
        if (character) {
            if (*character != 0) append_utf8(plain, *character);
            text.remove_prefix(end + 1);
        } else {
            plain += '&';
            text.remove_prefix(1);
        }
    }
    return plain;
}

bool has_left_references(std::string_view text) {
    constexpr std::array<std::string_view, 14> telling{"&amp;",   "&quot;",  "&#39;",   "&#039;",  "&lt;",
                                                       "&gt;",    "&nbsp;",  "&apos;",  "&#8216;", "&#8217;",
                                                       "&#8220;", "&#8221;", "&#8211;", "&#x27;"};
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const std::string_view rest = text.substr(at);
        if (std::any_of(telling.begin(), telling.end(),
                        [&](std::string_view sign) { return rest.starts_with(sign); }))
            return true;
    }
    return false;
}

}  // namespace broadsheet
