#include "searcher/render/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "schema/date.h"
#include "schema/error.h"
#include "searcher/render/markup.h"
#include "searcher/render/significant.h"
#include "searcher/render/timeline.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json date_or_null(const std::optional<std::int64_t>& date) {
    return date ? Json(iso_8601(*date)) : Json(nullptr);
}

Json entities(const Hit& hit) {
    Json result = Json::object();
    for (const auto& [id, values] : hit.entities)
        result[field(id).name] = values;
    return result;
}

Json fragments(const Hit& hit) {
    Json result = Json::array();
    for (const MarkedText& fragment : hit.fragments)
        result.push_back(html_marked(fragment));
    return result;
}

Json list(const std::vector<std::string>& values) {
    return values.empty() ? Json::array() : Json(values);
}

enum class Shown {
    usually,  // in every hit unless --fields says otherwise
    on_wish,  // where --fields names it
    if_any,   // unless --fields says otherwise in the hits that have it
};

struct HitField {
    const char* name;
    Shown shown;
    Json (*value)(const Hit& hit);
};

// In the order in which they are written.
constexpr std::array<HitField, 18> hit_fields{{
    {"id", Shown::usually, [](const Hit& hit) { return Json(hit.article.id); }},
    {"rank", Shown::usually, [](const Hit& hit) { return Json(hit.rank); }},
    {"score", Shown::usually, [](const Hit& hit) { return Json(shown_score(hit.score)); }},
    {"title", Shown::usually, [](const Hit& hit) { return Json(hit.article.title); }},
    {"title_marked", Shown::usually, [](const Hit& hit) { return Json(html_marked(hit.title)); }},
    {"date", Shown::usually, [](const Hit& hit) { return date_or_null(hit.article.date); }},
    {"source", Shown::usually, [](const Hit& hit) { return text_or_null(hit.article.source); }},
    {"url", Shown::usually, [](const Hit& hit) { return text_or_null(hit.article.url); }},
    {"authors", Shown::usually, [](const Hit& hit) { return list(hit.article.authors); }},
    {"section", Shown::on_wish, [](const Hit& hit) { return text_or_null(hit.article.section); }},
    {"tags", Shown::on_wish, [](const Hit& hit) { return list(hit.article.tags); }},
    {"language", Shown::on_wish, [](const Hit& hit) { return text_or_null(hit.article.language); }},
    {"body", Shown::on_wish, [](const Hit& hit) { return Json(hit.article.body); }},
    {"snippet", Shown::usually, [](const Hit& hit) { return Json(html_marked(hit.snippet)); }},
    {"fragments", Shown::on_wish, [](const Hit& hit) { return fragments(hit); }},
    {"duplicates", Shown::usually, [](const Hit& hit) { return list(hit.duplicates); }},
    {"corrections", Shown::if_any, [](const Hit& hit) { return Json(hit.corrections); }},
    {"entities", Shown::usually, [](const Hit& hit) { return entities(hit); }},
}};

bool is_shown(const HitField& member, const Hit& hit, const HitFields& wanted) {
    if (!wanted.names.empty()) return wanted.has(member.name);
    return member.shown == Shown::usually || (member.shown == Shown::if_any && member.value(hit) != 0);
}

Json to_json(const ExplainedTerm& term) {
    return {{"word", term.word},
            {"stem", term.stem},
            {"articles", term.articles},
            {"inverse_frequency", shown_score(term.inverse_frequency)},
            {"weight", shown_score(term.weight)},
            {"added", term.is_added}};
}

Json to_json(const std::optional<Bonus>& bonus) {
    if (!bonus) return nullptr;
    return {{"title", shown_score(bonus->title)},
            {"whole_title", shown_score(bonus->whole_title)},
            {"proximity", shown_score(bonus->proximity)},
            {"phrases", shown_score(bonus->phrases)},
            {"entities", shown_score(bonus->entities)}};
}

