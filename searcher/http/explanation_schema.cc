#include "searcher/http/explanation_schema.h"

#include <utility>

namespace broadsheet::http::schema {

namespace {

Json or_null(Json schema) {
    schema["type"] = Json::array({schema["type"], "null"});
    return schema;
}

Json term() {
    return {{"word", text()},     {"stem", text()}, {"articles", count()}, {"inverse_frequency", number()},
            {"weight", number()}, {"added", flag()}};
}

Json article() {
    Json part = term();
    part.update({{"occurrences", count()}, {"contribution", number()}});
    const Json bonus = object({{"title", number()},
                               {"whole_title", number()},
                               {"proximity", number()},
                               {"phrases", number()},
                               {"entities", number()}});
    return object({{"id", text()},
                   {"title", text()},
                   {"matches", flag()},
                   {"score", number()},
                   {"length", count()},
                   {"mean_length", number()},
                   {"parts", list_of(object(std::move(part)))},
                   {"bonus", or_null(bonus)}});
}

Json named_value() {
    return {{"field", text()}, {"value", text()}, {"id", text()}, {"count", count()}, {"filter", text()}};
}

}  // namespace

Json total() {
    return object({{"articles", count()}, {"stories", count()}, {"exact", flag()}}, {"stories"});
}

Json entity_in_query() {
    Json properties = named_value();
    properties.update({{"words", text()},
                       {"query", text_or_null()},
                       {"others", list_of(object(named_value()))},
                       {"selected", flag()}});
    return object(std::move(properties));
}

Json explanation() {
    const Json value = object(
        {{"field", text()}, {"value", text()}, {"label", text()}, {"id", text()}, {"articles", count()}});
    return object({{"query", text()},
                   {"read_as", text()},
                   {"match", text()},
                   {"tree", text()},
                   {"total", total()},
                   {"terms", list_of(object(term()))},
                   {"values", list_of(value)},
                   {"entities_in_query", list_of(entity_in_query())},
                   {"article", or_null(article())},
                   {"warnings", list_of(text())}});
}

}  // namespace broadsheet::http::schema
