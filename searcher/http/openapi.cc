#include "searcher/http/openapi.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/http/route.h"
#include "searcher/http/schemas.h"

namespace broadsheet::http {

namespace {

using Json = nlohmann::ordered_json;

// "all|any" is one of these; "N" is a number; everything else has a form that the help explains.
Json type_of(const Parameter& parameter) {
    if (parameter.is_flag) return {{"type", "boolean"}};
    if (parameter.is_repeated) return {{"type", "array"}, {"items", {{"type", "string"}}}};
    if (parameter.value_name == "N") return {{"type", "integer"}, {"minimum", 0}};
    if (parameter.value_name.find('|') == std::string::npos) return {{"type", "string"}};
    Json choices = Json::array();
    std::istringstream names(parameter.value_name);
    for (std::string name; std::getline(names, name, '|');)
        choices.push_back(name);
    return {{"type", "string"}, {"enum", choices}};
}

Json parameters(const Route& route) {
    Json list = Json::array();
    if (!route.path_argument.empty()) {
        const std::size_t open = route.path.find('{');
        list.push_back({{"name", route.path.substr(open + 1, route.path.find('}') - open - 1)},
                        {"in", "path"},
                        {"required", true},
                        {"schema", {{"type", "string"}}}});
    }
    for (const Parameter& parameter : parameters_of(route)) {
        if (parameter.is_alias) continue;
        Json each{{"name", parameter.name},
                  {"in", "query"},
                  {"description", parameter.help},
                  {"schema", type_of(parameter)}};
        if (parameter.is_repeated) each["explode"] = true;
        list.push_back(std::move(each));
    }
    return list;
}

// What the parameter format= of a route gives beside JSON.
void add_other_formats(std::string_view route, Json& content) {
    const Json text{{"schema", {{"type", "string"}}}};
    if (route == "search" || route == "similar") {
        const Json line{{"description", "A hit as JSON on each line"}, {"type", "string"}};
        content["application/x-ndjson"] = {{"schema", line}};
        for (const char* type : {"text/csv", "application/atom+xml", "text/plain"})
            content[type] = text;
    }
    if (route == "network") {
        for (const char* type : {"text/csv", "application/graphml+xml"})
            content[type] = text;
    }
}

Json operation(const Route& route) {
    Json schema = schema_reference(route.name);
    Json content = Json::object();
    content[route.media_type] = schema.is_null() ? Json::object() : Json{{"schema", schema}};
    if (route.describe != nullptr) add_other_formats(route.name, content);
    Json responses{{"200", {{"description", "The answer"}, {"content", content}}}};
    const Json failed{{"$ref", "#/components/responses/Problem"}};
    if (route.answer != nullptr) responses["304"] = {{"description", "The same as under that ETag"}};
    if (route.answer != nullptr) responses["400"] = failed;
    if (!route.is_open) responses["401"] = failed;
    if (!route.path_argument.empty()) responses["404"] = failed;
    if (route.answer != nullptr || route.name == "ready") responses["503"] = failed;
    responses["default"] = failed;  // of what any server may say: 405, 408, 413, 431, 500
    Json result{{"operationId", route.name}, {"summary", route.summary}};
    if (route.is_open) result["security"] = Json::array();
    const Json list = parameters(route);
    if (!list.empty()) result["parameters"] = list;
    result["responses"] = std::move(responses);
    return result;
}

}  // namespace

std::string openapi_text() {
    Json paths = Json::object();
    std::string_view previous;
    for (const Route& route : routes()) {
        if (route.name != previous) paths[route.path]["get"] = operation(route);  // else another name of it
        previous = route.name;
    }
    const Json problem{
        {"description", "What went wrong, and what to do"},
        {"content",
         {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
    const Json document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Broadsheet"},
          {"version", BROADSHEET_VERSION},
          {"summary", "Full-text search over an index of news"},
          {"license", {{"name", "see the file LICENSE"}}}}},
        {"servers", Json::array({{{"url", "/"}}})},
        {"security", Json::array({Json::object(), {{"bearer", Json::array()}}, {{"key", Json::array()}}})},
        {"paths", paths},
        {"components",
         {{"schemas", schemas()},
          {"responses", {{"Problem", problem}}},
          {"securitySchemes",
           {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}},
            {"key", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-Api-Key"}}}}}}}};
    return document.dump(2) + "\n";
}

}  // namespace broadsheet::http
