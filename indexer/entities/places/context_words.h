// Words of a text that point to a country or region although they name no place themselves: demonyms, and
// the names of countries and regions within other names.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities {

class ContextWords {
public:
    explicit ContextWords(const Gazetteer& gazetteer);

    // Calls found(begin, end, place) for each, in order of place. One pass over `text`.
    template <class Found>
    void scan(std::string_view text, const Found& found) const;

    // The place that a word (lower-case, or two with a blank) points to, no_place for none.
    PlaceNumber find(std::string_view key) const;

private:
    struct Slot {
        std::uint64_t hash = 0;
        PlaceNumber place = no_place;
    };
    void add(const Slot& word);
    std::vector<Slot> slots_;
};

template <class Found>
void ContextWords::scan(std::string_view text, const Found& found) const {
    // Two words of this length and a blank.
    constexpr std::size_t longest = 20;
    char key[2 * longest + 1];
    std::size_t size = 0;  // of the last capitalised word, in the key's first half
    std::size_t last_begin = 0;
    std::size_t last_end = ~std::size_t{0} - 1;  // where that word ended
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_inner = [&](char c) {
        return is_lower(c) || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (!is_upper(text[i]) || (i > 0 && is_inner(text[i - 1]))) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (is_lower(text[i]) || is_upper(text[i])))
            ++i;
        const std::size_t length = i - begin;
        if (length < 4 || length > longest) continue;
        char* word = key + size + 1;
        const bool follows = last_end + 1 == begin && size > 0 && text[last_end] == ' ';
        if (!follows) {
            size = 0;
            word = key;
        } else {
            key[size] = ' ';
        }
        for (std::size_t k = 0; k < length; ++k)
            word[k] = static_cast<char>(text[begin + k] | 0x20);
        PlaceNumber place = no_place;
        if (follows) {
            place = find({key, size + 1 + length});
            if (place != no_place) found(last_begin, i, place);
        }
        if (place == no_place) {
            place = find({word, length});
            if (place != no_place) found(begin, i, place);
        }
        if (word != key) std::copy(word, word + length, key);
        size = length;
        last_begin = begin;
        last_end = i;
    }
}

}  // namespace broadsheet::entities
