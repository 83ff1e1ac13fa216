#include "indexer/entities/tagging/tokens.h"

#include <array>
#include <cctype>

namespace broadsheet::entities {
namespace {

enum Class : std::uint8_t { space, letter, digit, mark, wide };

constexpr std::array<std::uint8_t, 256> class_table() {
    std::array<std::uint8_t, 256> table{};
    for (int c = 0; c < 256; ++c) {
        const auto i = static_cast<std::size_t>(c);
        if (c <= ' ' || c == 0x7F)
            table[i] = space;
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            table[i] = letter;
        else if (c >= '0' && c <= '9')
            table[i] = digit;
        else if (c >= 0x80)
            table[i] = wide;
        else
            table[i] = mark;
    }
    return table;
}
constexpr auto class_of_byte = class_table();

// The class and size of the character at `at`; multi-byte punctuation and spaces are told from letters.
struct Character {
    Class kind;
    std::uint8_t size;
};

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto kind = static_cast<Class>(class_of_byte[byte]);
    if (kind != wide) return {kind, 1};
    const Letter it = letter_at(text, at);
    const std::uint32_t c = it.code;
    if (c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
        (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF || (c >= 0x80 && c <= 0x9F))
        return {space, it.size};
    if ((c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
        (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
        c >= 0x1F000)
        return {mark, it.size};
    return {letter, it.size};
}

// Bytes of an apostrophe (' or U+2019) at `at`, 0 when there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '\'') return 1;
    return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

bool is_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const Class kind = character_at(text, at).kind;
    return kind == letter || kind == digit;
}

bool is_ascii_letter(char c) {
    return class_of_byte[static_cast<unsigned char>(c)] == letter;
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

// 's at the end of a word is a token of its own.
bool is_possessive(std::string_view text, std::size_t at, std::size_t size) {
    const std::size_t s = at + size;
    return s < text.size() && (text[s] == 's' || text[s] == 'S') && !is_word(text, s + 1);
}

// Words that keep the full stop after them.
bool is_abbreviation(std::string_view word) {
    constexpr std::string_view known[] = {
        "Mr",   "Mrs",  "Ms",   "Dr",   "Prof", "Gen", "Lt",     "Col",  "Maj", "Capt",  "Sgt",
        "Cpl",  "Adm",  "Sen",  "Rep",  "Gov",  "Rev", "Hon",    "St",   "Jr",  "Sr",    "Inc",
        "Corp", "Co",   "Ltd",  "Bros", "Cos",  "No",  "vs",     "Jan",  "Feb", "Mar",   "Apr",
        "Aug",  "Sep",  "Sept", "Oct",  "Nov",  "Dec", "Ala",    "Ariz", "Ark", "Calif", "Colo",
        "Conn", "Del",  "Fla",  "Ga",   "Ill",  "Ind", "Kan",    "Ky",   "La",  "Md",    "Mass",
        "Mich", "Minn", "Miss", "Mo",   "Mont", "Neb", "Nev",    "Okla", "Ore", "Pa",    "Tenn",
        "Tex",  "Vt",   "Va",   "Wash", "Wis",  "Wyo", "Messrs", "Supt", "Mt"};
    if (word.size() < 2 || word.size() > 6) return false;
    for (const std::string_view it : known)
        if (it == word) return true;
    return false;
}

// Whether the full stop at `dot` belongs to the word [begin, dot).
bool keeps_stop(std::string_view text, std::size_t begin, std::size_t dot) {
    const std::string_view word = text.substr(begin, dot - begin);
    if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z';
    if (word.size() <= 2 && static_cast<unsigned char>(word[0]) >= 0xC3) return letter_at(word, 0).upper;
    const std::size_t inner = word.find('.');
    if (inner != std::string_view::npos)
        return is_ascii_letter(word[inner - 1]) && word.size() - word.rfind('.') <= 3;
    return is_abbreviation(word);
}

// The end of an address ("http://...", "www...") that starts at `at`, or `at`.
std::size_t address_end(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 8);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) return at;
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && text[end] != ')' &&
           text[end] != '"' && text[end] != '<' && end - at < longest_token)
        ++end;
    while (end > at && (text[end - 1] == '.' || text[end - 1] == ','))
        --end;
    while (end > at && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return end;
}

// The end of the word that starts at `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
    std::size_t i = at;
    while (i < text.size()) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::uint8_t kind = class_of_byte[byte];
        if (i - at + 4 > longest_token) return i > at ? i : i + character_at(text, i).size;
        if (kind == letter || kind == digit) {
            ++i;
            continue;
        }
        if (kind == space) break;
        if (kind == wide) {
            const Character it = character_at(text, i);
            if (it.kind == letter) {
                i += it.size;
                continue;
            }
        }
        if (const std::size_t size = apostrophe_at(text, i)) {
            if (!is_word(text, i + size) || is_possessive(text, i, size)) break;
            i += size;
            continue;
        }
        if (kind == wide || i == at) break;
        const char before = text[i - 1];
        const bool word_follows = is_word(text, i + 1);
        const char after = i + 1 < text.size() ? text[i + 1] : ' ';
        const bool numbers = is_ascii_digit(before) && is_ascii_digit(after);
        bool joins = false;
        switch (text[i]) {
            case '-':
                joins = word_follows;
                break;
            case '&':
                joins = word_follows && is_ascii_letter(before);
                break;
            case '.':
                joins = numbers || (word_follows && is_ascii_letter(before) && is_ascii_letter(after));
                if (!joins && keeps_stop(text, at, i)) return i + 1;
                break;
            case '@':
            case '_':
                joins = word_follows;
                break;
            case ',':
            case ':':
            case '/':
                joins = numbers;
                break;
            default:
                break;
        }
        if (!joins) break;
        ++i;
    }
    return i;
}

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) {
    const auto b0 = static_cast<unsigned char>(text[at]);
    const auto next = [&](std::size_t k) -> std::uint32_t {
        if (at + k >= text.size()) return 0x100;
        const auto b = static_cast<unsigned char>(text[at + k]);
        return (b & 0xC0) == 0x80 ? (b & 0x3Fu) : 0x100;
    };
    Letter it{b0, b0, 1, false};
    if (b0 < 0x80) {
        it.upper = b0 >= 'A' && b0 <= 'Z';
        if (it.upper) it.lower = b0 + 32u;
        return it;
    }
    it.code = it.lower = 0xFFFD;
    const std::uint32_t c1 = next(1);
    if (c1 > 0xFF || b0 < 0xC2) return it;
    if (b0 < 0xE0) {
        it = {((b0 & 0x1Fu) << 6) | c1, 0, 2, false};
    } else {
        const std::uint32_t c2 = next(2);
        if (c2 > 0xFF) return it;
        if (b0 < 0xF0) {
            it = {((b0 & 0x0Fu) << 12) | (c1 << 6) | c2, 0, 3, false};
        } else {
            const std::uint32_t c3 = next(3);
            if (c3 > 0xFF) return it;
            it = {((b0 & 0x07u) << 18) | (c1 << 12) | (c2 << 6) | c3, 0, 4, false};
        }
    }
    const std::uint32_t c = it.lower = it.code;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
        it.upper = true;
        it.lower = c + 32;
    } else if (c >= 0x400 && c <= 0x40F) {
        it.upper = true;
        it.lower = c + 80;
    } else if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1EFF)) {
        it.upper = (c & 1) == 0;
        it.lower = c | 1;
    } else if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
        it.upper = (c & 1) == 1;
        it.lower = it.upper ? c + 1 : c;
    }
    return it;
}

