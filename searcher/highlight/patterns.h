// Where the words and phrases of a query stand in a text.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/vocabulary.h"
#include "searcher/query/ast.h"
#include "searcher/query/word_pattern.h"

namespace broadsheet {

// A token of a text with the term that it becomes.
struct TextToken {
    TermNumber term;
    std::string_view text;
    std::uint32_t begin;  // bytes
    std::uint32_t end;
    std::uint32_t sentence;
    std::uint32_t paragraph;
};

// A pattern found at tokens [first, last].
struct PatternMatch {
    std::size_t pattern;
    std::size_t first;
    std::size_t last;
};

// A word that the query has only inside a phrase matches only as part of that phrase. What is negated does
// not match. Not thread-safe.
class Patterns {
public:
    // `weight` tells how much it says that a stem occurs.
    Patterns(const query::Node& root, const std::string& stemmer,
             const std::function<double(const std::string& stem)>& weight);

    std::vector<TextToken> tokens(std::string_view text);

    // By first token; at most one for each first token, the longest.
    std::vector<PatternMatch> find(const std::vector<TextToken>& tokens, bool in_title) const;

    double weight(std::size_t pattern) const { return patterns_[pattern].weight; }
    std::size_t size() const { return patterns_.size(); }

private:
    struct Word {
        TermNumber term = 0;  // of a plain word
        query::Word word;
        std::optional<query::WordPattern> forms;  // of words that are not plain
    };
    struct Pattern {
        std::vector<Word> words;
        query::Zone zone = query::Zone::anywhere;
        double weight = 0;
    };

    bool is_at(const Word& word, const TextToken& token) const;
    bool matches_at(const Pattern& pattern, const std::vector<TextToken>& tokens, std::size_t first) const;

    Vocabulary vocabulary_;
    std::vector<Pattern> patterns_;
};

}  // namespace broadsheet
