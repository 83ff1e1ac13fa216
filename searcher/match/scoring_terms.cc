#include "searcher/match/scoring_terms.h"

#include <algorithm>

#include "searcher/match/bm25.h"

namespace broadsheet {

namespace {

using query::Alike;

class Collector {
public:
    Collector(std::uint64_t articles, TermExpander& expander) : articles_(articles), expander_(expander) {}

    std::vector<ScoringTerm> run(const query::Node& root) {
        std::vector<const query::Node*> alike;
        add_typed(root, alike);
        for (const query::Node* node : alike)
            add_forms(*node);
        return std::move(terms_);
    }

private:
    // What stands for something else goes to `alike`.
    void add_typed(const query::Node& node, std::vector<const query::Node*>& alike) {
        query::for_each_typed(
            node,
            [&](const query::Node& leaf, bool positive) {
                if (positive) add(leaf, 0);
            },
            [&](const query::Node& any, bool positive) {
                if (positive) alike.push_back(&any);
            });
    }

    void add_forms(const query::Node& node) {
        const auto& any = std::get<query::Any>(node.is);
        const double typed = rarity(any.parts.front()).sum;
        for (std::size_t i = 1; i < any.parts.size(); ++i) {
            const Rarity own = rarity(any.parts[i]);
            if (own.sum <= 0) continue;
            const double most = any.alike == Alike::synonyms ? typed : own.highest;
            add(any.parts[i], std::min(1.0, most / own.sum));
        }
    }

    struct Rarity {
        double sum = 0;
        double highest = 0;  // of a word
    };

    Rarity rarity(const query::Node& node) {
        Rarity rarity;
        query::for_each_leaf(node, [&](const query::Node& leaf, bool) {
            const auto* text = std::get_if<query::Text>(&leaf.is);
            if (text == nullptr) return;
            for (const query::Word& word : text->words) {
                if (word.kind == query::Word::Kind::any) continue;
                const std::vector<ExpandedStem>& stems = expander_.expand(word).stems;
                const std::uint64_t having = stems.empty() ? 0 : stems.front().articles;
                const double one = inverse_frequency(articles_, having);
                rarity.sum += one;
                rarity.highest = std::max(rarity.highest, one);
            }
        });
        return rarity;
    }

    // `form_share`: 0 for what was typed.
    void add(const query::Node& leaf, double form_share) {
        const auto* text = std::get_if<query::Text>(&leaf.is);
        if (text == nullptr) return;
        for (const query::Word& word : text->words) {
            if (word.kind == query::Word::Kind::any) continue;
            const std::vector<ExpandedStem>& stems = expander_.expand(word).stems;
            for (std::size_t i = 0; i < std::min(stems.size(), most_scoring); ++i)
                add(stems[i].text, word, form_share);
        }
    }

    void add(const std::string& stem, const query::Word& word, double form_share) {
        const auto known = std::find_if(terms_.begin(), terms_.end(),
                                        [&](const ScoringTerm& term) { return term.stem == stem; });
        if (known == terms_.end()) {
            ScoringTerm term{stem, word.kind == query::Word::Kind::plain ? word.folded : stem};
            term.is_added = form_share > 0;
            term.form_share = form_share;
            terms_.push_back(std::move(term));
        } else if (form_share == 0) {
            ++known->count;
        } else {
            known->form_share = known->is_added ? std::max(known->form_share, form_share) : 0;
        }
    }

    std::uint64_t articles_;
    TermExpander& expander_;
    std::vector<ScoringTerm> terms_;
};

}  // namespace

std::vector<ScoringTerm> scoring_terms(const query::Node& root, std::uint64_t articles,
                                       TermExpander& expander) {
    return Collector(articles, expander).run(root);
}

}  // namespace broadsheet
