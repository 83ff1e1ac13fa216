#include "searcher/http/schema_parts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace broadsheet::http::schema {

Json text() {
    return {{"type", "string"}};
}

Json text_or_null() {
    return {{"type", Json::array({"string", "null"})}};
}

Json number() {
    return {{"type", "number"}};
}

Json count() {
    return {{"type", "integer"}, {"minimum", 0}};
}

Json flag() {
    return {{"type", "boolean"}};
}

Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

Json by_name(Json values) {
    return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}

Json reference(std::string_view name) {
    return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

Json object(Json properties, const std::vector<std::string_view>& optional) {
    Json required = Json::array();
    for (const auto& [name, schema] : properties.items()) {
        if (std::find(optional.begin(), optional.end(), name) == optional.end()) required.push_back(name);
    }
    return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

}  // namespace broadsheet::http::schema
