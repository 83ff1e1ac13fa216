#include "searcher/http/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schema/error.h"
#include "searcher/commands/hit_writer.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/suggest.h"
#include "searcher/render/atom.h"
#include "searcher/render/json.h"
#include "searcher/render/network.h"
#include "searcher/render/similar.h"

namespace broadsheet::http {

namespace {

constexpr std::size_t most_hits = 1000;     // of one answer; all=true writes more
constexpr std::size_t most_values = 10000;  // of a facet

Reply json_reply(const nlohmann::ordered_json& json) {
    return make_reply(200, "application/json", dump(json, false) + "\n");
}

FoundArticle article_of(const Call& call) {
    return find_article(call.snapshot, call.arguments.text("ID"), read_revision(call.arguments));
}

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

Format format_of(const Arguments& arguments) {
    if (!arguments.has("format")) return Format::json;
    const Format format = read_format(arguments);
    if (format != Format::text) return format;
    throw Error(ErrorCode::usage, "--format is json, ndjson, csv, trec or atom, not \"text\"");
}

void check_limit(std::size_t limit) {
    if (limit <= most_hits) return;
    throw Error(ErrorCode::usage, fmt::format("--limit is at most {} here", most_hits),
                "go on with after=CURSOR, or export everything with all=true&format=ndjson");
}

void bound(std::optional<std::chrono::milliseconds>& timeout, const Settings& settings) {
    timeout = std::min(timeout.value_or(settings.timeout), settings.timeout);
}

std::string feed(const SearchResponse& response) {
    std::ostringstream out;
    print_atom(response, out);
    return std::move(out).str();
}

}  // namespace

std::string_view media_type_of(Format format) {
    switch (format) {
        case Format::ndjson:
            return "application/x-ndjson";
        case Format::csv:
            return "text/csv; charset=utf-8";
        case Format::atom:
            return "application/atom+xml";
        case Format::json:
            return "application/json";
        default:
            return "text/plain; charset=utf-8";
    }
}

namespace {

// Hits that are written one after the other; copied from the shared answer one at a time.
template <typename Hits, typename HitOf>
Reply hits_reply(const Call& call, Format format, const HitFields& wanted, const std::string& topic,
                 const Hits& hits, HitOf&& hit_of) {
    std::ostringstream out;
    const HitWriter write = make_hit_writer(format, wanted, call.arguments.text("topic", topic), out);
    for (const auto& each : hits)
        write(hit_of(each));
    return make_reply(200, std::string(media_type_of(format)), std::move(out).str());
}

}  // namespace

void bound(SearchRequest& request, const Settings& settings) {
    bound(request.timeout, settings);
    request.synonyms = settings.synonyms;
}

Reply answer_search(const Call& call) {
    const auto begin = Clock::now();
    const Format format = format_of(call.arguments);
    SearchRequest request = read_search(call.arguments, format);
    bound(request, call.settings);
    const HitFields wanted = read_hit_fields(call.arguments.text("fields"));
    request.with_body = wanted.has("body");
    if (call.arguments.flag("all")) return export_all(call, request, format, wanted);
    check_limit(request.limit);
    const std::shared_ptr<const SearchResponse> response = search(call.snapshot, request, call.cache);
    if (format == Format::json) return json_reply(to_json(*response, wanted, milliseconds_since(begin)));
    if (format == Format::atom) return make_reply(200, "application/atom+xml", feed(*response));
    return hits_reply(call, format, wanted, "1", response->hits, [](const Hit& hit) { return hit; });
}

Reply answer_article(const Call& call) {
    return json_reply(to_json(article_of(call)));
}

// Whatever a collection calls its originals: a browser must neither guess nor run anything in them.
Reply answer_original(const Call& call) {
    Article article = article_of(call).article;
    const bool is_clean = std::all_of(article.media_type.begin(), article.media_type.end(),
                                      [](char c) { return c >= 0x20 && c < 0x7f; });
    const std::string type =
        is_clean && !article.media_type.empty() ? article.media_type : "application/octet-stream";
    Reply reply = make_reply(200, type, std::move(article.original));
    reply.headers.emplace_back("Content-Disposition", "attachment");
    return reply;
}

Reply answer_similar(const Call& call) {
    const auto begin = Clock::now();
    const Format format = format_of(call.arguments);
    SimilarRequest request = read_similar(call.arguments);
    bound(request.timeout, call.settings);
    const HitFields wanted = read_hit_fields(call.arguments.text("fields"));
    request.with_body = wanted.has("body");
    const SimilarResponse response = similar(call.snapshot, request);
    if (format == Format::json) return json_reply(to_json(response, wanted, milliseconds_since(begin)));
    if (format == Format::atom) return make_reply(200, "application/atom+xml", feed(as_search(response)));
    if (format == Format::ndjson) {
        std::string lines;
        for (const SimilarHit& hit : response.hits)
            lines += dump(to_json(hit, wanted), false) + "\n";
        return make_reply(200, std::string(media_type_of(format)), std::move(lines));
    }
    return hits_reply(call, format, wanted, request.id, response.hits,
                      [](const SimilarHit& hit) { return hit.hit; });
}

Reply answer_suggest(const Call& call) {
    const std::uint64_t limit =
        std::min<std::uint64_t>(call.arguments.number("limit", usual_suggestions), most_suggestions);
    return json_reply(to_json(suggest(call.snapshot, call.arguments.text("PREFIX"), limit)));
}

Reply answer_facets(const Call& call) {
    FacetValuesRequest request = read_facet_values(call.arguments);
    request.limit = std::min(request.limit, most_values);
    bound(request.search, call.settings);
    return json_reply(to_json(count_values(call.snapshot, request)));
}

Reply answer_explain(const Call& call) {
    SearchRequest request = read_request(call.arguments);
    bound(request, call.settings);
    const std::string id = call.arguments.text("id");
    return json_reply(to_json(explain(call.snapshot, request, id.empty() ? nullptr : &id)));
}

Reply answer_network(const Call& call) {
    SearchRequest request = read_request(call.arguments);
    bound(request, call.settings);
    const NetworkResponse response = search_network(call.snapshot, request, read_network(call.arguments));
    const std::string format = call.arguments.text("format", "json");
    if (format == "json") return json_reply(to_json(response, request.query));
    std::ostringstream out;
    if (format == "csv") {
        print_csv(response.network, out);
        return make_reply(200, "text/csv; charset=utf-8", std::move(out).str());
    }
    if (format != "graphml")
        throw Error(ErrorCode::usage, fmt::format("--format is json, csv or graphml, not \"{}\"", format));
    print_graphml(response.network, out);
    return make_reply(200, "application/graphml+xml", std::move(out).str());
}

}  // namespace broadsheet::http
