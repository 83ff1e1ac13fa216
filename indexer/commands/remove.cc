// indexer remove INDEX ID...: deletes articles.
#include <fmt/format.h>

#include <istream>
#include <ostream>

#include "indexer/index_writer.h"
#include "indexer/program.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

void describe(po::options_description& options) {
    options.add_options()("dry-run", po::bool_switch(), "only say what would be removed")(
        "wait", po::value<std::string>()->value_name("TIME"), "wait so long for another writer (default 0s)");
}

std::vector<std::string> ids(const Arguments& arguments, std::istream& in) {
    std::vector<std::string> result;
    for (const std::string& id : arguments.texts("ID")) {
        if (id != "-") {
            result.push_back(id);
            continue;
        }
        for (std::string line; std::getline(in, line);) {
            if (!line.empty()) result.push_back(line);
        }
    }
    return result;
}

int run(const Arguments& arguments, Terminal& terminal) {
    WriterSettings settings;
    settings.command = "indexer remove";
    settings.wait = std::chrono::milliseconds(arguments.milliseconds("wait", 0));
    IndexWriter writer(arguments.text("INDEX"), settings);
    const bool dry_run = arguments.flag("dry-run");
    std::uint64_t removed = 0;
    std::uint64_t missing = 0;
    for (const std::string& id : ids(arguments, terminal.in)) {
        if (writer.remove(id)) {
            ++removed;
            if (dry_run) terminal.out << id << '\n';
        } else {
            ++missing;
            terminal.err << fmt::format("{}: not in the index\n", id);
        }
    }
    if (!dry_run) {
        writer.publish();
        terminal.out << fmt::format("removed {}\n", removed);
    }
    return missing > 0 ? 1 : 0;
}

}  // namespace

Command remove_command() {
    return {"remove",
            "deletes articles from an index",
            {{"INDEX", "the index's folder"},
             {"ID", "ids of articles, or - to read them from standard input, one a line", true, true}},
            describe,
            run};
}

}  // namespace broadsheet
