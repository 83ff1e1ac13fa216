#include "indexer/index_writer.h"

#include <algorithm>
#include <numeric>

#include "indexer/copies/segment_copies.h"
#include "indexer/document.h"
#include "indexer/merge_policy.h"
#include "indexer/segment_deletion.h"
#include "indexer/segment_merge.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/stored_article.h"
#include "schema/terms.h"

namespace broadsheet {

namespace {

// Enough to train a dictionary of 64 KB with.
constexpr std::size_t enough_samples = 2u << 20;

// What an article counts for at least towards publishing: its place in the writer's memory.
constexpr std::size_t least_bytes = 128;

XXH128_hash_t hash_of(std::string_view id) {
    return XXH3_128bits(id.data(), id.size());
}

std::string newest_dictionary(const Xapian::Database& database) {
    const std::string prefix(dictionary_key_prefix);
    const auto key = database.metadata_keys_begin(prefix);
    return key == database.metadata_keys_end(prefix) ? std::string() : database.get_metadata(*key);
}

std::string segment_name(std::uint64_t number) {
    std::string name = std::to_string(number);
    if (name.size() < 6) name.insert(0, 6 - name.size(), '0');
    return name;
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) throw system_error(failure.value(), "make the folder " + folder.string());
}

}  // namespace

IndexWriter::IndexWriter(std::filesystem::path index, WriterSettings settings)
    : paths_{std::move(index)}, settings_(std::move(settings)) {
    std::error_code failure;
    const bool exists = std::filesystem::exists(paths_.manifest(), failure);
    if (failure) throw system_error(failure.value(), "open " + paths_.manifest().string());
    if (!exists && settings_.create) {
        const Vocabulary known_stemmer(settings_.analysis.stemmer);  // throws before anything is made
        const bool occupied =
            std::filesystem::exists(paths_.root) && !std::filesystem::exists(paths_.lock()) &&
            (!std::filesystem::is_directory(paths_.root) || !std::filesystem::is_empty(paths_.root, failure));
        if (occupied) {
            throw Error(ErrorCode::index_missing, paths_.root.string() + " is there, but is not an index",
                        "name another folder for the index");
        }
        make_folder(paths_.root);
    } else if (!exists) {
        read_manifest(paths_);  // throws, with the reason
    }
    lock_ = std::make_unique<WriterLock>(paths_.lock(), settings_.command, settings_.wait);
    make_folder(paths_.segments());
    if (std::filesystem::exists(paths_.manifest())) {
        manifest_ = read_manifest(paths_);
    } else {
        manifest_.analysis = settings_.analysis;
        commit_manifest();
    }
    finish_deletions();
    open_segments();
    remove_leftovers();  // last: of an index that is whole
    if (!databases_.empty()) dictionary_ = newest_dictionary(databases_.back());
}

IndexWriter::~IndexWriter() {
    pool_.reset();
    std::error_code ignored;  // the next writer removes what stays
    std::filesystem::remove_all(paths_.work(), ignored);
}

void IndexWriter::open_segments() {
    databases_.clear();
    homes_.forget();
    for (const SegmentEntry& segment : manifest_.segments) {
        const std::string path = SegmentPaths{paths_.segment(segment.name)}.xapian().string();
        try {
            databases_.emplace_back(path);
        } catch (const Xapian::Error& error) {
            throw translated(error, path);
        }
    }
}

void IndexWriter::remove_leftovers() {
    std::filesystem::remove_all(paths_.work());
    for (const auto& entry : std::filesystem::directory_iterator(paths_.segments())) {
        const std::string name = entry.path().filename();
        const auto is_it = [&name](const SegmentEntry& segment) { return segment.name == name; };
        if (std::none_of(manifest_.segments.begin(), manifest_.segments.end(), is_it)) {
            std::filesystem::remove_all(entry.path());
        }
    }
}

void IndexWriter::commit_manifest() {
    ++manifest_.generation;
    publish_manifest(paths_, manifest_);
}

AddOutcome IndexWriter::add(Article article) {
    const XXH128_hash_t id = hash_of(article.id);
    const std::uint64_t content = content_hash(article);
    AddOutcome outcome = AddOutcome::added;
    const auto [entry, is_new] = batch_.try_emplace(id, InBatch{next_number_, content});
    if (!is_new) {
        if (entry->second.content_hash == content) return AddOutcome::duplicate;
        superseded_.push_back(entry->second.number);
        entry->second = {next_number_, content};
        outcome = AddOutcome::updated;
    } else {
        outcome = replace_published(article, content);
        if (outcome == AddOutcome::unchanged) {
            batch_.erase(entry);
            return outcome;
        }
    }
    batch_bytes_ += article.original.size() + least_bytes;
    enqueue(std::move(article));
    if (batch_bytes_ >= settings_.publish_every) publish();
    return outcome;
}

