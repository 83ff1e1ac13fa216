#include "searcher/engine/suggest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/commands/commands.h"
#include "searcher/commands/parameters.h"
#include "searcher/render/json.h"
#include "searcher/render/markup.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

void print_text(const std::vector<Suggestion>& suggestions, std::ostream& out) {
    for (const Suggestion& each : suggestions) {
        out << fmt::format("{:>9}  {:<13}{}", with_commas(each.articles),
                           each.field == nullptr ? "word" : each.field->name, printable(each.text));
        if (!each.alias.empty()) out << fmt::format(" ({})", printable(each.alias));
        out << '\n';
    }
}

void describe(po::options_description& options) {
    auto option = options.add_options();
    option("limit", po::value<std::string>()->value_name("N"),
           "entities and words to show; 10 of each without it");
    option("json", po::bool_switch(), "as JSON");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::size_t limit =
        std::min<std::size_t>(arguments.number("limit", usual_suggestions), most_suggestions);
    const Suggestions suggestions = with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) {
        return suggest(snapshot, arguments.text("PREFIX"), limit);
    });
    if (arguments.flag("json")) {
        terminal.out << dump(to_json(suggestions), true) << '\n';
        return 0;
    }
    print_text(suggestions.entities, terminal.out);
    print_text(suggestions.words, terminal.out);
    return 0;
}

}  // namespace

Command suggest_command() {
    return {"suggest",
            "completes the beginning of a name or a word",
            {{"INDEX", "the index's folder"}, {"PREFIX", "what was typed so far"}},
            describe,
            run};
}

}  // namespace broadsheet
