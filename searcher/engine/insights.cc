#include "searcher/engine/insights.h"

#include <algorithm>

#include "searcher/engine/search.h"
#include "searcher/facets/facet.h"
#include "searcher/facets/place_facet.h"
#include "searcher/facets/whole_index.h"
#include "searcher/match/matcher.h"
#include "searcher/significance/significant_words.h"

namespace broadsheet {

namespace {

// The same matches without a filter of their own for any field.
Plan with_filters_in_condition(Plan plan) {
    AllOf all;
    all.parts.push_back(std::move(plan.condition));
    for (FilterGroup& group : plan.filters)
        all.parts.push_back({AnyOf{std::move(group.any_of)}});
    plan.condition = {std::move(all)};
    plan.filters.clear();
    return plan;
}

// Counts over the matches, with all filters: those that were made for the facets where they are the same.
class MatchCounts {
public:
    MatchCounts(Snapshot& snapshot, const SearchRequest& request, const AnsweredQuery& answered,
                const std::vector<FieldId>& counted)
        : result_(answered.result) {
        const bool is_filtered = std::any_of(
            answered.plan.filters.begin(), answered.plan.filters.end(), [&](const FilterGroup& group) {
                return std::find(counted.begin(), counted.end(), group.field) != counted.end();
            });
        if (!is_filtered) return;
        MatchRequest wanted;
        wanted.limit = 0;
        wanted.counted = counted;
        wanted.matcher = request.matcher;
        wanted.deadline = answered.deadline;
        recounted_ = match(snapshot, with_filters_in_condition(answered.plan), wanted);
    }

    const DayCounts& days() const { return recounted_ ? recounted_->days : result_.days; }

