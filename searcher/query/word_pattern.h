// Which stems of an index a word of a query stands for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/words.h"

namespace broadsheet::query {

inline constexpr std::size_t most_expanded = 1000;  // stems of an index that one word can stand for

// Whether `text` is what `pattern` says: * any characters, ? exactly one. Linear but for repeated stars.
bool matches_pattern(std::string_view pattern, std::string_view text);

// Whether `a` becomes `b` by at most `most` insertions, deletions, replacements and exchanges of neighbours
// (optimal string alignment), in characters.
bool within_edits(std::string_view a, std::string_view b, std::uint32_t most);

// One word, made ready to be compared with many stems.
class WordPattern {
public:
    // `word` is not of kind `any`.
    WordPattern(const Word& word, const std::string& stemmer);

    // What all the stems begin with that matches() is true for; empty when they may begin with anything.
    std::string_view prefix() const { return prefix_; }

    // Whether every word with this stem is meant.
    bool matches(std::string_view stem) const;

    // Stems (or, with wildcards and the same prefix(), patterns of stems) that some of the words meant may
    // have, beside words that are not meant: terroris* finds terrorism, of which the stem is terror.
    const std::vector<std::string>& doubtful() const { return doubtful_; }

    // Whether a word as it stands in the text, folded, is meant.
    bool matches_form(std::string_view folded) const;

private:
    void find_doubtful(const std::string& stemmer);

    Word word_;
    std::string stem_;  // of words without wildcards
    std::string prefix_;
    std::vector<std::string> doubtful_;
};

}  // namespace broadsheet::query