// Decides whether the index has the article, and if so in another version, that this version is to be
// deleted.
AddOutcome IndexWriter::replace_published(const Article& article, std::uint64_t content_hash) {
    const std::string term = id_term(article.id);
    AddOutcome outcome = AddOutcome::added;
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        std::set<DocId>& deleted = deletions_[manifest_.segments[i].name];
        for (auto it = databases_[i].postlist_begin(term); it != databases_[i].postlist_end(term); ++it) {
            if (deleted.contains(*it)) continue;
            const std::string stored =
                databases_[i].get_document(*it, Xapian::DOC_ASSUME_VALID).get_value(content_hash_slot);
            if (stored == pack_hash(content_hash)) return AddOutcome::unchanged;
            deleted.insert(*it);
            outcome = AddOutcome::updated;
        }
    }
    return outcome;
}

void IndexWriter::enqueue(Article article) {
    NumberedArticle numbered{next_number_++, std::move(article)};
    if (settings_.knowledge != nullptr) numbered.home = homes_.find(numbered.article.source, databases_);
    if (pool_) {
        pool_->add(std::move(numbered));
        return;
    }
    sample_bytes_ += size_of(numbered.article);
    samples_.push_back(std::move(numbered));
    if (!dictionary_.empty() || sample_bytes_ >= enough_samples) start_pool();
}

void IndexWriter::start_pool() {
    if (dictionary_.empty()) {
        std::vector<std::string> texts;
        for (const NumberedArticle& sample : samples_)
            texts.push_back(serialise(sample.article));
        dictionary_ = train_dictionary(texts);
    }
    pool_ = std::make_unique<WorkerPool>(PoolSettings{settings_.threads, settings_.memory, paths_.work(),
                                                      manifest_.analysis, dictionary_, settings_.knowledge});
    for (NumberedArticle& sample : samples_)
        pool_->add(std::move(sample));
    samples_.clear();
    sample_bytes_ = 0;
}

bool IndexWriter::remove(std::string_view article_id) {
    const std::string term = id_term(article_id);
    bool found = false;
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        for (auto it = databases_[i].postlist_begin(term); it != databases_[i].postlist_end(term); ++it) {
            found = deletions_[manifest_.segments[i].name].insert(*it).second || found;
        }
    }
    return found;
}

void IndexWriter::publish() {
    if (!samples_.empty()) start_pool();
    std::vector<BuiltSegment> built;
    if (pool_) {
        built = pool_->finish();
        pool_.reset();
    }
    manifest_.pending.clear();
    for (const auto& [segment, documents] : deletions_) {
        if (documents.empty()) continue;
        manifest_.pending.push_back({segment, {documents.begin(), documents.end()}});
    }
    deletions_.clear();
    if (!built.empty()) write_segment(built);
    if (!built.empty() || !manifest_.pending.empty()) {
        databases_.clear();
        commit_manifest();
        finish_deletions();
        merge_by_policy();
        open_segments();
    }
    std::filesystem::remove_all(paths_.work());
    batch_.clear();
    superseded_.clear();
    batch_bytes_ = 0;
}

// Merges what the workers built and adds it to the manifest, which the caller commits.
void IndexWriter::write_segment(const std::vector<BuiltSegment>& built) {
    std::vector<SegmentPaths> inputs;
    inputs.reserve(built.size());
    for (const BuiltSegment& segment : built)
        inputs.push_back(segment.paths);
    const std::filesystem::path folder = paths_.work() / "merged";
    const MergedSegment merged = merge_segments(inputs, folder);
    const SegmentPaths paths{folder};
    std::vector<DocId> superseded = superseded_documents(built, merged.offsets);
    if (!superseded.empty()) delete_documents(paths, superseded);
    if (settings_.find_copies) find_copies(built, merged.offsets, std::move(superseded), paths);
    manifest_.segments.push_back(
        {put_segment(folder), merged.articles - superseded_.size(), superseded_.size()});
}