void tokenise(std::string_view text, std::vector<Token>& tokens) {
    std::size_t i = 0;
    bool after_break = true;
    const auto add = [&](std::size_t end) {
        tokens.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end), after_break});
        after_break = false;
        i = end;
    };
    while (i < text.size()) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::uint8_t fast = class_of_byte[byte];
        if (fast == space) {
            if (byte == '\n' && i + 1 < text.size() && text[i + 1] == '\n') after_break = true;
            ++i;
            continue;
        }
        const Character it = fast == wide ? character_at(text, i) : Character{static_cast<Class>(fast), 1};
        if (it.kind == space) {
            i += it.size;
            continue;
        }
        if (it.kind == letter || it.kind == digit) {
            const std::size_t address = byte == 'h' || byte == 'w' ? address_end(text, i) : i;
            add(address > i ? address : word_end(text, i));
            continue;
        }
        if (byte == '@' && is_word(text, i + 1)) {
            const std::size_t end = word_end(text, i + 1);
            add(end);
            continue;
        }
        if (const std::size_t size = apostrophe_at(text, i)) {
            const bool after_word = i > 0 && static_cast<unsigned char>(text[i - 1]) > ' ';
            if (after_word && is_possessive(text, i, size)) {
                add(i + size + 1);
                continue;
            }
            add(i + size);
            continue;
        }
        std::size_t end = i + it.size;
        if (byte == '.' || byte == '-')  // "..." and "--" are one mark
            while (end < text.size() && text[end] == text[i] && end - i < longest_token)
                ++end;
        add(end);
    }
}

}  // namespace broadsheet::entities
