#include "indexer/check/check_names.h"

#include "indexer/check/derived_file.h"
#include "indexer/source_homes.h"
#include "schema/aliases.h"
#include "schema/index/names.h"
#include "schema/labels.h"
#include "schema/place_record.h"

namespace broadsheet {

namespace {

// Throws Error when the entry can not be read.
void check_entry(const std::string& key, const std::string& value) {
    const auto damaged = [] { throw Error(ErrorCode::index_damaged, "it says nothing"); };
    if (key.starts_with(label_prefix)) {
        if (LabelForms(value).label().empty()) damaged();
    } else if (key.starts_with(place_key_prefix)) {
        decode_place(value);
    } else if (key.starts_with(home_key_prefix)) {
        entities::SourcePrior::decode(value);
    } else if (key.starts_with(alias_key_prefix)) {
        if (value.empty() || value.size() % sizeof(ValueId) != 0) damaged();
    }
}

}  // namespace

void check_names(const Snapshot::Segment& segment, bool repair, const ProblemSink& sink,
                 CheckReport& report) {
    const std::filesystem::path path = segment.paths.names();
    const Xapian::Database& database = segment.database;
    const auto file = open_to_check<Names>(path, database.get_uuid(), sink);
    std::uint64_t names = 0;
    bool is_same = true;
    for (auto it = database.metadata_keys_begin(); it != database.metadata_keys_end(); ++it) {
        const std::string key = *it;
        const std::string value = database.get_metadata(key);
        try {
            check_entry(key, value);
        } catch (const Error& error) {
            ++report.problems;
            sink("segment " + segment.entry.name + ": " + key + ": " + error.what());
        }
        if (!is_name_key(key)) continue;
        ++names;
        is_same = is_same && file != nullptr && file->find(key) == value;
    }
    is_same = is_same && file != nullptr && file->size() == names;
    if (is_same) return;
    ++report.problems;
    if (file != nullptr) sink("segment " + segment.entry.name + ": the names are wrong");
    if (!repair) return;
    const std::filesystem::path made = path.string() + ".new";
    write_names(database, made, true);
    put_in_place(made, path);
    ++report.repaired;
}

}  // namespace broadsheet