// Ascending, by their numbers in the merged segment.
std::vector<DocId> IndexWriter::superseded_documents(const std::vector<BuiltSegment>& built,
                                                     const std::vector<std::int64_t>& offsets) const {
    const std::set<std::uint64_t> superseded(superseded_.begin(), superseded_.end());
    std::vector<DocId> documents;
    for (std::size_t i = 0; i < built.size() && !superseded.empty(); ++i) {
        for (std::size_t j = 0; j < built[i].numbers.size(); ++j) {
            if (!superseded.contains(built[i].numbers[j])) continue;
            documents.push_back(static_cast<DocId>(static_cast<std::int64_t>(j + 1) + offsets[i]));
        }
    }
    std::sort(documents.begin(), documents.end());
    return documents;
}

void IndexWriter::find_copies(const std::vector<BuiltSegment>& built,
                              const std::vector<std::int64_t>& offsets, std::vector<DocId> superseded,
                              const SegmentPaths& merged) const {
    const auto uuid_of = [](const SegmentPaths& paths) {
        return Xapian::Database(paths.xapian().string()).get_uuid();
    };
    copies::FreshSegment fresh{merged, uuid_of(merged), {}, std::move(superseded)};
    for (std::size_t i = 0; i < built.size(); ++i) {
        const SegmentPaths& paths = built[i].paths;
        if (!built[i].numbers.empty()) fresh.parts.push_back({paths.words(), uuid_of(paths), offsets[i]});
    }
    std::vector<copies::PublishedSegment> known;
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        const std::string& name = manifest_.segments[i].name;
        copies::PublishedSegment segment{SegmentPaths{paths_.segment(name)}, databases_[i], {}};
        for (const PendingDeletion& pending : manifest_.pending) {
            if (pending.segment == name) segment.pending = pending.documents;
        }
        known.push_back(std::move(segment));
    }
    copies::write_new_copies(fresh, known, merged.copies(), true);
    sync_path(merged.root);
}

// Moves a finished segment to its place; returns its name.
std::string IndexWriter::put_segment(const std::filesystem::path& folder) {
    std::string name = segment_name(manifest_.next_segment++);
    std::filesystem::rename(folder, paths_.segment(name));
    sync_path(paths_.segments());
    return name;
}

void IndexWriter::finish_deletions() {
    if (manifest_.pending.empty()) return;
    for (const PendingDeletion& pending : manifest_.pending) {
        const std::uint64_t left =
            delete_documents(SegmentPaths{paths_.segment(pending.segment)}, pending.documents);
        const auto entry =
            std::find_if(manifest_.segments.begin(), manifest_.segments.end(),
                         [&](const SegmentEntry& each) { return each.name == pending.segment; });
        if (entry != manifest_.segments.end()) {
            entry->deleted += entry->articles - left;
            entry->articles = left;
        }
    }
    manifest_.pending.clear();
    commit_manifest();
}

void IndexWriter::merge_by_policy() {
    for (;;) {
        const std::vector<std::size_t> which = next_merge(manifest_.segments);
        if (which.empty()) return;
        merge(which);
    }
}

void IndexWriter::merge_all() {
    publish();
    const bool has_deleted = std::any_of(manifest_.segments.begin(), manifest_.segments.end(),
                                         [](const SegmentEntry& segment) { return segment.deleted > 0; });
    if (manifest_.segments.size() < 2 && !has_deleted) return;
    databases_.clear();
    std::vector<std::size_t> all(manifest_.segments.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    merge(all);
    open_segments();
}

void IndexWriter::set_remotes(std::vector<RemoteShard> remotes) {
    publish();
    if (remotes == manifest_.remotes) return;
    manifest_.remotes = std::move(remotes);
    commit_manifest();
}

// Replaces neighbouring segments by one.
void IndexWriter::merge(const std::vector<std::size_t>& which) {
    std::vector<SegmentPaths> inputs;
    inputs.reserve(which.size());
    for (const std::size_t i : which)
        inputs.push_back(SegmentPaths{paths_.segment(manifest_.segments[i].name)});
    const std::filesystem::path folder = paths_.work() / "merged";
    std::filesystem::remove_all(folder);
    const MergedSegment merged = merge_segments(inputs, folder, which.size() == manifest_.segments.size());
    const auto first = manifest_.segments.begin() + static_cast<std::ptrdiff_t>(which.front());
    const auto place = manifest_.segments.erase(first, first + static_cast<std::ptrdiff_t>(which.size()));
    if (merged.articles > 0) {
        const auto index = place - manifest_.segments.begin();
        const SegmentEntry entry{put_segment(folder), merged.articles, 0};
        manifest_.segments.insert(manifest_.segments.begin() + index, entry);
    }
    commit_manifest();
    for (const SegmentPaths& input : inputs)
        std::filesystem::remove_all(input.root);
}

}  // namespace broadsheet
