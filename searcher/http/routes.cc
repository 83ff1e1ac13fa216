#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "searcher/commands/parameters.h"
#include "searcher/http/answers.h"
#include "searcher/http/openapi.h"
#include "searcher/http/problem.h"
#include "searcher/http/route.h"
#include "searcher/render/atom.h"
#include "searcher/render/json.h"

namespace broadsheet::http {

namespace {

void describe_suggest(po::options_description& options) {
    options.add_options()("limit", po::value<std::string>()->value_name("N"),
                          "entities and words to show; 10 of each without it");
}

Reply health(const Request& /*request*/, const Status& /*status*/) {
    return make_reply(200, "text/plain; charset=utf-8", "ok\n");
}

Reply readiness(const Request& /*request*/, const Status& status) {
    if (!status.is_ready) return problem(503, "not_ready", "the server is starting or stopping");
    const nlohmann::ordered_json json{
        {"status", "ready"}, {"generation", status.generation}, {"articles", status.articles}};
    return make_reply(200, "application/json", dump(json, false) + "\n");
}

Reply metrics(const Request& /*request*/, const Status& status) {
    return make_reply(200, "text/plain; version=0.0.4; charset=utf-8", status.metrics);
}

Reply openapi(const Request& /*request*/, const Status& /*status*/) {
    static const std::string text = openapi_text();  // of the tables alone
    return make_reply(200, "application/json", text);
}

// A browser takes only whole addresses: this one is what the browser called the server by.
Reply opensearch(const Request& request, const Status& status) {
    const std::string scheme = status.is_secure ? "https://" : "http://";
    const std::string base = request.host.empty() ? "" : scheme + xml_escaped(request.host);
    return make_reply(
        200, "application/opensearchdescription+xml",
        fmt::format("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                    "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
                    "<ShortName>Broadsheet</ShortName>\n<Description>Search the news index</Description>\n"
                    "<Url type=\"text/html\" template=\"{0}/?q={{searchTerms}}\"/>\n"
                    "<Url type=\"application/atom+xml\" "
                    "template=\"{0}/api/v1/search?q={{searchTerms}}&amp;format=atom&amp;sort=newest\"/>\n"
                    "</OpenSearchDescription>\n",
                    base));
}

}  // namespace

std::span<const Route> routes() {
    static const std::array<Route, 14> table{{
        {"search",
         "/api/v1/search",
         "Ranked hits with snippets, and facets counted over all matches",
         describe_search,
         {},
         "QUERY",
         "query",
         false,
         answer_search},
        {"article",
         "/api/v1/articles/{id}",
         "One article with its entities",
         describe_revision,
         "ID",
         {},
         {},
         false,
         answer_article},
        {"original",
         "/api/v1/articles/{id}/original",
         "The record as it was in its source, byte for byte",
         describe_revision,
         "ID",
         {},
         {},
         false,
         answer_original,
         nullptr,
         "application/octet-stream"},
        {"similar",
         "/api/v1/articles/{id}/similar",
         "Articles worth reading before this one: on the same story, or background to it",
         describe_similar,
         "ID",
         {},
         {},
         false,
         answer_similar},
        {"suggest",
         "/api/v1/suggest",
         "Completes the beginning of a name or a word",
         describe_suggest,
         {},
         "PREFIX",
         "prefix",
         false,
         answer_suggest},
        {"facets",
         "/api/v1/facets/{field}",
         "The values of a field with the number of their articles",
         describe_facets,
         "FIELD",
         "QUERY",
         {},
         false,
         answer_facets},
        {"explain",
         "/api/v1/explain",
         "How a query is read, which words it becomes, and the parts of an article's score",
         describe_explain,
         {},
         "QUERY",
         "query",
         false,
         answer_explain},
        {"network",
         "/api/v1/network",
         "Who appears with whom: pairs of names that articles have together",
         describe_network,
         {},
         "QUERY",
         "query",
         false,
         answer_network},
        {"openapi", "/api/v1/openapi.json", "This description", nullptr, {}, {}, {}, true, nullptr, openapi},
        {"openapi", "/openapi.json", "The same description", nullptr, {}, {}, {}, true, nullptr, openapi},
        {"health",
         "/healthz",
         "Whether the process lives",
         nullptr,
         {},
         {},
         {},
         true,
         nullptr,
         health,
         "text/plain"},
        {"ready",
         "/readyz",
         "Whether requests are answered, and from which generation of the index",
         nullptr,
         {},
         {},
         {},
         true,
         nullptr,
         readiness},
        {"metrics",
         "/metrics",
         "Figures for Prometheus",
         nullptr,
         {},
         {},
         {},
         false,
         nullptr,
         metrics,
         "text/plain"},
        {"opensearch",
         "/opensearch.xml",
         "How browsers search here",
         nullptr,
         {},
         {},
         {},
         true,
         nullptr,
         opensearch,
         "application/opensearchdescription+xml"},
    }};
    return table;
}

const Route* find_route(const std::vector<std::string>& path, std::string& path_value) {
    for (const Route& route : routes()) {
        std::string_view pattern = route.path;
        std::size_t matched = 0;
        std::string value;
        while (!pattern.empty() && matched < path.size()) {
            pattern.remove_prefix(1);
            const std::string_view part = pattern.substr(0, pattern.find('/'));
            if (part.starts_with('{')) {
                value = path[matched];
                if (value.empty()) break;
            } else if (part != path[matched]) {
                break;
            }
            pattern.remove_prefix(part.size());
            ++matched;
        }
        if (!pattern.empty() || matched != path.size()) continue;
        path_value = std::move(value);
        return &route;
    }
    return nullptr;
}

}  // namespace broadsheet::http
