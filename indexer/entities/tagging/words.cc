#include "indexer/entities/tagging/words.h"

#include <string>

#include "indexer/entities/tagging/hash.h"
#include "indexer/entities/tagging/tokens.h"
#include "indexer/entities/tagging/word_lists.h"

namespace broadsheet::entities {
namespace {

using namespace std::string_view_literals;

std::uint32_t short_hash(std::string_view bytes) {
    return static_cast<std::uint32_t>(hash_bytes(bytes) >> 16);
}

void append_utf8(std::string& out, std::uint32_t code, std::string_view original) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (original.size() == 2 && code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += original;
    }
}

// Byte offsets of the first characters of `text`, from the left and from the right.
bool prefix_size(std::string_view text, std::size_t characters, std::size_t& size) {
    size = 0;
    while (characters > 0 && size < text.size()) {
        ++size;
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
            ++size;
        --characters;
    }
    return characters == 0;
}

bool suffix_start(std::string_view text, std::size_t characters, std::size_t& start) {
    start = text.size();
    while (characters > 0 && start > 0) {
        --start;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80)
            --start;
        --characters;
    }
    return characters == 0;
}

// Curly quotation marks and dashes as their ASCII forms.
std::string_view plain(std::string_view form) {
    if (form.size() != 3 || form[0] != '\xE2') return form;
    if (form == "\xE2\x80\x9C"sv || form == "\xE2\x80\x9D"sv) return "\"";
    if (form == "\xE2\x80\x98"sv || form == "\xE2\x80\x99"sv) return "'";
    if (form == "\xE2\x80\x93"sv || form == "\xE2\x80\x94"sv) return "--";
    return form;
}

// The letter under a Latin letter's diacritics, 0 where there is none.
char base_letter(std::uint32_t lower) {
    constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";  // U+00E0 to U+00FF
    constexpr std::string_view extended =                                    // U+0100 to U+017F
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstt"
        "ttttuuuuuuuuuuuuwwyyyzzzzzzs";
    if (lower >= 0xE0 && lower <= 0xFF) return latin1[lower - 0xE0];
    if (lower >= 0x100 && lower <= 0x17F) return extended[lower - 0x100];
    return 0;
}

// What is known of a word that is not listed as it stands: without diacritics, or of its part after the last
// hyphen.
const WordEntry* find_variant(const Lexicon& lexicon, std::string_view lower) {
    std::string bare;
    for (std::size_t i = 0; i < lower.size();) {
        const Letter it = letter_at(lower, i);
        const char base = base_letter(it.lower);
        if (base != 0)
            bare += base;
        else
            bare += lower.substr(i, it.size);
        i += it.size;
    }
    if (bare != lower)
        if (const WordEntry* found = lexicon.find(hash_bytes(bare))) return found;
    const std::size_t hyphen = bare.rfind('-');
    if (hyphen == std::string::npos || hyphen + 3 > bare.size()) return nullptr;
    return lexicon.find(hash_bytes(std::string_view(bare).substr(hyphen + 1)));
}

struct Letters {
    std::uint32_t upper = 0;
    std::uint32_t lower = 0;
    bool first_upper = false;
};

// Greek, Cyrillic, Hebrew, Arabic and those between: UTF-8 of two bytes, U+0380 to U+07FF.
bool begins_in_other_alphabet(std::string_view form) {
    const auto first = static_cast<unsigned char>(form.empty() ? '\0' : form.front());
    return first >= 0xCE && first <= 0xDF;
}

}  // namespace

Words::Words(const Lexicon& lexicon) : lexicon_(lexicon) {
    clear();
}

void Words::clear() {
    words_.clear();
    slots_.assign(1 << 12, {});
    fold_slots_.assign(1 << 12, {});
    fold_count_ = 0;
}

void Words::grow() {
    const auto rehash = [](std::vector<Slot>& slots) {
        std::vector<Slot> bigger(slots.size() * 2);
        const std::uint64_t mask = bigger.size() - 1;
        for (const Slot& slot : slots) {
            if (slot.number == 0) continue;
            std::uint64_t at = slot.hash & mask;
            while (bigger[at].number != 0)
                at = (at + 1) & mask;
            bigger[at] = slot;
        }
        slots = std::move(bigger);
    };
    rehash(slots_);
    rehash(fold_slots_);
}

