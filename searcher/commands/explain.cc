#include "searcher/engine/explain.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/commands/commands.h"
#include "searcher/commands/options.h"
#include "searcher/commands/parameters.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

void describe_explain(po::options_description& options) {
    describe_restrictions(options);
    describe_ranking(options);
    auto option = options.add_options();
    option("id", po::value<std::string>()->value_name("ID"), "show how this article's score comes about");
    option("json", po::bool_switch(), "as JSON");
}

namespace {

int run(const Arguments& arguments, Terminal& terminal) {
    const SearchRequest request = read_request(arguments);
    const std::string id = arguments.text("id");
    const Explanation explanation = with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) {
        return explain(snapshot, request, arguments.has("id") ? &id : nullptr);
    });
    if (arguments.flag("json")) {
        terminal.out << dump(to_json(explanation), true) << '\n';
        return 0;
    }
    print_text(explanation, {terminal.out_is_terminal}, terminal.out);
    print_warnings(explanation.warnings, terminal.err);
    return 0;
}

}  // namespace

Command explain_command() {
    return {"explain",
            "shows how a query is read, which words it becomes, and the parts of an article's score",
            {{"INDEX", "the index's folder"}, {"QUERY", "as for search"}},
            describe_explain,
            run};
}

}  // namespace broadsheet
