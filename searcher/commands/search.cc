#include "searcher/engine/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/field_list.h"
#include "searcher/commands/hit_writer.h"
#include "searcher/commands/options.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/cursor.h"
#include "searcher/render/atom.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_facet_values = 1000;
constexpr std::size_t most_series = 50;

Sort read_sort(const std::string& name) {
    if (name == "relevance") return Sort::relevance;
    if (name == "newest") return Sort::newest;
    if (name == "oldest") return Sort::oldest;
    if (name == "recent") return Sort::recent;
    throw Error(ErrorCode::usage,
                fmt::format("--sort is relevance, newest, oldest or recent, not \"{}\"", name));
}

bool read_collapse(const std::string& name) {
    if (name == "none" || name == "duplicates") return name == "duplicates";
    throw Error(ErrorCode::usage, fmt::format("--collapse is none or duplicates, not \"{}\"", name));
}

// "person,place:5", "all" or "none"
void read_facets(const std::string& text, SearchRequest& request) {
    const std::string names = text.substr(0, text.find(':'));
    if (names == "none") return;
    const bool all = names == "all" || names.empty();
    // The first of all facets stands for them until the count is read.
    FieldList list =
        read_field_list(all ? "person" + text.substr(names.size()) : text, "facet", most_facet_values);
    request.facets = all ? all_facets() : std::move(list.fields);
    request.facet_values = list.count.value_or(request.facet_values);
}

void read_timeline(const Arguments& arguments, SearchRequest& request) {
    if (arguments.has("by") && !arguments.has("timeline"))
        throw Error(ErrorCode::usage, "--by splits a timeline", "add --timeline auto");
    if (!arguments.has("timeline")) return;
    TimelineRequest& timeline = request.timeline.emplace();
    const std::string name = arguments.text("timeline");
    timeline.interval = interval_named(name);
    if (!timeline.interval && name != "auto") {
        throw Error(ErrorCode::usage,
                    fmt::format("--timeline is auto, day, week, month or year, not \"{}\"", name));
    }
    if (!arguments.has("by")) return;
    const FieldList by = read_field_list(arguments.text("by"), "by", most_series);
    if (by.fields.size() != 1 || by.fields.front() == FieldId::date)
        throw Error(ErrorCode::usage, "--by takes one facet, and not the date");
    timeline.by = by.fields.front();
    timeline.most_series = by.count.value_or(timeline.most_series);
}

void read_significant(const std::string& text, SearchRequest& request) {
    FieldList list = read_field_list(text, "significant", most_facet_values, Words::allowed);
    std::erase(list.fields, FieldId::date);
    request.significant = std::move(list.fields);
    request.significant_words = list.has_words;
    request.significant_values = list.count.value_or(request.significant_values);
}

}  // namespace

void describe_search(po::options_description& options) {
    describe_restrictions(options);
    describe_ranking(options);
    auto option = options.add_options();
    option("facet", po::value<std::string>()->value_name("F,F...[:N]"),
           "facets to count, and how many values; or none");
    option("timeline", po::value<std::string>()->value_name("auto|day|week|month|year"),
           "matches by day, week, month or year, or auto; bursts are marked");
    option("by", po::value<std::string>()->value_name("FIELD[:N]"),
           "also the timelines of the N most frequent values of a facet; 5 without N");
    option("significant", po::value<std::string>()->value_name("F,F...[:N]"),
           "facets, or word, of which to show what stands out among the matches against the whole index");
    option(
        "sort", po::value<std::string>()->value_name("relevance|newest|oldest|recent"),
        "relevance (the default), newest, oldest, or recent: relevance, of which older articles lose a part");
    option("collapse", po::value<std::string>()->value_name("none|duplicates"),
           "duplicates: of articles that are copies of one story only the first hit; limit and offset count "
           "stories then");
    option("limit", po::value<std::string>()->value_name("N"), "hits to show; 10 without it");
    option("offset", po::value<std::string>()->value_name("N"), "hits to leave out before them");
    option("after", po::value<std::string>()->value_name("CURSOR"),
           "go on behind a page: the \"next\" of its JSON, with the same query, filters and order");
    option("all", po::bool_switch(),
           "every hit as it lies in the index, neither ranked nor counted, for ndjson, csv and trec");
    option("format", po::value<std::string>()->value_name("text|json|ndjson|csv|trec|atom"),
           "text, json, ndjson (a hit a line), csv, trec (a run) or atom (a feed)");
    option("topic", po::value<std::string>()->value_name("T"),
           "the topic's name in a TREC run; 1 without it");
    option("json", po::bool_switch(), "the same as --format json");
    option("fields", po::value<std::string>()->value_name("F,F..."), "what to write of each hit in JSON");
}

