#include "searcher/similar/similar.h"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/hit_writer.h"
#include "searcher/commands/options.h"
#include "searcher/commands/parameters.h"
#include "searcher/render/atom.h"
#include "searcher/render/similar.h"

namespace broadsheet {

void describe_similar(po::options_description& options) {
    auto option = options.add_options();
    option("earlier", po::bool_switch(), "only articles from before the article's date");
    option("opinion", po::bool_switch(),
           "editorials, columns and letters, too, as far as section or tags tell them");
    option("limit", po::value<std::string>()->value_name("N"), "articles to show; 10 without it");
    option("format", po::value<std::string>()->value_name("text|json|ndjson|csv|trec|atom"),
           "text, json, ndjson (a hit a line), csv, trec (a run) or atom (a feed)");
    option("topic", po::value<std::string>()->value_name("T"),
           "the topic's name in a TREC run; the article's id without it");
    option("json", po::bool_switch(), "the same as --format json");
    option("fields", po::value<std::string>()->value_name("F,F..."), "what to write of each hit in JSON");
    describe_filters(options);
    describe_timeout(options);
    describe_ranking(options);
}

SimilarRequest read_similar(const Arguments& arguments) {
    SearchRequest restricted = read_request(arguments);
    SimilarRequest request;
    request.id = arguments.text("ID");
    request.restrictions = std::move(restricted.restrictions);
    request.ranking = restricted.ranking;
    request.timeout = restricted.timeout;
    request.earlier = arguments.flag("earlier");
    request.with_opinion = arguments.flag("opinion");
    request.limit = arguments.number("limit", request.limit);
    if (request.limit == 0 || request.limit > most_similar) {
        throw Error(ErrorCode::usage, fmt::format("--limit is a number from 1 to {}", most_similar));
    }
    return request;
}

SearchResponse as_search(const SimilarResponse& similar) {
    SearchResponse response;
    response.read_as = "similar to " + similar.article.id;
    response.total = similar.hits.size();
    for (const SimilarHit& each : similar.hits)
        response.hits.push_back(each.hit);
    return response;
}

namespace {

int run(const Arguments& arguments, Terminal& terminal) {
    const auto begin = std::chrono::steady_clock::now();
    const Format format = read_format(arguments);
    SimilarRequest request = read_similar(arguments);
    const HitFields hit_fields = read_hit_fields(arguments.text("fields"));
    request.with_body = hit_fields.has("body");
    const SimilarResponse response = with_snapshot(
        arguments.text("INDEX"), [&](Snapshot& snapshot) { return similar(snapshot, request); });
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    switch (format) {
        case Format::json:
            terminal.out << dump(to_json(response, hit_fields, taken.count()), true) << '\n';
            return 0;
        case Format::ndjson:
            for (const SimilarHit& hit : response.hits)
                terminal.out << dump(to_json(hit, hit_fields), false) << '\n';
            break;
        case Format::csv:
        case Format::trec: {
            const HitWriter write =
                make_hit_writer(format, hit_fields, arguments.text("topic", request.id), terminal.out);
            for (const SimilarHit& each : response.hits)
                write(each.hit);
            break;
        }
        case Format::atom:
            print_atom(as_search(response), terminal.out);
            break;
        case Format::text:
            print_text(response, taken.count(), {terminal.out_is_terminal}, terminal.out);
            break;
    }
    print_warnings(response.warnings, terminal.err);
    return 0;
}

}  // namespace

Command similar_command() {
    return {"similar",
            "finds articles worth reading before another one: on the same story, or background to it",
            {{"INDEX", "the index's folder"}, {"ID", "the article's id, as search shows it"}},
            describe_similar,
            run};
}

}  // namespace broadsheet