    const FieldCounts& of(FieldId id) const {
        const std::vector<FieldCounts>& counts = recounted_ ? recounted_->counts : result_.counts;
        return *std::find_if(counts.begin(), counts.end(),
                             [id](const FieldCounts& each) { return each.field == id; });
    }

private:
    const MatchResult& result_;
    std::optional<MatchResult> recounted_;
};

// The values that the query or a filter asks for, which are no news about the matches.
void collect_values(const Condition& condition, FieldId field, std::vector<ValueId>& values) {
    const auto collect = [&](const auto& parts) {
        for (const Condition& part : parts)
            collect_values(part, field, values);
    };
    if (const auto* all = std::get_if<AllOf>(&condition.is)) collect(all->parts);
    if (const auto* any = std::get_if<AnyOf>(&condition.is)) collect(any->parts);
    if (const auto* value = std::get_if<ValueCondition>(&condition.is)) {
        if (value->field == field || value->field == FieldId::about)
            values.insert(values.end(), value->ids.begin(), value->ids.end());
    }
}

std::vector<ValueId> asked_for(const Plan& plan, FieldId field) {
    std::vector<ValueId> values;
    collect_values(plan.condition, field, values);
    for (const FilterGroup& group : plan.filters) {
        for (const Condition& condition : group.any_of)
            collect_values(condition, field, values);
    }
    return values;
}

std::vector<Location> all_matches(Snapshot& snapshot, const Plan& plan, Matcher matcher) {
    std::vector<Location> matches;
    for_each_match(snapshot, plan, matcher, [&](Location location) { matches.push_back(location); });
    return matches;
}

SignificantOf significant_words_of(Snapshot& snapshot, const SearchRequest& request,
                                   const AnsweredQuery& answered) {
    const std::vector<Location> read =
        sample(all_matches(snapshot, answered.plan, request.matcher), most_sampled);
    std::vector<std::string> asked;
    for (const ScoringTerm& term : answered.plan.terms)
        asked.push_back(term.stem);
    return {std::nullopt, read.size(),
            significant_words(snapshot, read, asked, least_matches(read.size()), request.significant_values)};
}

// The most frequent values; of places, countries, or what lies in the place that was chosen.
std::vector<FacetEntry> values_of_series(const Plan& plan, const FieldCounts& counts, std::size_t most,
                                         Labels& labels) {
    if (!is_hierarchical(counts.field)) return value_facet(counts, {}, most, labels).values;
    std::vector<FacetEntry> entries = place_facet(counts, asked_for(plan, counts.field), most, labels).values;
    while (true) {
        const auto open = std::find_if(entries.begin(), entries.end(),
                                       [](const FacetEntry& entry) { return !entry.within.empty(); });
        if (open == entries.end()) break;
        std::vector<FacetEntry> within = std::move(open->within);
        entries = std::move(within);
    }
    entries.resize(std::min(entries.size(), most));
    return entries;
}

// A series for each of the timeline's values.
void add_series(Snapshot& snapshot, const SearchRequest& request, const AnsweredQuery& answered,
                const FieldCounts& counts, Labels& labels, Timeline& timeline) {
    const Plan unfiltered = with_filters_in_condition(answered.plan);
    MatchRequest wanted;
    wanted.limit = 0;
    wanted.counted = {FieldId::date};
    wanted.matcher = request.matcher;
    wanted.deadline = answered.deadline;
    timeline.by = counts.field;
    for (FacetEntry& entry : values_of_series(answered.plan, counts, request.timeline->most_series, labels)) {
        ValueId id = 0;
        from_text(entry.id, id);
        Plan of_value;
        of_value.has_placements = answered.plan.has_placements;
        of_value.condition = {AllOf{{unfiltered.condition, {ValueCondition{counts.field, {id}}}}}};
        const DayCounts days = match(snapshot, of_value, wanted).days;
        Series series{
            std::move(entry.value), std::move(entry.id), entry.count, by_bucket(days, timeline), {}};
        series.bursts = bursts_of(series.counts, timeline);
        timeline.series.push_back(std::move(series));
    }
}

}  // namespace

Timeline make_timeline(Snapshot& snapshot, const SearchRequest& request, const AnsweredQuery& answered,
                       Labels& labels) {
    const TimelineRequest& wanted = *request.timeline;
    std::vector<FieldId> counted{FieldId::date};
    if (wanted.by) counted.push_back(*wanted.by);
    const MatchCounts counts(snapshot, request, answered, counted);
    Timeline timeline = make_timeline(counts.days(), count_days(snapshot), wanted.interval);
    timeline.undated = answered.result.total;
    for (const Bucket& bucket : timeline.buckets)
        timeline.undated -= bucket.count;
    if (wanted.by) {
        add_series(snapshot, request, answered, counts.of(*wanted.by), labels, timeline);
    }
    return timeline;
}

std::vector<SignificantOf> find_significant(Snapshot& snapshot, const SearchRequest& request,
                                            const AnsweredQuery& answered, Labels& labels) {
    std::vector<SignificantOf> result;
    const MatchCounts counts(snapshot, request, answered, request.significant);
    const std::uint64_t matches = answered.result.total;
    for (const FieldId id : request.significant) {
        result.push_back({id, matches,
                          significant_values(counts.of(id), matches, count_whole_index(snapshot, id),
                                             snapshot.article_count(), asked_for(answered.plan, id),
                                             least_matches(matches), request.significant_values, labels)});
    }
    if (request.significant_words) result.push_back(significant_words_of(snapshot, request, answered));
    return result;
}

NetworkResponse search_network(Snapshot& snapshot, const SearchRequest& request,
                               const NetworkRequest& wanted) {
    SearchRequest counting = request;
    counting.limit = 0;
    counting.facets = wanted.fields;
    const AnsweredQuery answered = answer(snapshot, counting);
    const MatchCounts counts(snapshot, request, answered, wanted.fields);
    std::vector<FieldCounts> of_fields;
    for (const FieldId id : wanted.fields)
        of_fields.push_back(counts.of(id));
    Labels labels(snapshot);
    return {answered.read_as(),
            make_network(snapshot, answered.plan, of_fields, answered.result.total, wanted, labels),
            answered.warnings};
}

}  // namespace broadsheet
