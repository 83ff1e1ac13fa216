// indexer merge INDEX: one segment, no space wasted.
#include <fmt/format.h>

#include <ostream>

#include "indexer/index_writer.h"
#include "indexer/program.h"
#include "schema/files.h"

namespace broadsheet {

namespace {

void describe(po::options_description& options) {
    options.add_options()("wait", po::value<std::string>()->value_name("TIME"),
                          "wait so long for another writer (default 0s)");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::string index = arguments.text("INDEX");
    WriterSettings settings;
    settings.command = "indexer merge";
    settings.wait = std::chrono::milliseconds(arguments.milliseconds("wait", 0));
    IndexWriter writer(index, settings);
    const std::size_t segments = writer.manifest().segments.size();
    const std::uintmax_t before = bytes_below(index);
    writer.merge_all();
    terminal.out << fmt::format("{} segments to {}, {:.1f} MB to {:.1f} MB\n", segments,
                                writer.manifest().segments.size(), static_cast<double>(before) / 1e6,
                                static_cast<double>(bytes_below(index)) / 1e6);
    return 0;
}

}  // namespace

Command merge_command() {
    return {"merge",
            "merges all segments into one and reclaims space",
            {{"INDEX", "the index's folder"}},
            describe,
            run};
}

}  // namespace broadsheet
