#include "searcher/match/plan.h"

#include <algorithm>
#include <utility>

#include "searcher/match/placement_builder.h"
#include "searcher/match/scoring_terms.h"
#include "searcher/match/values_meant.h"
#include "searcher/query/resolve.h"

namespace broadsheet {

namespace {

class Planner {
public:
    Planner(const Snapshot& snapshot, TermExpander& expander) : snapshot_(snapshot), expander_(expander) {}

    // `node` has no Lists.
    Condition condition(const query::Node& node) {
        if (std::holds_alternative<query::Nothing>(node.is)) return {query::Nothing{}};
        if (const auto* text = std::get_if<query::Text>(&node.is)) return text_condition(*text, node);
        if (std::holds_alternative<query::Distance>(node.is) ||
            std::holds_alternative<query::AtLeast>(node.is))
            return placement(node);
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

    bool has_placements() const { return has_placements_; }
    bool needs_text() const { return needs_text_; }

private:
    // A single word needs no places where posting lists tell all there is to know.
    Condition text_condition(const query::Text& text, const query::Node& node) {
        const query::Word& word = text.words.front();
        const bool in_postings = text.zone == query::Zone::anywhere || text.zone == query::Zone::title;
        if (text.words.size() > 1 || !in_postings || word.letters != query::Letters::any)
            return placement(node);
        TermCondition term{{}, text.zone == query::Zone::title};
        for (const ExpandedStem& stem : expander_.expand(word).stems) {
            if (stem.doubtful) return placement(node);
            term.stems.push_back(stem.text);
        }
        std::sort(term.stems.begin(), term.stems.end());
        return {std::move(term)};
    }

    Condition placement(const query::Node& node) {
        has_placements_ = true;
        PlacementCondition condition{make_placement(node, expander_)};
        needs_text_ = needs_text_ || condition.placement->needs_text;
        return {std::move(condition)};
    }

    Condition value_condition(const query::Value& value) const {
        if (field(value.field).kind == FieldKind::exact) return {ExactCondition{value.field, value.value}};
        return {values_meant(value, snapshot_)};
    }

    const Snapshot& snapshot_;
    TermExpander& expander_;
    bool has_placements_ = false;
    bool needs_text_ = false;
};

Condition words_of(const Placement& placement, const PlacementNode& node) {
    if (const Sequence* sequence = std::get_if<Sequence>(&node.is)) {
        AllOf all;
        for (const std::uint32_t index : sequence->words) {
            const PlacedWord& word = placement.words[index];
            if (word.any) continue;
            TermCondition term{{}, sequence->zone == query::Zone::title};
            for (const PlacedStem& stem : word.stems)
                term.stems.push_back(stem.text);
            std::sort(term.stems.begin(), term.stems.end());
            all.parts.push_back({std::move(term)});
        }
        return {std::move(all)};
    }
    if (const Either* either = std::get_if<Either>(&node.is)) {
        AnyOf any;
        for (const PlacementNode& part : either->parts)
            any.parts.push_back(words_of(placement, part));
        return {std::move(any)};
    }
    if (const Near* near = std::get_if<Near>(&node.is)) {
        AllOf all;
        all.parts.push_back(words_of(placement, near->sides.front()));
        if (!near->proximity.negative) all.parts.push_back(words_of(placement, near->sides.back()));
        return {std::move(all)};
    }
    return words_of(placement, std::get<Repeated>(node.is).part.front());
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
               const Snapshot& snapshot, TermExpander& expander) {
    Planner planner(snapshot, expander);
    Plan plan;
    plan.condition = planner.condition(query::resolved(root, matching));
    plan.terms = scoring_terms(root, snapshot.database().get_doccount(), expander);
    plan.required = planner.conditions(restrictions.required);
    const bool has_dates = restrictions.dates.begin || restrictions.dates.end;
    if (has_dates || restrictions.near || !restrictions.required.empty() || !restrictions.excluded.empty()) {
        AllOf all;
        all.parts.push_back(std::move(plan.condition));
        if (has_dates) all.parts.push_back({restrictions.dates});
        if (restrictions.near)
            all.parts.push_back({ValueCondition{FieldId::place, places_near(*restrictions.near, snapshot)}});
        all.parts.insert(all.parts.end(), plan.required.begin(), plan.required.end());
        if (!restrictions.excluded.empty()) {
            all.parts.push_back({NoneOf{planner.conditions(restrictions.excluded)}});
        }
        plan.condition = {std::move(all)};
    }
    for (const query::Node& filter : restrictions.filters) {
        add_filter(plan.filters, field_of(filter), planner.condition(filter));
    }
    plan.has_placements = planner.has_placements();
    plan.needs_text = planner.needs_text();
    plan.warnings = expander.warnings();
    return plan;
}

Condition words_of(const Placement& placement) {
    return words_of(placement, placement.root);
}

}  // namespace broadsheet
