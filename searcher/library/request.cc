#include "searcher/library/request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/error.h"
#include "searcher/commands/parameters.h"

namespace broadsheet::searcher {

namespace {

using NamedValues = std::vector<std::pair<std::string, std::string>>;

// Of the command line: about what is printed, or fixed when the index is opened.
constexpr std::array<std::string_view, 5> not_for_libraries{"all", "format", "json", "topic", "synonyms"};

const char* name_of(Order order) {
    constexpr std::array names{"relevance", "newest", "oldest", "recent"};
    return names.at(static_cast<std::size_t>(order));
}

const char* name_of(Interval interval) {
    constexpr std::array names{"none", "auto", "day", "week", "month", "year"};
    return names.at(static_cast<std::size_t>(interval));
}

std::string facets_and_count(const SearchOptions& options) {
    if (options.facets.empty()) return "none";
    std::string text;
    for (const std::string& name : options.facets)
        text += (text.empty() ? "" : ",") + name;
    return text + ':' + std::to_string(options.facet_values);
}

NamedValues named(const SearchOptions& options) {
    NamedValues values;
    const auto add_if_any = [&values](const char* name, const std::string& value) {
        if (!value.empty()) values.emplace_back(name, value);
    };
    const auto add_all = [&values](const char* name, const std::vector<std::string>& all) {
        for (const std::string& value : all)
            values.emplace_back(name, value);
    };
    values.emplace_back("limit", std::to_string(options.limit));
    if (options.offset > 0) values.emplace_back("offset", std::to_string(options.offset));
    add_if_any("after", options.after);
    values.emplace_back("sort", name_of(options.order));
    if (options.matching != Matching::automatic)
        values.emplace_back("match", options.matching == Matching::all ? "all" : "any");
    add_all("filter", options.filters);
    add_all("all-of", options.all_of);
    add_all("exclude", options.exclude);
    add_if_any("from", options.from);
    add_if_any("to", options.to);
    add_if_any("near", options.near);
    if (options.collapse_copies) values.emplace_back("collapse", "duplicates");
    values.emplace_back("facet", facets_and_count(options));
    if (options.timeline != Interval::none) values.emplace_back("timeline", name_of(options.timeline));
    if (options.timeout.count() > 0)
        values.emplace_back("timeout", std::to_string(options.timeout.count()) + "ms");
    values.insert(values.end(), options.more.begin(), options.more.end());
    return values;
}

Arguments parse(std::string_view query, const NamedValues& named) {
    po::options_description known;
    describe_search(known);
    po::basic_parsed_options<char> parsed(&known);
    for (const auto& [name, value] : named) {
        const bool refused =
            std::find(not_for_libraries.begin(), not_for_libraries.end(), name) != not_for_libraries.end();
        if (refused || known.find_nothrow(name, false) == nullptr)
            throw broadsheet::Error(broadsheet::ErrorCode::usage, "there is no option \"" + name + '"');
        parsed.options.emplace_back(name, std::vector<std::string>{value});
    }
    po::variables_map values;
    try {
        po::store(parsed, values);
    } catch (const po::error& problem) {
        throw broadsheet::Error(broadsheet::ErrorCode::usage, problem.what());
    }
    values.insert({"QUERY", po::variable_value(std::string(query), false)});
    return Arguments(std::move(values));
}

}  // namespace

ReadOptions read_options(std::string_view query, const SearchOptions& options,
                         std::shared_ptr<const Synonyms> synonyms) {
    const Arguments arguments = parse(query, named(options));
    ReadOptions read{read_search(arguments, Format::json), read_hit_fields(arguments.text("fields"))};
    read.request.with_body = options.with_body || read.fields.has("body");
    read.request.synonyms = std::move(synonyms);
    return read;
}

}  // namespace broadsheet::searcher
