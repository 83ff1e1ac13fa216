#include "searcher/match/plan.h"

#include <algorithm>
#include <utility>

#include "schema/analysis/vocabulary.h"
#include "searcher/query/resolve.h"

namespace broadsheet {

namespace {

class Planner {
public:
    explicit Planner(const AnalysisSettings& analysis) : analysis_(analysis) {}

    // `node` has no Lists.
    Condition condition(const query::Node& node) {
        if (std::holds_alternative<query::Nothing>(node.is)) return {query::Nothing{}};
        if (const auto* text = std::get_if<query::Text>(&node.is)) return text_condition(*text);
        if (const auto* value = std::get_if<query::Value>(&node.is)) return value_condition(*value);
        if (const auto* dates = std::get_if<query::Dates>(&node.is)) return {*dates};
        if (const auto* all = std::get_if<query::All>(&node.is)) return {AllOf{conditions(all->parts)}};
        if (const auto* any = std::get_if<query::Any>(&node.is)) return {AnyOf{conditions(any->parts)}};
        if (const auto* negated = std::get_if<query::Not>(&node.is))
            return {NoneOf{conditions(negated->part)}};
        return {query::Everything{}};
    }

    std::vector<Condition> conditions(const std::vector<query::Node>& nodes) {
        std::vector<Condition> result;
        result.reserve(nodes.size());
        for (const query::Node& node : nodes)
            result.push_back(condition(node));
        return result;
    }

    std::string stem(const query::Word& word) const { return stem_of(word.token, analysis_.stemmer); }

    bool has_phrases() const { return has_phrases_; }

private:
    Condition text_condition(const query::Text& text) {
        if (text.words.size() == 1) return {TermCondition{stem(text.words.front()), text.title_only}};
        has_phrases_ = true;
        PhraseCondition phrase{{}, text.title_only};
        for (const query::Word& word : text.words)
            phrase.stems.push_back(stem(word));
        return {std::move(phrase)};
    }

    static Condition value_condition(const query::Value& value) {
        if (field(value.field).kind == FieldKind::facet) {
            return {ValueCondition{value.field, value_id(value.field, value.value)}};
        }
        return {ExactCondition{value.field, value.value}};
    }

    const AnalysisSettings& analysis_;
    bool has_phrases_ = false;
};

std::vector<ScoringTerm> scoring_terms(const query::Node& root, const Planner& planner) {
    std::vector<ScoringTerm> terms;
    query::for_each_leaf(root, [&](const query::Node& leaf, bool positive) {
        const auto* text = std::get_if<query::Text>(&leaf.is);
        if (text == nullptr || !positive) return;
        for (const query::Word& word : text->words) {
            std::string stem = planner.stem(word);
            const auto known = std::find_if(terms.begin(), terms.end(),
                                            [&](const ScoringTerm& term) { return term.stem == stem; });
            if (known != terms.end()) {
                ++known->count;
            } else {
                terms.push_back({std::move(stem), word.folded});
            }
        }
    });
    return terms;
}

void add_filter(std::vector<FilterGroup>& groups, FieldId field_id, Condition condition) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const FilterGroup& each) { return each.field == field_id; });
    if (group == groups.end()) group = groups.insert(groups.end(), FilterGroup{field_id, {}});
    group->any_of.push_back(std::move(condition));
}

}  // namespace

FieldId field_of(const query::Node& filter) {
    const auto* value = std::get_if<query::Value>(&filter.is);
    return value == nullptr ? FieldId::date : value->field;
}

Plan make_plan(const query::Node& root, query::Matching matching, const Restrictions& restrictions,
               const AnalysisSettings& analysis) {
    Planner planner(analysis);
    Plan plan;
    plan.condition = planner.condition(query::resolved(root, matching));
    plan.terms = scoring_terms(root, planner);
    const bool has_dates = restrictions.dates.begin || restrictions.dates.end;
    if (has_dates || !restrictions.excluded.empty()) {
        AllOf all;
        all.parts.push_back(std::move(plan.condition));
        if (has_dates) all.parts.push_back({restrictions.dates});
        if (!restrictions.excluded.empty()) {
            all.parts.push_back({NoneOf{planner.conditions(restrictions.excluded)}});
        }
        plan.condition = {std::move(all)};
    }
    for (const query::Node& filter : restrictions.filters) {
        add_filter(plan.filters, field_of(filter), planner.condition(filter));
    }
    plan.has_phrases = planner.has_phrases();
    return plan;
}

}  // namespace broadsheet
