#include "corpus/charset.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "corpus/charset_detection.h"

namespace broadsheet {

namespace {

// Windows-1252 from 0x80 to 0x9f.
constexpr std::array<char16_t, 32> upper_controls{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// False when the encoding is unknown.
bool decode(std::string_view bytes, std::string_view encoding, std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(
        ucnv_open(std::string(encoding).c_str(), &status));
    if (U_FAILURE(status)) return false;
    std::array<UChar, 4096> units{};
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    UChar lead = 0;  // the first half of a surrogate pair that waits for its second
    do {
        UChar* to = units.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, end, nullptr, true, &status);
        const bool more = status == U_BUFFER_OVERFLOW_ERROR;
        if (U_FAILURE(status) && !more) return false;
        icu::UnicodeString piece;
        if (lead != 0) piece.append(lead);
        piece.append(units.data(), static_cast<int32_t>(to - units.data()));
        lead = 0;
        if (more && !piece.isEmpty() && U16_IS_LEAD(piece.charAt(piece.length() - 1))) {
            lead = piece.charAt(piece.length() - 1);
            piece.truncate(piece.length() - 1);
        }
        piece.toUTF8String(text);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return true;
}

// More characters of UTF-8 than bytes that are none: a text in UTF-8 with mistakes in it.
bool is_mostly_utf8(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t characters = 0;
    std::size_t strays = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        UChar32 character = 0;
        U8_NEXT(data, at, bytes.size(), character);
        if (character < 0) at = begin + 1;
        ++(character < 0 ? strays : characters);
    }
    return characters > strays;
}

void append_repaired(std::string_view bytes, std::string& text) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t valid_from = 0;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t begin = at;
        UChar32 character = 0;
        U8_NEXT(data, at, bytes.size(), character);
        if (character >= 0) continue;
        text.append(bytes, valid_from, begin - valid_from);
        const std::uint8_t stray = data[begin];
        if (stray >= 0xa0) {
            append_utf8(text, stray);
        } else if (const char32_t meant = windows_1252(stray); meant != 0) {
            append_utf8(text, meant);
        }
        at = begin + 1;
        valid_from = at;
    }
    text.append(bytes, valid_from);
}

// The quoted or bare word after `name` and an equals sign; empty when there is none.
std::string_view attribute_value(std::string_view head, std::string_view name) {
    const auto same = [](char a, char b) {
        return (static_cast<unsigned char>(a) | 0x20u) == static_cast<unsigned char>(b);
    };
    const auto found = std::search(head.begin(), head.end(), name.begin(), name.end(), same);
    std::string_view rest = head.substr(static_cast<std::size_t>(found - head.begin()));
    if (rest.empty()) return {};
    rest.remove_prefix(name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (rest.empty() || rest.front() != '=') return {};
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\"'"), rest.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n\"'/>;?"));
}

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

char32_t windows_1252(unsigned char byte) {
    return byte >= 0x80 && byte <= 0x9f ? upper_controls[byte - 0x80u] : char32_t{0};
}

void append_utf8(std::string& text, char32_t character) {
    if (character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff)) character = 0xfffd;
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(character));
    text.append(reinterpret_cast<const char*>(bytes.data()), length);
}

std::string_view encoding_of_mark(std::string_view bytes, std::size_t& length) {
    using namespace std::string_view_literals;
    struct Mark {
        std::string_view bytes;
        std::string_view encoding;
    };
    // The longer of two that begin alike comes first.
    constexpr std::array<Mark, 5> marks{{{"\xef\xbb\xbf"sv, "UTF-8"},
                                         {"\xff\xfe\0\0"sv, "UTF-32LE"},
                                         {"\0\0\xfe\xff"sv, "UTF-32BE"},
                                         {"\xff\xfe"sv, "UTF-16LE"},
                                         {"\xfe\xff"sv, "UTF-16BE"}}};
    for (const Mark& mark : marks) {
        if (bytes.starts_with(mark.bytes)) {
            length = mark.bytes.size();
            return mark.encoding;
        }
    }
    length = 0;
    return {};
}

std::string_view declared_encoding(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 1024);
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    if (head.substr(begin).starts_with("<?xml")) {
        return attribute_value(head.substr(begin, head.find("?>", begin) - begin), "encoding");
    }
    return head[begin] == '<' ? attribute_value(head, "charset") : std::string_view{};
}

std::string_view as_utf8(std::string_view bytes, std::string& storage, std::string_view declared) {
    std::size_t mark = 0;
    const std::string_view marked = encoding_of_mark(bytes, mark);
    bytes.remove_prefix(mark);
    storage.clear();
    if (!marked.empty() && marked != "UTF-8") {
        decode(bytes, marked, storage);
        return storage;
    }
    const bool valid = is_utf8(bytes);
    // A declaration of UTF-16 without a mark is itself written in bytes, and so is wrong; and hardly any text
    // in another encoding is valid UTF-8 beyond ASCII by chance.
    const bool believed =
        marked.empty() && !declared.empty() && (declared[0] | 0x20) != 'u' && !(valid && !is_ascii(bytes));
    if (believed && decode(bytes, declared, storage)) return storage;
    storage.clear();
    if (valid) return bytes;
    if (!is_mostly_utf8(bytes)) {
        const std::string detected = detected_encoding(bytes);
        if (!detected.empty() && decode(bytes, detected, storage)) return storage;
        storage.clear();
    }
    append_repaired(bytes, storage);
    return storage;
}

}  // namespace broadsheet
