#include "searcher/library/answer.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "schema/date.h"
#include "searcher/render/markup.h"

namespace broadsheet::searcher {

struct Answer::Whole {
    std::shared_ptr<const SearchResponse> response;
    HitFields fields;
    double milliseconds;
};

namespace {

std::string date_of(const broadsheet::Article& article) {
    return article.date ? iso_8601(*article.date) : std::string();
}

Hit to_hit(const broadsheet::Hit& found) {
    Hit hit;
    hit.id = found.article.id;
    hit.rank = found.rank;
    hit.score = shown_score(found.score);
    hit.title = found.article.title;
    hit.title_html = html_marked(found.title);
    hit.snippet_html = html_marked(found.snippet);
    hit.date = date_of(found.article);
    hit.source = found.article.source;
    hit.url = found.article.url;
    hit.authors = found.article.authors;
    hit.body = found.article.body;
    for (const auto& [field, values] : found.entities) {
        if (field == FieldId::person) hit.people = values;
        if (field == FieldId::organisation) hit.organisations = values;
        if (field == FieldId::place) hit.places = values;
    }
    hit.duplicates = found.duplicates;
    hit.corrections = found.corrections;
    return hit;
}

FacetValue to_value(const FacetEntry& entry) {
    FacetValue value{entry.value, entry.id, entry.count, entry.stories, entry.selected, {}, {}};
    if (entry.where) value.where = {entry.where->latitude, entry.where->longitude};
    for (const FacetEntry& each : entry.within)
        value.within.push_back(to_value(each));
    return value;
}

Facet to_facet(const broadsheet::Facet& counted) {
    Facet facet;
    facet.field = field(counted.field).name;
    for (const FacetEntry& entry : counted.values)
        facet.values.push_back(to_value(entry));
    facet.distinct = counted.distinct;
    return facet;
}

Interval to_interval(broadsheet::Interval interval) {
    switch (interval) {
        case broadsheet::Interval::day:
            return Interval::day;
        case broadsheet::Interval::week:
            return Interval::week;
        case broadsheet::Interval::month:
            return Interval::month;
        case broadsheet::Interval::year:
            return Interval::year;
    }
    return Interval::none;
}

Timeline to_timeline(const broadsheet::Timeline& counted) {
    constexpr Seconds day_seconds = 86400;
    Timeline timeline{to_interval(counted.interval), {}};
    for (const broadsheet::Bucket& bucket : counted.buckets)
        timeline.buckets.push_back({iso_day(bucket.first_day * day_seconds), bucket.count, bucket.stories});
    return timeline;
}

}  // namespace

Answer to_answer(std::shared_ptr<const SearchResponse> response, HitFields fields, double milliseconds) {
    Answer answer;
    answer.read_as = response->read_as;
    answer.total = response->total;
    answer.stories = response->stories;
    answer.exact = response->is_complete;
    for (const broadsheet::Hit& hit : response->hits)
        answer.hits.push_back(to_hit(hit));
    for (const broadsheet::Facet& facet : response->facets)
        answer.facets.push_back(to_facet(facet));
    if (response->timeline) answer.timeline = to_timeline(*response->timeline);
    answer.suggestion = response->suggestion;
    answer.warnings = response->warnings;
    answer.next = response->next;
    answer.milliseconds = milliseconds;
    answer.whole = std::make_shared<const Answer::Whole>(
        Answer::Whole{std::move(response), std::move(fields), milliseconds});
    return answer;
}

std::string Answer::json() const {
    if (!whole) return "{}";
    return dump(to_json(*whole->response, whole->fields, whole->milliseconds), false);
}

Article to_article(FoundArticle found) {
    Article article;
    article.json = dump(to_json(found), false);
    article.date = date_of(found.article);
    article.id = std::move(found.article.id);
    article.url = std::move(found.article.url);
    article.title = std::move(found.article.title);
    article.body = std::move(found.article.body);
    article.source = std::move(found.article.source);
    article.language = std::move(found.article.language);
    article.section = std::move(found.article.section);
    article.authors = std::move(found.article.authors);
    article.tags = std::move(found.article.tags);
    for (auto& [field, values] : found.values) {
        if (field == FieldId::person) article.people = std::move(values);
        if (field == FieldId::organisation) article.organisations = std::move(values);
        if (field == FieldId::place) article.places = std::move(values);
    }
    article.original = std::move(found.article.original);
    article.media_type = std::move(found.article.media_type);
    return article;
}

Suggestion to_suggestion(const broadsheet::Suggestion& suggestion) {
    return {suggestion.text, suggestion.field == nullptr ? "" : std::string(suggestion.field->name),
            suggestion.id, suggestion.alias, suggestion.articles};
}

}  // namespace broadsheet::searcher
