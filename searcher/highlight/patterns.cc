#include "searcher/highlight/patterns.h"

#include <algorithm>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/placement/written_words.h"

namespace broadsheet {

Patterns::Patterns(const query::Node& root, const std::string& stemmer,
                   const std::function<double(const std::string& stem)>& weight)
    : vocabulary_(stemmer) {
    query::for_each_leaf(root, [&](const query::Node& leaf, bool positive) {
        const auto* text = std::get_if<query::Text>(&leaf.is);
        if (text == nullptr || !positive) return;
        Pattern pattern;
        pattern.zone = text->zone;
        for (const query::Word& word : text->words) {
            Word made{0, word, std::nullopt};
            if (word.kind == query::Word::Kind::plain) made.term = vocabulary_.term_of(word.token);
            if (word.kind == query::Word::Kind::pattern || word.kind == query::Word::Kind::fuzzy ||
                word.exact)
                made.forms.emplace(word, stemmer);
            if (word.kind == query::Word::Kind::plain)
                pattern.weight += weight(std::string(vocabulary_.text(made.term)));
            pattern.words.push_back(std::move(made));
        }
        patterns_.push_back(std::move(pattern));
    });
}

std::vector<TextToken> Patterns::tokens(std::string_view text) {
    std::vector<TextToken> result;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
        const TermNumber term = vocabulary_.term_of(text.substr(token.begin, token.end - token.begin));
        result.push_back({term, text.substr(token.begin, token.end - token.begin), token.begin, token.end,
                          token.sentence, token.paragraph});
    }
    return result;
}

std::vector<PatternMatch> Patterns::find(const std::vector<TextToken>& tokens, bool in_title) const {
    std::vector<PatternMatch> found;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        std::size_t longest = 0;
        std::size_t best = 0;
        for (std::size_t each = 0; each < patterns_.size(); ++each) {
            const Pattern& pattern = patterns_[each];
            if (pattern.words.size() <= longest || (pattern.zone == query::Zone::title && !in_title))
                continue;
            if (!matches_at(pattern, tokens, first)) continue;
            longest = pattern.words.size();
            best = each;
        }
        if (longest > 0) found.push_back({best, first, first + longest - 1});
    }
    return found;
}

bool Patterns::is_at(const Word& word, const TextToken& token) const {
    if (word.word.kind == query::Word::Kind::any) return true;
    if (!has_letters(token.text, word.word.letters)) return false;
    if (!word.forms) return token.term == word.term;
    const bool by_stem = !word.word.exact && word.forms->matches(vocabulary_.text(token.term));
    return by_stem || word.forms->matches_form(fold_token(token.text));
}

bool Patterns::matches_at(const Pattern& pattern, const std::vector<TextToken>& tokens,
                          std::size_t first) const {
    const std::size_t length = pattern.words.size();
    if (first + length > tokens.size() || tokens[first].paragraph != tokens[first + length - 1].paragraph)
        return false;
    return std::equal(pattern.words.begin(), pattern.words.end(),
                      tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      [this](const Word& word, const TextToken& token) { return is_at(word, token); });
}

}  // namespace broadsheet
