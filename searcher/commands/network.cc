#include "searcher/render/network.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/field_list.h"
#include "searcher/commands/options.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/insights.h"
#include "searcher/render/json.h"

namespace broadsheet {

void describe_network(po::options_description& options) {
    describe_restrictions(options);
    auto option = options.add_options();
    option("field", po::value<std::string>()->value_name("F,F...[:N]"),
           "whose values are the names, and how many of them at most; person,organisation:30 without it");
    option("least", po::value<std::string>()->value_name("N"),
           "articles that two names must be in together; 2 without it");
    option("format", po::value<std::string>()->value_name("text|json|csv|graphml"),
           "text, json, csv or graphml");
    option("json", po::bool_switch(), "the same as --format json");
}

NetworkRequest read_network(const Arguments& arguments) {
    const FieldList list =
        read_field_list(arguments.text("field", "person,organisation"), "field", most_nodes);
    NetworkRequest wanted;
    wanted.fields = list.fields;
    std::erase(wanted.fields, FieldId::date);
    wanted.nodes = list.count.value_or(wanted.nodes);
    wanted.least = arguments.number("least", wanted.least);
    return wanted;
}

nlohmann::ordered_json to_json(const NetworkResponse& response, const std::string& query) {
    nlohmann::ordered_json json{{"query", query}, {"read_as", response.read_as}};
    json.update(to_json(response.network));
    json["warnings"] = response.warnings;
    return json;
}

namespace {

int run(const Arguments& arguments, Terminal& terminal) {
    const SearchRequest request = read_request(arguments);
    const NetworkRequest wanted = read_network(arguments);
    const std::string format = arguments.text("format", arguments.flag("json") ? "json" : "text");
    if (format != "text" && format != "json" && format != "csv" && format != "graphml")
        throw Error(ErrorCode::usage,
                    fmt::format("--format is text, json, csv or graphml, not \"{}\"", format));

    const NetworkResponse response = with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) {
        return search_network(snapshot, request, wanted);
    });
    if (format == "json") {
        terminal.out << dump(to_json(response, request.query), true) << '\n';
        return 0;
    }
    if (format == "csv") print_csv(response.network, terminal.out);
    if (format == "graphml") print_graphml(response.network, terminal.out);
    if (format == "text") print_text(response.network, {terminal.out_is_terminal}, terminal.out);
    print_warnings(response.warnings, terminal.err);
    return 0;
}

}  // namespace

Command network_command() {
    return {"network",
            "shows who appears with whom: pairs of names that articles have together",
            {{"INDEX", "the index's folder"},
             {"QUERY", "which articles, see searcher help query; all without it", false}},
            describe_network,
            run};
}

}  // namespace broadsheet
