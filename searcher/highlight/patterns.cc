#include "searcher/highlight/patterns.h"

#include <algorithm>

#include "schema/analysis/tokenizer.h"

namespace broadsheet {

Patterns::Patterns(const query::Node& root, const std::string& stemmer,
                   const std::function<double(const std::string& stem)>& weight)
    : vocabulary_(stemmer) {
    query::for_each_leaf(root, [&](const query::Node& leaf, bool positive) {
        const auto* text = std::get_if<query::Text>(&leaf.is);
        if (text == nullptr || !positive) return;
        Pattern pattern;
        pattern.title_only = text->title_only;
        for (const query::Word& word : text->words) {
            pattern.terms.push_back(vocabulary_.term_of(word.token));
            pattern.weight += weight(std::string(vocabulary_.text(pattern.terms.back())));
        }
        const bool known = std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& each) {
            return each.terms == pattern.terms && each.title_only == pattern.title_only;
        });
        if (known) return;
        by_first_term_[pattern.terms.front()].push_back(patterns_.size());
        patterns_.push_back(std::move(pattern));
    });
}

std::vector<TextToken> Patterns::tokens(std::string_view text) {
    std::vector<TextToken> result;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
        const TermNumber term = vocabulary_.term_of(text.substr(token.begin, token.end - token.begin));
        result.push_back({term, token.begin, token.end, token.sentence, token.paragraph});
    }
    return result;
}

std::vector<PatternMatch> Patterns::find(const std::vector<TextToken>& tokens, bool in_title) const {
    std::vector<PatternMatch> found;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        const auto candidates = by_first_term_.find(tokens[first].term);
        if (candidates == by_first_term_.end()) continue;
        std::size_t longest = 0;
        std::size_t best = 0;
        for (const std::size_t each : candidates->second) {
            const Pattern& pattern = patterns_[each];
            if (pattern.terms.size() <= longest || (pattern.title_only && !in_title)) continue;
            if (!matches_at(pattern, tokens, first)) continue;
            longest = pattern.terms.size();
            best = each;
        }
        if (longest > 0) found.push_back({best, first, first + longest - 1});
    }
    return found;
}

bool Patterns::matches_at(const Pattern& pattern, const std::vector<TextToken>& tokens,
                          std::size_t first) const {
    const std::size_t length = pattern.terms.size();
    if (first + length > tokens.size() || tokens[first].paragraph != tokens[first + length - 1].paragraph)
        return false;
    return std::equal(pattern.terms.begin(), pattern.terms.end(),
                      tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      [](TermNumber term, const TextToken& token) { return term == token.term; });
}

}  // namespace broadsheet
