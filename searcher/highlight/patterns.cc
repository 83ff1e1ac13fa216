#include "searcher/highlight/patterns.h"

#include <algorithm>

#include "schema/analysis/tokenizer.h"
#include "searcher/match/placement_builder.h"

namespace broadsheet {

namespace {

// What a word says by its most frequent stem, and words by the sum.
double weight_of(const query::Node& node, TermExpander& expander,
                 const std::function<double(const std::string& stem)>& weight) {
    double sum = 0;
    query::for_each_leaf(node, [&](const query::Node& leaf, bool positive) {
        const auto* text = std::get_if<query::Text>(&leaf.is);
        if (text == nullptr || !positive) return;
        for (const query::Word& word : text->words) {
            if (word.kind == query::Word::Kind::any) continue;
            const ExpandedWord& expanded = expander.expand(word);
            if (!expanded.stems.empty()) sum += weight(expanded.stems.front().text);
        }
    });
    return sum;
}

}  // namespace

std::vector<TextToken> text_tokens(std::string_view text) {
    std::vector<TextToken> result;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);)
        result.push_back({token.begin, token.end, token.sentence, token.paragraph});
    return result;
}

void put_in_order(std::vector<PatternMatch>& matches) {
    std::stable_sort(matches.begin(), matches.end(), [](const PatternMatch& a, const PatternMatch& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
}

Patterns::Patterns(const query::Node& root, TermExpander& expander, const AnalysisSettings& analysis,
                   const std::function<double(const std::string& stem)>& weight)
    : analyser_(analysis), vocabulary_(analysis.stemmer) {
    add(root, true, expander, weight);
}

void Patterns::add(const query::Node& node, bool positive, TermExpander& expander,
                   const std::function<double(const std::string& stem)>& weight) {
    const auto each = [&](const std::vector<query::Node>& parts, bool sign) {
        for (const query::Node& part : parts)
            add(part, sign, expander, weight);
    };
    if (const auto* all = std::get_if<query::All>(&node.is)) return each(all->parts, positive);
    if (const auto* any = std::get_if<query::Any>(&node.is)) return each(any->parts, positive);
    if (const auto* negated = std::get_if<query::Not>(&node.is)) return each(negated->part, !positive);
    if (const auto* list = std::get_if<query::List>(&node.is)) {
        for (const query::ListItem& item : list->items)
            add(item.node, positive != (item.occurrence == query::Occurrence::excluded), expander, weight);
        return;
    }
    if (!positive || !query::is_positional(node)) return;
    patterns_.push_back(std::make_unique<Pattern>(make_placement(node, expander), vocabulary_));
    patterns_.back()->weight = weight_of(node, expander, weight);
}

FoundMatches Patterns::find(std::string_view title, std::string_view body, std::string_view record) {
    FoundMatches found;
    if (patterns_.empty()) return found;
    if (record.empty()) {
        const AnalysedText& text = analyser_.analyse(title, body);
        for (std::size_t i = 0; i < patterns_.size(); ++i) {
            patterns_[i]->analysed.turn_to(title, body, text, analyser_.vocabulary());
            take_spans(i, patterns_[i]->analysed, found);
        }
    } else {
        written_.turn_to(title, body);
        for (std::size_t i = 0; i < patterns_.size(); ++i) {
            patterns_[i]->packed.turn_to(record, written_);
            take_spans(i, patterns_[i]->packed, found);
        }
    }
    put_in_order(found.title);
    put_in_order(found.body);
    return found;
}

void Patterns::take_spans(std::size_t pattern, DocumentWords& document, FoundMatches& found) {
    const std::uint32_t in_title = document.title_size();
    for (const Span& span : patterns_[pattern]->evaluator.spans(document)) {
        if (span.last < in_title) {
            found.title.push_back({pattern, span.first, span.last});
        } else {
            found.body.push_back({pattern, span.first - in_title, span.last - in_title});
        }
    }
}

}  // namespace broadsheet
