#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/http/openapi.h"
#include "searcher/http/route.h"
#include "tests/support/http_client.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

bool has_type(const Json& value, const std::string& type) {
    if (type == "string") return value.is_string();
    if (type == "number") return value.is_number();
    if (type == "integer") return value.is_number_integer();
    if (type == "boolean") return value.is_boolean();
    if (type == "null") return value.is_null();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
}

// As much of JSON Schema as the description uses, and stricter: what it does not name must not be there.
void check(const Json& value, Json schema, const Json& schemas, const std::string& where) {
    if (schema.contains("$ref")) {
        const std::string path = schema["$ref"];
        const std::string name = path.substr(path.rfind('/') + 1);
        ASSERT_TRUE(schemas.contains(name)) << name;
        schema = schemas[name];
    }
    if (!schema.contains("type")) return;
    const Json& types = schema["type"];
    bool matches = false;
    for (const Json& type : types.is_array() ? types : Json::array({types}))
        matches = matches || has_type(value, type);
    EXPECT_TRUE(matches) << where << " is " << value.dump() << " and not " << types.dump();
    if (value.is_array() && schema.contains("items")) {
        for (const Json& each : value)
            check(each, schema["items"], schemas, where + "[]");
    }
    if (!value.is_object()) return;
    for (const Json& name : schema.value("required", Json::array()))
        EXPECT_TRUE(value.contains(name)) << where << " has no " << name;
    if (!schema.contains("properties") && !schema.contains("additionalProperties")) return;
    for (const auto& [name, each] : value.items()) {
        const std::string place = fmt::format("{}.{}", where, name);
        if (schema.contains("properties") && schema["properties"].contains(name)) {
            check(each, schema["properties"][name], schemas, place);
        } else {
            ASSERT_TRUE(schema.contains("additionalProperties")) << place << " is not described";
            check(each, schema["additionalProperties"], schemas, place);
        }
    }
}

TEST(HttpOpenApi, DescribesWhatIsAnswered) {
    Article article = test::make_article("a", "Oil in Oslo", "The price of oil rose in Oslo.", "2024-01-02");
    article.people = {"Jane Roe"};
    article.tags = {"energy"};
    const test::TestIndex index(
        {article, test::make_article("b", "Oil again", "The price of oil fell in Oslo.")});
    http::ServiceSettings settings;
    settings.workers.index = index.path();
    test::TestServer server(std::move(settings));
    test::Client client(server.port());
    const Json document = Json::parse(client.get("/api/v1/openapi.json").body);
    const Json& schemas = document["components"]["schemas"];
    const std::vector<std::pair<std::string, std::string>> targets{
        {"/api/v1/search", "?q=oil&timeline=auto&by=tag&significant=word,tag"},
        {"/api/v1/search", "?q=jane+roe"},
        {"/api/v1/search", "?q=oil&fields=id,section,tags,language,body,fragments"},
        {"/api/v1/articles/{id}", "a"},
        {"/api/v1/articles/{id}/similar", "a/similar"},
        {"/api/v1/suggest", "?q=oi"},
        {"/api/v1/facets/{field}", "person"},
        {"/api/v1/explain", "?q=oil+tag:energy+jane+roe&id=a"},
        {"/api/v1/network", "?q=oil&least=1"},
        {"/readyz", ""}};
    for (const auto& [path, rest] : targets) {
        const std::string target = path.substr(0, path.find('{')) + rest;
        const test::Response response = client.get(target);
        ASSERT_EQ(response.status, 200u) << target << response.body;
        const Json& schema =
            document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        ASSERT_TRUE(schema.is_object()) << path;
        check(Json::parse(response.body), schema, schemas, target);
    }
    const test::Response problem = client.get("/api/v1/search?limt=1");
    check(Json::parse(problem.body), schemas["Problem"], schemas, "problem");
}

TEST(HttpOpenApi, EveryRouteAndParameterIsInIt) {
    const Json document = Json::parse(http::openapi_text());
    EXPECT_EQ(document["openapi"], "3.1.0");
    for (const http::Route& route : http::routes()) {
        if (route.path == "/openapi.json") continue;
        ASSERT_TRUE(document["paths"].contains(std::string(route.path))) << route.path;
        const Json& operation = document["paths"][std::string(route.path)]["get"];
        EXPECT_EQ(operation["operationId"], route.name);
        std::size_t described = 0;
        for (const http::Parameter& parameter : http::parameters_of(route))
            described += parameter.is_alias ? 0 : 1;
        const std::size_t in_path = route.path_argument.empty() ? 0 : 1;
        const std::size_t listed = operation.contains("parameters") ? operation["parameters"].size() : 0;
        EXPECT_EQ(listed, described + in_path) << route.path;
    }
}

}  // namespace
}  // namespace broadsheet
