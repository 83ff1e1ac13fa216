#include "indexer/segment_merge.h"

#include <xapian.h>

#include <memory>

#include "indexer/copies/segment_copies.h"
#include "indexer/source_homes.h"
#include "schema/aliases.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/index/columns.h"
#include "schema/index/names.h"
#include "schema/index/positions.h"
#include "schema/index/postings.h"
#include "schema/index/word_pairs.h"
#include "schema/labels.h"

namespace broadsheet {

namespace {

// One input, with the documents to take in order; 0 stands for a number that is not in use.
struct Input {
    Xapian::Database database;
    std::string uuid;
    SegmentPaths paths;
    std::vector<DocId> documents;
};

Input open_input(const SegmentPaths& paths) {
    Input input{Xapian::Database(paths.xapian().string()), {}, paths, {}};
    input.uuid = input.database.get_uuid();
    DocId expected = 0;
    for (auto it = input.database.postlist_begin({}); it != input.database.postlist_end({}); ++it) {
        // Compaction closes the gap before the first document and keeps those between documents.
        if (expected != 0) input.documents.resize(input.documents.size() + (*it - expected), 0);
        input.documents.push_back(*it);
        expected = *it + 1;
    }
    return input;
}

// Labels of one value and the priors of one source are added up, the values of one alias united; a dictionary
// or a place is the same in all segments that have it.
class UniteMetadata : public Xapian::Compactor {
public:
    std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                           const std::string tags[]) override {
        // Xapian 1.4 passes the key as it stands in its table, with two bytes in front.
        constexpr std::string_view in_table("\0\xc0", 2);
        const std::string_view name =
            std::string_view(key).substr(key.starts_with(in_table) ? in_table.size() : 0);
        if (name.starts_with(alias_key_prefix)) return unite_ids({tags, tags + count});
        if (name.starts_with(home_key_prefix)) return unite_homes({tags, tags + count});
        if (!name.starts_with(label_prefix)) return tags[0];
        LabelForms forms;
        for (std::size_t i = 0; i < count; ++i)
            forms.add(LabelForms(tags[i]));
        return forms.encode();
    }
};

// Opens a derived file of an input. What is damaged must not get new checksums by being copied.
template <typename File>
std::unique_ptr<File> open_derived(const std::filesystem::path& path, const Input& input) {
    try {
        auto file = std::make_unique<File>(path, input.uuid);
        file->verify();
        if (file->last() < input.documents.back()) {
            throw Error(ErrorCode::index_damaged, path.string() + " is damaged: it ends before its database",
                        "run indexer check --repair");
        }
        return file;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
        throw Error(ErrorCode::index_damaged, path.string() + " is missing", "run indexer check --repair");
    }
}

void write_positions(const std::vector<Input>& inputs, PositionsWriter& writer) {
    for (const Input& input : inputs) {
        const auto positions = open_derived<Positions>(input.paths.positions(), input);
        for (const DocId document : input.documents) {
            writer.add(document == 0 ? std::string_view() : positions->record(document));
        }
    }
}

void write_columns(const std::vector<Input>& inputs, SectionFileWriter& file) {
    std::vector<std::unique_ptr<Columns>> opened;
    std::vector<ColumnsInput> sources;
    for (const Input& input : inputs) {
        opened.push_back(open_derived<Columns>(input.paths.columns(), input));
        sources.push_back({opened.back().get(), input.documents});
    }
    merge_columns(sources, file);
}

void sync_tree(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_directory() || entry.is_regular_file()) sync_path(entry.path());
    }
    sync_path(folder);
}

}  // namespace

MergedSegment merge_segments(const std::vector<SegmentPaths>& inputs, const std::filesystem::path& folder,
                             bool whole_index) {
    MergedSegment result;
    std::vector<Input> opened;
    Xapian::Database all;
    std::int64_t next = 1;
    for (const SegmentPaths& paths : inputs) {
        Input input = open_input(paths);
        const std::int64_t first = input.documents.empty() ? 1 : input.documents.front();
        result.offsets.push_back(next - first);
        all.add_database(input.database);  // one without documents can have names
        if (input.documents.empty()) continue;
        next += static_cast<std::int64_t>(input.documents.size());
        result.articles += input.database.get_doccount();
        opened.push_back(std::move(input));
    }
    std::filesystem::create_directories(folder);
    const SegmentPaths output{folder};

    PositionsWriter positions(output.positions());
    SectionFileWriter columns(output.columns());
    // Mapped files and plain memory only: no Xapian object crosses to this thread.
    std::future<void> derived = std::async(std::launch::async, [&opened, &positions, &columns] {
        write_positions(opened, positions);
        write_columns(opened, columns);
    });
    UniteMetadata compactor;
    if (!opened.empty()) {
        all.compact(output.xapian().string(), 0, 0, compactor);
    } else {
        Xapian::WritableDatabase(output.xapian().string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
            .commit();
    }
    derived.get();
    const Xapian::Database merged(output.xapian().string());
    positions.finish(merged.get_uuid(), false);
    columns.finish(merged.get_uuid(), Columns::version, false);
    write_names(merged, output.names(), false);
    write_postings(merged, output.postings(), false);
    std::vector<copies::CopiesInput> copies;
    for (const Input& input : opened)
        copies.push_back({input.paths.copies(), input.uuid, input.documents});
    copies::merge_copies(copies, whole_index, output.copies(), merged.get_uuid());
    sync_tree(folder);
    result.word_pairs = std::async(std::launch::async, [output, uuid = merged.get_uuid()] {
        write_word_pairs(Postings(output.postings(), uuid), Positions(output.positions(), uuid),
                         output.word_pairs(), uuid, true);
    });
    return result;
}

}  // namespace broadsheet