SearchRequest read_search(const Arguments& arguments, Format format) {
    SearchRequest request = read_request(arguments);
    request.sort = read_sort(arguments.text("sort", "relevance"));
    request.limit = arguments.number("limit", request.limit);
    request.offset = arguments.number("offset", 0);
    if (request.limit > deepest_hit || request.offset > deepest_hit - request.limit) {
        throw Error(ErrorCode::usage, fmt::format("--offset and --limit reach beyond hit {}", deepest_hit),
                    "narrow the query or filter by date");
    }
    request.collapse = read_collapse(arguments.text("collapse", "none"));
    request.count_stories = format == Format::json || format == Format::ndjson || format == Format::text;
    if (arguments.has("after")) {
        if (arguments.has("offset")) throw Error(ErrorCode::usage, "--after and --offset exclude each other");
        const Cursor cursor = read_cursor(arguments.text("after"), request);
        request.after = cursor.last;
        request.after->rank = cursor.rank;
        request.rank_before = cursor.rank;
        request.matching = cursor.matching;
    }
    if (format == Format::json || format == Format::text)
        read_facets(arguments.text("facet", "all"), request);
    read_timeline(arguments, request);
    if (arguments.has("significant")) read_significant(arguments.text("significant"), request);
    return request;
}

namespace {

// Not to be repeated when the writer overtakes it: what was written would be written again.
int run_export(const Arguments& arguments, const SearchRequest& request, Format format,
               const HitFields& hit_fields, Terminal& terminal) {
    for (const char* option : {"limit", "offset", "after", "sort", "collapse"}) {
        if (arguments.has(option))
            throw Error(ErrorCode::usage, fmt::format("--all and --{} exclude each other", option));
    }
    const HitWriter write = make_hit_writer(format, hit_fields, arguments.text("topic", "1"), terminal.out);
    Snapshot snapshot(arguments.text("INDEX"));
    print_warnings(export_hits(snapshot, request, write), terminal.err);
    return 0;
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto begin = std::chrono::steady_clock::now();
    const Format format = read_format(arguments);
    SearchRequest request = read_search(arguments, format);
    const HitFields hit_fields = read_hit_fields(arguments.text("fields"));
    request.with_body = hit_fields.has("body");

    const std::string topic = arguments.text("topic", "1");
    if (arguments.flag("all")) return run_export(arguments, request, format, hit_fields, terminal);
    const SearchResponse response =
        with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) { return search(snapshot, request); });
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    switch (format) {
        case Format::json:
            terminal.out << dump(to_json(response, hit_fields, taken.count()), true) << '\n';
            return 0;
        case Format::ndjson:
        case Format::csv:
        case Format::trec: {
            const HitWriter write = make_hit_writer(format, hit_fields, topic, terminal.out);
            std::for_each(response.hits.begin(), response.hits.end(), write);
            break;
        }
        case Format::atom:
            print_atom(response, terminal.out);
            break;
        case Format::text:
            print_text(response, taken.count(), {terminal.out_is_terminal}, terminal.out);
            break;
    }
    print_warnings(response.warnings, terminal.err);
    return 0;
}

}  // namespace

Command search_command() {
    return {"search",
            "finds articles: ranked hits with snippets, and facets counted over all of them",
            {{"INDEX", "the index's folder"},
             {"QUERY", "words and operators, see searcher help query; all articles without it", false}},
            describe_search,
            run};
}

}  // namespace broadsheet
