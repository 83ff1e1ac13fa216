#include "searcher/engine/search.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "schema/revision.h"
#include "searcher/engine/cursor.h"
#include "searcher/engine/duplicates.h"
#include "searcher/engine/highlighting.h"
#include "searcher/engine/insights.h"
#include "searcher/engine/reading.h"
#include "searcher/facets/place_facet.h"
#include "searcher/match/article_values.h"
#include "searcher/match/order.h"
#include "searcher/understand/suggestion.h"

namespace broadsheet {

namespace {

const std::vector<std::string>* given_values(const Article& article, FieldId field) {
    switch (field) {
        case FieldId::person:
            return &article.people;
        case FieldId::organisation:
            return &article.organisations;
        case FieldId::place:
            return &article.places;
        case FieldId::author:
            return &article.authors;
        case FieldId::tag:
            return &article.tags;
        default:
            return nullptr;
    }
}

std::vector<query::Dates> selected_dates(const Plan& plan) {
    std::vector<query::Dates> dates;
    for (const FilterGroup& group : plan.filters) {
        for (const Condition& condition : group.any_of) {
            if (const auto* each = std::get_if<query::Dates>(&condition.is)) dates.push_back(*each);
        }
    }
    return dates;
}

std::vector<Facet> make_facets(const SearchRequest& request, const AnsweredQuery& answered, Labels& labels) {
    std::vector<Facet> facets;
    for (const FieldId field : request.facets) {
        if (field == FieldId::date) {
            facets.push_back(
                date_facet(answered.result.days, selected_dates(answered.plan), answered.result.story_days));
            continue;
        }
        const auto counts = std::find_if(answered.result.counts.begin(), answered.result.counts.end(),
                                         [field](const FieldCounts& each) { return each.field == field; });
        const auto make = is_hierarchical(field) ? place_facet : value_facet;
        facets.push_back(
            make(*counts, selected_values(answered.plan, *counts), request.facet_values, labels));
    }
    return facets;
}

// A query that finds next to nothing, or nothing with all of its words, may be misspelt.
std::string suggested(Snapshot& snapshot, const SearchRequest& request, const AnsweredQuery& answered) {
    const bool relaxed = !request.matching && answered.matching == query::Matching::any;
    const std::uint64_t found = answered.result.total;
    const bool is_late = answered.deadline && std::chrono::steady_clock::now() >= *answered.deadline;
    if (is_late || request.offset > 0 || request.after || (found > few_articles && !relaxed)) return {};
    // Every spelling that is tried would ask the other machines.
    if (snapshot.has_remote()) return {};
    const Suggester suggester(snapshot, request.query, answered.typed);
    const auto best = [&](query::Matching matching, std::uint64_t at_least) {
        return suggester.best(at_least, [&](const std::string& query) {
            return count_articles(snapshot, request, query, matching);
        });
    };
    const std::string with_all = best(request.matching.value_or(query::Matching::all), relaxed ? 0 : found);
    const bool may_relax =
        !request.matching && (relaxed || found == 0) && query::can_be_relaxed(answered.typed);
    if (!with_all.empty() || !may_relax) return with_all;
    constexpr std::uint64_t worth_it = 100;  // one article more in so many
    return best(query::Matching::any, found + found / worth_it);
}

// Hits are those of the documents, in their order.
void add_duplicates(Snapshot& snapshot, const std::vector<RankedDocument>& documents,
                    std::vector<Hit>& hits) {
    std::vector<Location> locations;
    for (const RankedDocument& document : documents)
        locations.push_back(document.location);
    Duplicates duplicates(snapshot, locations);
    for (std::size_t i = 0; i < hits.size(); ++i)
        hits[i].duplicates = duplicates.of(locations[i]);
}

}  // namespace

SearchResponse search(Snapshot& snapshot, const SearchRequest& request) {
    AnsweredQuery answered = answer(snapshot, request);
    SearchResponse response;
    response.query = request.query;
    response.read_as = answered.read_as();
    response.matching = answered.matching;
    response.total = answered.result.total;
    response.stories = answered.result.stories;
    Labels labels(snapshot);
    Highlighter highlighter = make_highlighter(snapshot, answered, request.restrictions);
    for (const RankedDocument& document : answered.result.documents) {
        response.hits.push_back(make_hit(snapshot, document.location, snapshot.stored(document.location),
                                         highlighter, labels, request.with_body));
        response.hits.back().score = document.score;
        response.hits.back().rank = request.rank_before + request.offset + response.hits.size();
    }
    if (response.stories) add_duplicates(snapshot, answered.result.documents, response.hits);
    const std::uint64_t shown_in_all = request.collapse ? response.stories.value_or(0) : response.total;
    if (!response.hits.empty() && response.hits.back().rank < shown_in_all) {
        const Hit& last = response.hits.back();
        response.next = to_text(Cursor{{rounded_score(last.score), last.article.date, last.article.id},
                                       last.rank,
                                       answered.matching},
                                request);
    }
    response.facets = make_facets(request, answered, labels);
    if (request.timeline) {
        response.timeline = make_timeline(snapshot, request, answered, labels);
        if (!response.timeline->warning.empty()) answered.warnings.push_back(response.timeline->warning);
    }
    response.significant = find_significant(snapshot, request, answered, labels);
    const bool has_more = request.timeline || !request.significant.empty() || request.significant_words;
    const bool was_late = answered.deadline && std::chrono::steady_clock::now() >= *answered.deadline;
    response.is_complete = answered.result.is_complete && !(has_more && was_late);
    if (response.is_complete != answered.result.is_complete) answered.warnings.emplace_back(out_of_time);
    response.entities = understood(answered);
    response.suggestion = suggested(snapshot, request, answered);
    response.warnings = std::move(answered.warnings);
    return response;
}

Hit make_hit(Snapshot& snapshot, Location location, StoredArticle stored, Highlighter& highlighter,
             Labels& labels, bool with_body) {
    Hit hit;
    std::string buffer;
    const Positions* positions = snapshot.positions(location.segment);
    const std::string_view record =
        positions == nullptr ? std::string_view() : positions->record(location.document, buffer);
    Highlights highlights =
        highlighter.show(stored.article.title, stored.article.body, stored.annotation, record);
    hit.title = std::move(highlights.title);
    hit.snippet = joined(highlights.fragments);
    hit.fragments = std::move(highlights.fragments);
    for (const FieldId field : entity_fields)
        hit.entities.emplace_back(field, values_of(snapshot, location, stored, field, labels));
    hit.corrections = corrections_of(snapshot, location);
    hit.article = std::move(stored.article);
    // Thousands of hits must not keep thousands of originals.
    hit.article.original = {};
    if (!with_body) hit.article.body = {};
    return hit;
}

std::uint64_t corrections_of(const Snapshot& snapshot, Location location) {
    const Xapian::Database& database = snapshot.segments()[location.segment].database;
    // Most segments have none, and Xapian remembers that.
    if (database.get_value_freq(revisions_slot) == 0) return 0;
    const std::string count = database.get_document(location.document).get_value(revisions_slot);
    return count.empty() ? 0 : static_cast<std::uint64_t>(Xapian::sortable_unserialise(count));
}

std::vector<ValueId> selected_values(const Plan& plan, const FieldCounts& counts) {
    std::vector<const ValueCondition*> filters;
    const auto take = [&](const Condition& condition) {
        const auto* value = std::get_if<ValueCondition>(&condition.is);
        if (value != nullptr && value->field == counts.field) filters.push_back(value);
    };
    for (const FilterGroup& group : plan.filters)
        std::for_each(group.any_of.begin(), group.any_of.end(), take);
    std::for_each(plan.required.begin(), plan.required.end(), take);
    std::vector<ValueId> selected;
    if (filters.empty()) return selected;
    std::unordered_set<ValueId> counted;
    for (const ValueCount& each : counts.values)
        counted.insert(each.id);
    for (const ValueCondition* filter : filters) {
        const std::size_t before = selected.size();
        for (const ValueId id : filter->ids) {
            if (counted.contains(id)) selected.push_back(id);
        }
        if (selected.size() == before) selected.push_back(filter->ids.front());
    }
    return selected;
}

std::vector<std::string> values_of(Snapshot& snapshot, Location location, const StoredArticle& stored,
                                   FieldId field_id, Labels& labels) {
    std::vector<std::string> values;
    for (const Entity& entity : stored.annotation) {
        if (entity.field == field_id) values.push_back(labels.of(field_id, entity.id));
    }
    if (!stored.annotation.empty() && field_id <= FieldId::place) return values;
    ArticleValues all(snapshot);
    const std::span<const ValueId> of_facet = all.of(field_id, location);
    std::vector<ValueId> ids(of_facet.begin(), of_facet.end());
    if (const std::vector<std::string>* given = given_values(stored.article, field_id)) {
        for (const std::string& name : *given) {
            const ValueId id = value_id(field_id, name);
            if (std::erase(ids, id) > 0) values.push_back(labels.of(field_id, id));
        }
    }
    const auto rest = static_cast<std::ptrdiff_t>(values.size());
    for (const ValueId id : ids)
        values.push_back(labels.of(field_id, id));
    std::sort(values.begin() + rest, values.end());
    return values;
}

}  // namespace broadsheet
