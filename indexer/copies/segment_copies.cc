#include "indexer/copies/segment_copies.h"

#include <algorithm>
#include <memory>

#include "indexer/copies/grouping.h"
#include "schema/error.h"

namespace broadsheet::copies {

namespace {

// What is derived and can not be used is passed over.
template <typename File>
std::unique_ptr<File> open_if_usable(const std::filesystem::path& path, const std::string& uuid) {
    try {
        return std::make_unique<File>(path, uuid);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found && error.code() != ErrorCode::index_damaged) throw;
        return nullptr;
    }
}

struct OpenedSegment {
    std::unique_ptr<Copies> copies;
    std::unique_ptr<Positions> positions;
    std::unique_ptr<Columns> columns;
};

bool has(const PublishedSegment& segment, DocId document) {
    if (std::binary_search(segment.pending.begin(), segment.pending.end(), document)) return false;
    auto all = segment.database.postlist_begin({});
    const auto end = segment.database.postlist_end({});
    if (all != end) all.skip_to(document);
    return all != end && *all == document;
}

}  // namespace

void write_new_copies(const FreshSegment& segment, const std::vector<PublishedSegment>& known,
                      const std::filesystem::path& place, bool sync) {
    std::vector<OpenedSegment> opened;
    std::vector<KnownSegment> usable;
    for (const PublishedSegment& each : known) {
        const std::string uuid = each.database.get_uuid();
        OpenedSegment files{open_if_usable<Copies>(each.paths.copies(), uuid),
                            open_if_usable<Positions>(each.paths.positions(), uuid),
                            open_if_usable<Columns>(each.paths.columns(), uuid)};
        if (!files.copies || !files.positions || !files.columns) continue;
        usable.push_back({files.copies.get(), files.positions.get(), files.columns.get(),
                          [&each](DocId document) { return has(each, document); }});
        opened.push_back(std::move(files));
    }
    std::vector<std::unique_ptr<WordsFile>> words;
    const Positions positions(segment.paths.positions(), segment.uuid);
    const Columns columns(segment.paths.columns(), segment.uuid);
    NewSegment fresh;
    fresh.positions = &positions;
    fresh.columns = &columns;
    fresh.left_out = segment.left_out;
    for (const BuiltPart& part : segment.parts) {
        words.push_back(std::make_unique<WordsFile>(part.words, part.uuid));
        fresh.articles.push_back({words.back().get(), part.offset});
    }
    CopiesWriter file(place);
    const StoryRows rows = group_copies(fresh, usable, file);
    file.finish(rows, segment.uuid, sync);
}

void merge_copies(const std::vector<CopiesInput>& inputs, bool whole_index, const std::filesystem::path& path,
                  const std::string& uuid) {
    std::vector<std::unique_ptr<Copies>> opened;
    std::vector<SketchView> views;
    std::vector<std::vector<DocId>> renumbered(inputs.size());
    StoryRows rows;
    UnitedNumbers numbers;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto file = open_if_usable<Copies>(inputs[i].path, inputs[i].uuid);
        if (file == nullptr || file->last() < inputs[i].documents.back()) return;
        for (const UnitedStories& pair : file->united()) {
            numbers.unite(pair.one, pair.other);
            if (!whole_index) rows.united.push_back(pair);
        }
        renumbered[i].resize(std::size_t{file->last()} + 1, 0);
        for (const DocId document : inputs[i].documents) {
            rows.stories.push_back(document == 0 ? 0 : file->stories()[document]);
            if (document != 0) renumbered[i][document] = static_cast<DocId>(rows.stories.size() - 1);
        }
        views.push_back(file->sketches());
        opened.push_back(std::move(file));
    }
    for (StoryNumber& number : rows.stories)
        number = numbers.smallest(number);
    CopiesWriter writer(path);
    merge_sketches(views, [&](std::size_t input, const SketchEntry& entry) {
        const DocId document = renumbered[input][entry.document];
        if (document != 0) writer.add({entry.hash, document});
    });
    writer.finish(rows, uuid, false);
}

}  // namespace broadsheet::copies
