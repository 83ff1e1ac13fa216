#include "tests/support/index_changes.h"

#include <algorithm>
#include <map>

#include "indexer/index_writer.h"
#include "schema/index/snapshot.h"

namespace broadsheet::test {

void remove_articles(const std::filesystem::path& index, const std::set<std::string>& ids) {
    WriterSettings settings;
    settings.command = "test";
    settings.threads = 1;
    IndexWriter writer(index, settings);
    for (const std::string& id : ids)
        writer.remove(id);
    writer.publish();
}

void leave_pending(const std::filesystem::path& index, const std::set<std::string>& ids) {
    const IndexPaths paths{index};
    Manifest manifest = read_manifest(paths);
    const Snapshot snapshot(index);
    std::map<std::string, std::vector<DocId>> documents;
    for (const std::string& id : ids) {
        const auto location = snapshot.find(id);
        if (!location) continue;
        documents[snapshot.segments()[location->segment].entry.name].push_back(location->document);
    }
    for (auto& [segment, numbers] : documents) {
        std::sort(numbers.begin(), numbers.end());
        manifest.pending.push_back({segment, numbers});
    }
    ++manifest.generation;
    publish_manifest(paths, manifest);
}

}  // namespace broadsheet::test
