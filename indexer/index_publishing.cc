// The part of IndexWriter that makes what was added visible: new segments, deletions, merges, manifests.
#include <algorithm>
#include <numeric>

#include "indexer/article_revisions.h"
#include "indexer/copies/segment_copies.h"
#include "indexer/index_writer.h"
#include "indexer/merge_policy.h"
#include "indexer/segment_deletion.h"
#include "indexer/segment_merge.h"
#include "schema/files.h"
#include "schema/terms.h"

namespace broadsheet {

namespace {

std::string segment_name(std::uint64_t number) {
    std::string name = std::to_string(number);
    if (name.size() < 6) name.insert(0, 6 - name.size(), '0');
    return name;
}

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// Where the merged segment has the articles of the numbers that are wanted.
std::map<std::uint64_t, DocId> documents_of(const std::set<std::uint64_t>& wanted,
                                            const std::vector<BuiltSegment>& built,
                                            const std::vector<std::int64_t>& offsets) {
    std::map<std::uint64_t, DocId> documents;
    for (std::size_t i = 0; i < built.size() && !wanted.empty(); ++i) {
        for (std::size_t j = 0; j < built[i].numbers.size(); ++j) {
            if (!wanted.contains(built[i].numbers[j])) continue;
            documents[built[i].numbers[j]] =
                static_cast<DocId>(static_cast<std::int64_t>(j + 1) + offsets[i]);
        }
    }
    return documents;
}

}  // namespace

void IndexWriter::commit_manifest() {
    ++manifest_.generation;
    publish_manifest(paths_, manifest_);
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
    const bool news = !built.empty() || !manifest_.pending.empty();
    if (news || !file_changes_.empty()) {
        databases_.clear();
        if (news) commit_manifest();
        finish_deletions();
        change_files();
        merge_by_policy();
        open_segments();
    }
    std::filesystem::remove_all(paths_.work());
    batch_.clear();
    batch_files_.clear();
    superseded_.clear();
    replacements_.clear();
    batch_bytes_ = 0;
}

// Merges what the workers built and adds it to the manifest, which the caller commits.
void IndexWriter::write_segment(const std::vector<BuiltSegment>& built) {
    std::vector<SegmentPaths> inputs;
    inputs.reserve(built.size());
    for (const BuiltSegment& segment : built)
        inputs.push_back(segment.paths);
    const std::filesystem::path folder = paths_.work() / "merged";
    MergedSegment merged = merge_segments(inputs, folder);
    const SegmentPaths paths{folder};
    std::set<std::uint64_t> wanted(superseded_.begin(), superseded_.end());
    for (const Replacement& each : replacements_)
        wanted.insert(each.later);
    const std::map<std::uint64_t, DocId> documents = documents_of(wanted, built, merged.offsets);
    if (!replacements_.empty()) keep_earlier_versions(documents, paths);
    std::vector<DocId> superseded;
    for (const std::uint64_t number : superseded_)
        superseded.push_back(documents.at(number));
    std::sort(superseded.begin(), superseded.end());
    if (!superseded.empty()) delete_documents(paths, superseded);
    if (settings_.find_copies) find_copies(built, merged.offsets, std::move(superseded), paths);
    merged.word_pairs.get();
    sync_path(folder);
    announce(folder, merged.articles - superseded_.size());
    manifest_.segments.push_back(
        {put_segment(folder), merged.articles - superseded_.size(), superseded_.size()});
}

void IndexWriter::announce(const std::filesystem::path& segment, std::uint64_t articles) const {
    if (!settings_.before_publishing) return;
    const auto replaces_another = [this](std::string_view article_id) {
        const std::string term = id_term(article_id);
        return std::any_of(databases_.begin(), databases_.end(),
                           [&term](const Xapian::Database& known) { return known.term_exists(term); });
    };
    settings_.before_publishing({segment, articles, manifest_.analysis, replaces_another});
}

void IndexWriter::keep_earlier_versions(const std::map<std::uint64_t, DocId>& documents,
                                        const SegmentPaths& merged) const {
    std::vector<ReplacedVersion> versions;
    for (const Replacement& each : replacements_) {
        const DocId later = documents.at(each.later);
        if (each.segment) {
            versions.push_back({&databases_[*each.segment], static_cast<DocId>(each.earlier), later});
        } else {
            versions.push_back({nullptr, documents.at(each.earlier), later});
        }
    }
    keep_revisions(merged, versions, now());
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

void IndexWriter::change_files() {
    std::vector<SegmentPaths> segments;
    for (const SegmentEntry& segment : manifest_.segments)
        segments.push_back(SegmentPaths{paths_.segment(segment.name)});
    file_changes_.apply(segments);
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
    MergedSegment merged = merge_segments(inputs, folder, which.size() == manifest_.segments.size());
    merged.word_pairs.get();
    sync_path(folder);
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
