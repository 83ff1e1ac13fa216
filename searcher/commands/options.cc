#include "searcher/commands/options.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <ostream>

#include "schema/error.h"

namespace broadsheet {

namespace {

std::optional<Period> period_of(const Arguments& arguments, const std::string& option, Seconds now) {
    if (!arguments.has(option)) return std::nullopt;
    const std::string text = arguments.text(option);
    const auto period = parse_period(text, now);
    if (period) return period;
    throw Error(ErrorCode::usage, fmt::format("--{} takes a date, not \"{}\"", option, text),
                "dates look like 2024, 2024-01, 2024-01-24, 2024-01-24T10:00Z, today, yesterday or -7d");
}

std::optional<query::Matching> matching_of(const Arguments& arguments) {
    const std::string name = arguments.text("match");
    if (name.empty()) return std::nullopt;
    if (name == "all") return query::Matching::all;
    if (name == "any") return query::Matching::any;
    throw Error(ErrorCode::usage, fmt::format("--match is all or any, not \"{}\"", name));
}

Matcher matcher_of(const Arguments& arguments) {
    const std::string name = arguments.text("matcher", "fast");
    if (name == "fast") return Matcher::fast;
    if (name == "reference") return Matcher::reference;
    throw Error(ErrorCode::usage, fmt::format("--matcher is fast or reference, not \"{}\"", name));
}

Seconds current_time() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace

void describe_filters(po::options_description& options) {
    std::string names;
    for (const FieldId id : all_facets()) {
        names += (names.empty() ? "" : ", ") + std::string(field(id).name);
    }
    const std::string filter =
        "only articles with this value; the same field again means either, another field "
        "means also. Fields: " +
        names + ", id, url";
    auto option = options.add_options();
    option("filter", po::value<std::vector<std::string>>()->value_name("FIELD=VALUE"), filter.c_str());
    option("all-of", po::value<std::vector<std::string>>()->value_name("FIELD=A,B"),
           "only articles with all of these values");
    option("exclude", po::value<std::vector<std::string>>()->value_name("FIELD=VALUE"),
           "only articles without this value");
    option("from", po::value<std::string>()->value_name("DATE"), "only articles of this date or later");
    option("to", po::value<std::string>()->value_name("DATE"), "only articles of this date or earlier");
    option("near", po::value<std::string>()->value_name("LAT,LON,KM"),
           "only articles that name a town or district within so many kilometres of a point");
}

void describe_timeout(po::options_description& options) {
    options.add_options()("timeout", po::value<std::string>()->value_name("TIME"),
                          "stop after so long (250ms, 2s), with what was found by then");
}

void describe_restrictions(po::options_description& options) {
    describe_filters(options);
    describe_timeout(options);
    auto option = options.add_options();
    option("match", po::value<std::string>()->value_name("all|any"),
           "whether all words must match or any; without it all, and any if no article has all");
    option("matcher", po::value<std::string>()->value_name("fast|reference"),
           "how matches are found: both answer the same; the reference matcher is slow, and what the fast "
           "one is held to");
    option("synonyms", po::value<std::string>()->value_name("FILE"),
           "lines of words and phrases that also find each other (car, automobile) or that find others "
           "(sanction => embargo, boycott)");
}

void describe_ranking(po::options_description& options) {
    std::string names;
    for (const RankingParameter& each : ranking_parameters())
        names += (names.empty() ? "" : ", ") + std::string(each.name);
    const std::string help =
        "other parameters of ranking, for experiments; plain is textbook BM25. Names: " + names;
    options.add_options()("ranking", po::value<std::string>()->value_name("NAME=VALUE,..."), help.c_str());
}

SearchRequest read_request(const Arguments& arguments) {
    SearchRequest request;
    request.ranking = read_ranking(arguments.text("ranking"));
    request.now = current_time();
    request.query = arguments.text("QUERY", arguments.text("query"));
    for (const std::string& filter : arguments.texts("filter")) {
        request.restrictions.filters.push_back(read_filter(filter, "filter", request.now));
    }
    for (const std::string& values : arguments.texts("all-of")) {
        for (query::Node& required : read_all_of(values, request.now))
            request.restrictions.required.push_back(std::move(required));
    }
    for (const std::string& excluded : arguments.texts("exclude")) {
        request.restrictions.excluded.push_back(read_filter(excluded, "exclude", request.now));
    }
    if (const auto period = period_of(arguments, "from", request.now))
        request.restrictions.dates.begin = period->begin;
    if (const auto period = period_of(arguments, "to", request.now))
        request.restrictions.dates.end = period->end;
    if (arguments.has("near")) request.restrictions.near = read_vicinity(arguments.text("near"));
    request.matching = matching_of(arguments);
    if (arguments.has("timeout")) {
        request.timeout = std::chrono::milliseconds(arguments.milliseconds("timeout", 0));
    }
    request.matcher = matcher_of(arguments);
    if (arguments.has("synonyms")) request.synonyms = read_synonyms(arguments.text("synonyms"));
    return request;
}

Format read_format(const Arguments& arguments) {
    const std::string name = arguments.text("format", arguments.flag("json") ? "json" : "text");
    constexpr auto formats = std::to_array<std::pair<std::string_view, Format>>({{"text", Format::text},
                                                                                 {"json", Format::json},
                                                                                 {"ndjson", Format::ndjson},
                                                                                 {"csv", Format::csv},
                                                                                 {"trec", Format::trec},
                                                                                 {"atom", Format::atom}});
    for (const auto& [known, format] : formats) {
        if (name == known) return format;
    }
    throw Error(ErrorCode::usage,
                fmt::format("--format is text, json, ndjson, csv, trec or atom, not \"{}\"", name));
}

void print_warnings(const std::vector<std::string>& warnings, std::ostream& err) {
    for (const std::string& warning : warnings)
        err << "searcher: " << warning << '\n';
}

}  // namespace broadsheet
