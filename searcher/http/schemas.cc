#include "searcher/http/schemas.h"

#include <array>
#include <utility>

#include "searcher/http/explanation_schema.h"
#include "searcher/http/schema_parts.h"

namespace broadsheet::http {

namespace {

using namespace schema;

Json facet_value() {
    return object({{"value", text()},
                   {"id", text()},
                   {"count", count()},
                   {"stories", count()},
                   {"selected", flag()},
                   {"level", text()},
                   {"lat", number()},
                   {"lon", number()},
                   {"within", list_of(reference("FacetValue"))}},
                  {"stories", "level", "lat", "lon", "within"});
}

Json shared_entity() {
    return object({{"field", text()}, {"value", text()}, {"id", text()}});
}

// What fields= leaves out is not there.
Json hit() {
    return {{"type", "object"},
            {"properties",
             {{"id", text()},
              {"rank", count()},
              {"score", number()},
              {"title", text()},
              {"title_marked", text()},
              {"date", text_or_null()},
              {"source", text_or_null()},
              {"url", text_or_null()},
              {"authors", list_of(text())},
              {"section", text_or_null()},
              {"tags", list_of(text())},
              {"language", text_or_null()},
              {"body", text()},
              {"snippet", text()},
              {"fragments", list_of(text())},
              {"entities", by_name(list_of(text()))},
              {"duplicates", list_of(text())},
              {"corrections", count()},
              {"shared", object({{"words", list_of(text())}, {"entities", list_of(shared_entity())}})}}}};
}

Json timeline() {
    const Json burst = object({{"start", text()}, {"end", text()}, {"count", count()}, {"weight", number()}});
    const Json series = object({{"value", text()},
                                {"id", text()},
                                {"count", count()},
                                {"counts", list_of(count())},
                                {"bursts", list_of(burst)}});
    const Json bucket =
        object({{"start", text()}, {"count", count()}, {"stories", count()}, {"all", count()}}, {"stories"});
    return object({{"interval", text()},
                   {"buckets", list_of(bucket)},
                   {"bursts", list_of(burst)},
                   {"undated", count()},
                   {"by", object({{"field", text()}, {"series", list_of(series)}})}},
                  {"by"});
}

Json significant() {
    const Json value = object({{"value", text()},
                               {"id", text()},
                               {"count", count()},
                               {"all", count()},
                               {"expected", number()},
                               {"score", number()}},
                              {"id"});
    return object(
        {{"statistic", text()}, {"read", count()}, {"articles", count()}, {"values", list_of(value)}});
}

Json search() {
    return object({{"query", text()},
                   {"read_as", text()},
                   {"match", text()},
                   {"total", total()},
                   {"hits", list_of(reference("Hit"))},
                   {"facets", by_name(reference("Facet"))},
                   {"timeline", timeline()},
                   {"significant", by_name(significant())},
                   {"entities_in_query", list_of(entity_in_query())},
                   {"suggestion", text_or_null()},
                   {"warnings", list_of(text())},
                   {"next", text_or_null()},
                   {"took_ms", number()}},
                  {"timeline", "significant"});
}

// Those that an article does not have are left out, but for its id.
Json own_fields() {
    return {{"id", text()},
            {"url", text()},
            {"title", text()},
            {"body", text()},
            {"date", text()},
            {"source", text()},
            {"authors", list_of(text())},
            {"language", text()},
            {"section", text()},
            {"tags", list_of(text())},
            {"places", list_of(text())},
            {"people", list_of(text())},
            {"organisations", list_of(text())}};
}

// An article with its own fields, and with these, which it always has.
// `more` is always there, `optional` is not.
Json article_with(const Json& more, const Json& optional = Json::object()) {
    Json properties = own_fields();
    properties.update(more);
    properties.update(optional);
    Json required = Json::array({"id"});
    for (const auto& [name, schema] : more.items())
        required.push_back(name);
    return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

Json article() {
    const Json mention = object({{"start", count()}, {"end", count()}, {"in", text()}}, {"in"});
    const Json entity = object({{"field", text()},
                                {"value", text()},
                                {"id", text()},
                                {"salience", number()},
                                {"subject", flag()},
                                {"given", flag()},
                                {"mentions", list_of(mention)}});
    const Json revision =
        object({{"revision", count()}, {"replaced", text()}, {"title", text()}, {"date", text()}}, {"date"});
    return article_with({{"media_type", text()},
                         {"original_bytes", count()},
                         {"facets", by_name(list_of(text()))},
                         {"entities", list_of(entity)}},
                        {{"corrections", count()},
                         {"revisions", list_of(revision)},
                         {"revision", count()},
                         {"replaced", text()}});
}

Json similar() {
    return object({{"article", article_with({{"duplicates", list_of(text())}})},
                   {"hits", list_of(reference("Hit"))},
                   {"exact", flag()},
                   {"warnings", list_of(text())},
                   {"took_ms", number()}});
}

Json suggestions() {
    const Json entity = object({{"text", text()},
                                {"field", text()},
                                {"id", text()},
                                {"articles", count()},
                                {"alias", text_or_null()}});
    return object({{"entities", list_of(entity)},
                   {"words", list_of(object({{"text", text()}, {"articles", count()}}))}});
}

Json network() {
    const Json node = object({{"id", text()}, {"field", text()}, {"value", text()}, {"count", count()}});
    const Json edge = object({{"from", text()}, {"to", text()}, {"count", count()}, {"score", number()}});
    return object({{"query", text()},
                   {"read_as", text()},
                   {"articles", count()},
                   {"nodes", list_of(node)},
                   {"edges", list_of(edge)},
                   {"warnings", list_of(text())}});
}

}  // namespace

Json schemas() {
    return {
        {"Search", search()},
        {"Hit", hit()},
        {"Facet",
         object({{"values", list_of(reference("FacetValue"))}, {"distinct", count()}, {"exact", flag()}})},
        {"FacetValue", facet_value()},
        {"Article", article()},
        {"Similar", similar()},
        {"Suggestions", suggestions()},
        {"FacetValues", object({{"field", text()},
                                {"values", list_of(reference("FacetValue"))},
                                {"distinct", count()},
                                {"exact", flag()},
                                {"warnings", list_of(text())}})},
        {"Explanation", explanation()},
        {"Network", network()},
        {"Ready", object({{"status", text()}, {"generation", count()}, {"articles", count()}})},
        {"Problem", object({{"type", text()},
                            {"title", text()},
                            {"status", count()},
                            {"code", text()},
                            {"detail", text()},
                            {"hint", text()}},
                           {"hint"})}};
}

Json schema_reference(std::string_view route) {
    constexpr auto names =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"search", "Search"},
                                                                      {"article", "Article"},
                                                                      {"similar", "Similar"},
                                                                      {"suggest", "Suggestions"},
                                                                      {"facets", "FacetValues"},
                                                                      {"explain", "Explanation"},
                                                                      {"network", "Network"},
                                                                      {"ready", "Ready"}});
    for (const auto& [known, schema] : names) {
        if (known == route) return reference(schema);
    }
    return nullptr;
}

}  // namespace broadsheet::http
