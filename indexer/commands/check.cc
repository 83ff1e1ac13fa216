// indexer check INDEX: verifies everything, repairs what is derived.
#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "indexer/check/check_index.h"
#include "indexer/index_writer.h"
#include "indexer/program.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

void describe(po::options_description& options) {
    options.add_options()("repair", po::bool_switch(),
                          "write columns, positions, packed postings and word pairs that are wrong anew")(
        "wait", po::value<std::string>()->value_name("TIME"), "wait so long for another writer (default 0s)");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::string index = arguments.text("INDEX");
    const bool repair = arguments.flag("repair");
    std::unique_ptr<WriterLock> lock;
    if (repair) {
        read_manifest(IndexPaths{index});  // before a lock file is made where there is no index
        lock = std::make_unique<WriterLock>(IndexPaths{index}.lock(), "indexer check --repair",
                                            std::chrono::milliseconds(arguments.milliseconds("wait", 0)));
    }
    const CheckReport report = check_index(
        index, repair, [&terminal](const std::string& problem) { terminal.err << problem << '\n'; });
    terminal.out << fmt::format("{} articles, {} problems", report.articles, report.problems);
    if (repair) terminal.out << fmt::format(", {} repaired", report.repaired);
    terminal.out << '\n';
    return report.problems > report.repaired ? exit_status(ErrorCode::index_damaged) : 0;
}

}  // namespace

Command check_command() {
    return {"check",
            "verifies manifest, segments, derived files and every stored article",
            {{"INDEX", "the index's folder"}},
            describe,
            run};
}

}  // namespace broadsheet
