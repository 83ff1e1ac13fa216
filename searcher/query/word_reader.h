// Typed text to words: the marks of exact forms, wildcards and fuzzy words are read, the rest is cut by the
// Tokenizer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/words.h"

namespace broadsheet::query {

inline constexpr std::size_t least_letters = 2;        // of a word with wildcards
inline constexpr std::size_t least_fuzzy_letters = 3;  // of a fuzzy word
inline constexpr std::uint32_t most_edits = 2;

struct WordReading {
    enum class Fault {
        none,
        too_few_letters,  // a wildcard beside fewer than least_letters: can not be answered
        not_fuzzy,        // a ~ behind a word that is too short or has wildcards was left out
    };

    std::vector<Word> words;
    Fault fault = Fault::none;
    std::size_t at = 0;  // byte of the source where the fault is
};

// `source`: a run without white space, or what stands between quotes. A * that stands alone is any word, but
// only between others; one that touches a word is a wildcard, and so is a ? inside a word.
WordReading read_words(std::string_view source, bool exact, Letters letters);

// As it is typed, without quotes: "=colour", "econom*", "sanction~2".
std::string to_text(const Word& word, bool with_exact);

}  // namespace broadsheet::query
