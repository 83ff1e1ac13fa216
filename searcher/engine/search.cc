#include "searcher/engine/search.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "searcher/engine/cursor.h"
#include "searcher/engine/reading.h"
#include "searcher/facets/place_facet.h"
#include "searcher/match/bm25.h"
#include "searcher/match/order.h"

namespace broadsheet {

namespace {

Highlighter make_highlighter(const Snapshot& snapshot, const AnsweredQuery& answered) {
    const Xapian::Database& database = snapshot.database();
    const std::uint64_t articles = database.get_doccount();
    return {answered.root, *answered.expander, snapshot.manifest().analysis, [&](const std::string& stem) {
                return inverse_frequency(articles, database.get_termfreq(stem));
            }};
}

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

Hit make_hit(Snapshot& snapshot, const RankedDocument& document, bool with_body, Highlighter& highlighter,
             Labels& labels) {
    Hit hit;
    hit.score = document.score;
    StoredArticle stored = snapshot.stored(document.location);
    Highlights highlights = highlighter.show(stored.article.title, stored.article.body);
    hit.title = std::move(highlights.title);
    hit.snippet = joined(highlights.fragments);
    hit.fragments = std::move(highlights.fragments);
    for (const FieldId field : entity_fields)
        hit.entities.emplace_back(field, values_of(snapshot, document.location, stored, field, labels));
    hit.article = std::move(stored.article);
    // Thousands of hits must not keep thousands of originals.
    hit.article.original = {};
    if (!with_body) hit.article.body = {};
    return hit;
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
            facets.push_back(date_facet(answered.result.days, selected_dates(answered.plan)));
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

}  // namespace

SearchResponse search(Snapshot& snapshot, const SearchRequest& request) {
    AnsweredQuery answered = answer(snapshot, request);
    SearchResponse response;
    response.query = request.query;
    response.read_as = answered.read_as();
    response.matching = answered.matching;
    response.total = answered.result.total;
    Labels labels(snapshot);
    Highlighter highlighter = make_highlighter(snapshot, answered);
    for (const RankedDocument& document : answered.result.documents) {
        response.hits.push_back(make_hit(snapshot, document, request.with_body, highlighter, labels));
        response.hits.back().rank = request.rank_before + request.offset + response.hits.size();
    }
    if (!response.hits.empty() && response.hits.back().rank < response.total) {
        const Hit& last = response.hits.back();
        response.next = to_text(Cursor{{rounded_score(last.score), last.article.date, last.article.id},
                                       last.rank,
                                       answered.matching},
                                request);
    }
    response.facets = make_facets(request, answered, labels);
    response.warnings = std::move(answered.warnings);
    return response;
}

std::vector<ValueId> selected_values(const Plan& plan, const FieldCounts& counts) {
    std::vector<ValueId> selected;
    const bool has_filter =
        std::any_of(plan.filters.begin(), plan.filters.end(),
                    [&](const FilterGroup& group) { return group.field == counts.field; });
    if (!has_filter) return selected;
    std::unordered_set<ValueId> counted;
    for (const ValueCount& each : counts.values)
        counted.insert(each.id);
    for (const FilterGroup& group : plan.filters) {
        if (group.field != counts.field) continue;
        for (const Condition& condition : group.any_of) {
            const auto* value = std::get_if<ValueCondition>(&condition.is);
            if (value == nullptr) continue;
            const std::size_t before = selected.size();
            for (const ValueId id : value->ids) {
                if (counted.contains(id)) selected.push_back(id);
            }
            if (selected.size() == before) selected.push_back(value->ids.front());
        }
    }
    return selected;
}

std::vector<std::string> values_of(const Snapshot& snapshot, Location location, const StoredArticle& stored,
                                   FieldId field_id, Labels& labels) {
    std::vector<std::string> values;
    for (const Entity& entity : stored.annotation) {
        if (entity.field == field_id) values.push_back(labels.of(field_id, entity.id));
    }
    if (!stored.annotation.empty() && field_id <= FieldId::place) return values;
    const Xapian::Database& database = snapshot.segments()[location.segment].database;
    std::vector<ValueId> ids =
        unpack_ids(database.get_document(location.document).get_value(field(field_id).slot));
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