Json to_json(const ExplainedArticle& article) {
    Json parts = Json::array();
    for (const ScorePart& part : article.parts) {
        parts.push_back({{"word", part.term.word},
                         {"stem", part.term.stem},
                         {"occurrences", part.occurrences},
                         {"articles", part.term.articles},
                         {"inverse_frequency", shown_score(part.term.inverse_frequency)},
                         {"weight", shown_score(part.term.weight)},
                         {"added", part.term.is_added},
                         {"contribution", shown_score(part.contribution)}});
    }
    return {{"id", article.id},           {"title", article.title},
            {"matches", article.matches}, {"score", shown_score(article.score)},
            {"length", article.length},   {"mean_length", shown_score(article.mean_length)},
            {"parts", std::move(parts)},  {"bonus", to_json(article.bonus)}};
}

// Without what the index's four places leave behind in binary.
double shown_degrees(double degrees) {
    constexpr double places = 1e4;
    return std::round(degrees * places) / places;
}

Json to_json(const FacetEntry& entry, bool is_place, bool with_stories) {
    Json json{{"value", entry.value}, {"id", entry.id}, {"count", entry.count}};
    if (with_stories) json["stories"] = entry.stories;
    json["selected"] = entry.selected;
    if (!is_place) return json;
    json["level"] = name_of(entry.level);
    if (entry.where) {
        json["lat"] = shown_degrees(entry.where->latitude);
        json["lon"] = shown_degrees(entry.where->longitude);
    }
    if (entry.within.empty()) return json;
    Json within = Json::array();
    for (const FacetEntry& each : entry.within)
        within.push_back(to_json(each, true, with_stories));
    json["within"] = std::move(within);
    return json;
}

const char* name_of(query::Matching matching) {
    return matching == query::Matching::all ? "all" : "any";
}

}  // namespace

bool HitFields::has(const std::string& name) const {
    return std::find(names.begin(), names.end(), name) != names.end();
}

HitFields read_hit_fields(const std::string& names) {
    HitFields result;
    std::size_t begin = 0;
    while (begin < names.size()) {
        const std::size_t end = std::min(names.find(',', begin), names.size());
        const std::string name = names.substr(begin, end - begin);
        begin = end + 1;
        const bool known = std::any_of(hit_fields.begin(), hit_fields.end(),
                                       [&](const HitField& each) { return name == each.name; });
        if (!known) {
            std::string all;
            for (const HitField& each : hit_fields)
                all += (all.empty() ? "" : ", ") + std::string(each.name);
            throw Error(ErrorCode::usage, fmt::format("--fields has no \"{}\"", name), "fields are " + all);
        }
        result.names.push_back(name);
    }
    return result;
}

Json to_json(const Hit& hit, const HitFields& wanted) {
    Json json = Json::object();
    for (const HitField& each : hit_fields) {
        if (is_shown(each, hit, wanted)) json[each.name] = each.value(hit);
    }
    return json;
}

Json to_json(const Facet& facet, bool with_stories) {
    Json values = Json::array();
    for (const FacetEntry& entry : facet.values) {
        values.push_back(to_json(entry, is_hierarchical(facet.field), with_stories));
    }
    return {{"values", std::move(values)}, {"distinct", facet.distinct}, {"exact", true}};
}

Json to_json(const SearchResponse& response, const HitFields& wanted, double milliseconds) {
    const bool with_stories = response.stories.has_value();
    Json hits = Json::array();
    for (const Hit& hit : response.hits)
        hits.push_back(to_json(hit, wanted));
    Json facets = Json::object();
    for (const Facet& facet : response.facets)
        (facets[field(facet.field).name] = to_json(facet, with_stories))["exact"] = response.is_complete;
    Json total{{"articles", response.total}};
    if (with_stories) total["stories"] = *response.stories;
    total["exact"] = response.is_complete;
    Json entities = Json::array();
    for (const UnderstoodEntity& each : response.entities)
        entities.push_back(to_json(each));
    Json json{
        {"query", response.query},   {"read_as", response.read_as}, {"match", name_of(response.matching)},
        {"total", std::move(total)}, {"hits", std::move(hits)},     {"facets", std::move(facets)}};
    if (response.timeline) json["timeline"] = to_json(*response.timeline, with_stories);
    if (!response.significant.empty()) json["significant"] = to_json(response.significant);
    json["entities_in_query"] = std::move(entities);
    json["suggestion"] = text_or_null(response.suggestion);
    json["warnings"] = list(response.warnings);
    json["next"] = text_or_null(response.next);
    json["took_ms"] = shown_milliseconds(milliseconds);
    return json;
}

