// indexer shards INDEX [HOST:PORT...]: which indexes on other machines are searched with it.
#include <algorithm>
#include <ostream>

#include "indexer/index_writer.h"
#include "indexer/program.h"

namespace broadsheet {

namespace {

void describe(po::options_description& options) {
    auto option = options.add_options();
    option("remove", po::bool_switch(), "take these shards out of the index instead");
    option("wait", po::value<std::string>()->value_name("TIME"),
           "wait so long for another writer (default 0s)");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::string index = arguments.text("INDEX");
    std::vector<RemoteShard> named;
    for (const std::string& text : arguments.texts("HOST:PORT"))
        named.push_back(read_remote_shard(text));
    std::vector<RemoteShard> shards;
    if (named.empty()) {
        shards = read_manifest(IndexPaths{index}).remotes;
    } else {
        WriterSettings settings;
        settings.command = "indexer shards";
        settings.create = !arguments.flag("remove");  // an index can be nothing but shards
        settings.wait = std::chrono::milliseconds(arguments.milliseconds("wait", 0));
        IndexWriter writer(index, settings);
        shards = writer.manifest().remotes;
        for (const RemoteShard& shard : named) {
            std::erase(shards, shard);
            if (!arguments.flag("remove")) shards.push_back(shard);
        }
        writer.set_remotes(shards);
    }
    for (const RemoteShard& shard : shards)
        terminal.out << to_text(shard) << '\n';
    return 0;
}

}  // namespace

Command shards_command() {
    return {"shards",
            "adds or lists shards: indexes on other machines that are searched with this one",
            {{"INDEX", "the index's folder"},
             {"HOST:PORT", "where xapian-tcpsrv serves a merged index", false, true}},
            describe,
            run};
}

}  // namespace broadsheet