std::uint32_t Words::intern(std::string_view form) {
    const std::uint64_t hash = hash_bytes(form);
    const std::uint64_t mask = slots_.size() - 1;
    for (std::uint64_t at = hash & mask;; at = (at + 1) & mask) {
        Slot& slot = slots_[at];
        if (slot.number == 0) {
            const auto number = static_cast<std::uint32_t>(words_.size());
            slot = {hash, number + 1};
            words_.push_back(describe(form));
            if (words_.size() * 2 > slots_.size()) grow();
            return number;
        }
        if (slot.hash == hash) return slot.number - 1;
    }
}

std::uint32_t Words::fold_number(std::uint64_t lower) {
    const std::uint64_t mask = fold_slots_.size() - 1;
    for (std::uint64_t at = lower & mask;; at = (at + 1) & mask) {
        Slot& slot = fold_slots_[at];
        if (slot.number == 0) {
            slot = {lower, ++fold_count_};
            return fold_count_ - 1;
        }
        if (slot.hash == lower) return slot.number - 1;
    }
}

Word Words::describe(std::string_view form) {
    form = plain(form);
    Word word;
    std::string lower;
    std::string shape;
    std::string brief;
    Letters letters;
    for (std::size_t i = 0; i < form.size();) {
        const Letter it = letter_at(form, i);
        const std::string_view bytes = form.substr(i, it.size);
        char kind = 0;
        if (it.code >= '0' && it.code <= '9') {
            lower += '0';
            kind = 'd';
        } else if (bytes == "\xE2\x80\x99"sv) {
            lower += '\'';
            kind = '\'';
        } else {
            append_utf8(lower, it.lower, bytes);
            const bool alphabetic = it.code >= 0x80 || (it.lower >= 'a' && it.lower <= 'z');
            kind = it.upper ? 'X' : alphabetic ? 'x' : static_cast<char>(it.code);
            if (it.upper)
                ++letters.upper;
            else if (alphabetic)
                ++letters.lower;
            if (i == 0) letters.first_upper = it.upper;
        }
        if (shape.size() < 12) shape += kind;
        if (brief.empty() || brief.back() != kind) brief += kind;
        i += it.size;
    }
    word.lower = hash_bytes(lower);
    word.exact = short_hash(form);
    word.shape = short_hash(shape);
    word.brief = short_hash(brief);
    for (std::size_t n = 1; n <= 4; ++n) {
        std::size_t at = 0;
        if (prefix_size(lower, n, at)) word.prefix[n - 1] = short_hash(std::string_view(lower).substr(0, at));
        if (suffix_start(lower, n, at)) word.suffix[n - 1] = short_hash(std::string_view(lower).substr(at));
    }
    word.letters = letters.upper + letters.lower;
    if (word.letters == 0)
        word.casing = Case::none;
    else if (letters.upper == 0)
        word.casing = Case::lower;
    else if (letters.upper == 1 && letters.lower == 0)
        word.casing = Case::capital;
    else if (letters.lower == 0)
        word.casing = Case::upper;
    else if (letters.upper == 1 && letters.first_upper)
        word.casing = Case::initial;
    else
        word.casing = Case::mixed;
    if (!lower.empty() && lower[0] >= 'a' && lower[0] <= 'z') word.first = lower[0];
    word.digits = !lower.empty() && lower[0] == '0';
    word.connective = word.casing <= Case::lower && is_connective(lower);
    word.function = is_function_word(lower);
    word.ends_sentence = form == "." || form == "!" || form == "?" || form == "...";
    word.english = is_only_english(lower);
    word.foreign = word.casing == Case::lower && (is_only_foreign(lower) || begins_in_other_alphabet(form));
    word.suffix_word = is_company_ending(lower);
    word.dash = form == "-";
    word.sport = is_sport_word(lower);
    word.stops = form.size() > 1 && form.back() == '.' && word.letters > 0;
    word.hyphen = form.size() > 1 && form.find('-') != std::string_view::npos;
    word.fold = fold_number(word.lower);
    const WordEntry* known = lexicon_.find(word.lower);
    if (known == nullptr && word.letters > 2) known = find_variant(lexicon_, lower);
    if (known != nullptr) word.known = *known;
    return word;
}

}  // namespace broadsheet::entities