Json to_json(const Explanation& explanation) {
    Json terms = Json::array();
    for (const ExplainedTerm& term : explanation.terms)
        terms.push_back(to_json(term));
    Json values = Json::array();
    for (const ExplainedValue& value : explanation.values) {
        values.push_back({{"field", field(value.field).name},
                          {"value", value.value},
                          {"label", value.label},
                          {"id", value.id},
                          {"articles", value.articles}});
    }
    Json entities = Json::array();
    for (const UnderstoodEntity& entity : explanation.entities)
        entities.push_back(to_json(entity));
    return {{"query", explanation.query},
            {"read_as", explanation.read_as},
            {"match", name_of(explanation.matching)},
            {"tree", explanation.tree},
            {"total", {{"articles", explanation.total}, {"exact", true}}},
            {"terms", std::move(terms)},
            {"values", std::move(values)},
            {"entities_in_query", std::move(entities)},
            {"article", explanation.article ? to_json(*explanation.article) : Json(nullptr)},
            {"warnings", list(explanation.warnings)}};
}

Json to_json(const std::vector<ShownEntity>& entities) {
    Json result = Json::array();
    for (const ShownEntity& each : entities) {
        Json mentions = Json::array();
        for (const EntityMention& mention : each.entity.mentions) {
            Json json{{"start", mention.begin}, {"end", mention.end}};
            if (mention.in_title) json["in"] = "title";
            mentions.push_back(std::move(json));
        }
        result.push_back({{"field", field(each.entity.field).name},
                          {"value", each.label},
                          {"id", to_text(each.entity.id)},
                          {"salience", each.entity.salience / 100.0},
                          {"subject", each.entity.salience >= subject_salience},
                          {"given", each.entity.given},
                          {"mentions", std::move(mentions)}});
    }
    return result;
}

Json to_json(const Suggestions& suggestions) {
    Json entities = Json::array();
    for (const Suggestion& each : suggestions.entities) {
        entities.push_back({{"text", each.text},
                            {"field", each.field->name},
                            {"id", each.id},
                            {"articles", each.articles},
                            {"alias", text_or_null(each.alias)}});
    }
    Json words = Json::array();
    for (const Suggestion& each : suggestions.words)
        words.push_back({{"text", each.text}, {"articles", each.articles}});
    return {{"entities", std::move(entities)}, {"words", std::move(words)}};
}

Json to_json(const Article& article) {
    Json json = Json::object();
    const auto put = [&json](const char* name, const std::string& value) {
        if (!value.empty()) json[name] = value;
    };
    const auto put_list = [&json](const char* name, const std::vector<std::string>& values) {
        if (!values.empty()) json[name] = values;
    };
    put("id", article.id);
    put("url", article.url);
    put("title", article.title);
    put("body", article.body);
    if (article.date) json["date"] = iso_8601(*article.date);
    put("source", article.source);
    put_list("authors", article.authors);
    put("language", article.language);
    put("section", article.section);
    put_list("tags", article.tags);
    put_list("places", article.places);
    put_list("people", article.people);
    put_list("organisations", article.organisations);
    return json;
}

std::string dump(const Json& json, bool indented) {
    return json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

double shown_score(double score) {
    constexpr double places = 1e6;
    return std::round(score * places) / places;
}

double shown_milliseconds(double milliseconds) {
    return std::round(milliseconds * 10) / 10;
}

}  // namespace broadsheet
