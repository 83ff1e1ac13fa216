#include "indexer/index_writer.h"

#include <algorithm>
#include <numeric>

#include "indexer/document.h"
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

bool has_term(const Xapian::Database& database, DocId document, const std::string& term) {
    auto terms = database.termlist_begin(document);
    terms.skip_to(term);
    return terms != database.termlist_end(document) && *terms == term;
}

// Every article has one.
std::string id_term_of(const Xapian::Database& database, DocId document) {
    auto terms = database.termlist_begin(document);
    terms.skip_to(id_term({}));
    return terms == database.termlist_end(document) ? std::string() : *terms;
}

std::string newest_dictionary(const Xapian::Database& database) {
    const std::string prefix(dictionary_key_prefix);
    const auto key = database.metadata_keys_begin(prefix);
    return key == database.metadata_keys_end(prefix) ? std::string() : database.get_metadata(*key);
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

AddOutcome IndexWriter::add(Article article, std::string file) {
    const XXH128_hash_t id = hash_of(article.id);
    const std::uint64_t content = content_hash(article);
    const std::size_t replacements = replacements_.size();
    AddOutcome outcome = AddOutcome::added;
    const bool replaces_of_file = !file.empty() && replace_of_file(id, article.id, file);
    const auto [entry, is_new] = batch_.try_emplace(id, InBatch{next_number_, content});
    if (!is_new) {
        if (entry->second.content_hash == content) outcome = AddOutcome::duplicate;
        if (outcome == AddOutcome::duplicate && !file.empty()) {
            const auto known = batch_files_.find(file);
            const bool is_its_own = known != batch_files_.end() && XXH128_isEqual(known->second, id) != 0;
            if (!is_its_own) {
                of_other_files_.insert(id_term(article.id));
                entry->second.of_other_files = true;
            }
        }
        if (outcome != AddOutcome::duplicate) {
            superseded_.push_back(entry->second.number);
            replacements_.push_back({next_number_, std::nullopt, entry->second.number});
            entry->second = {next_number_, content};
            outcome = AddOutcome::updated;
        }
    } else {
        outcome = replace_published(article, content, file);
        if (outcome == AddOutcome::unchanged) batch_.erase(entry);
    }
    if (outcome == AddOutcome::duplicate || outcome == AddOutcome::unchanged) {
        replacements_.resize(replacements);  // there is no new version to keep the earlier one with
        return outcome;
    }
    if (replaces_of_file) outcome = AddOutcome::updated;
    if (!file.empty()) batch_files_.insert_or_assign(file, id);
    batch_bytes_ += article.original.size() + least_bytes;
    enqueue(std::move(article), std::move(file));
    if (batch_bytes_ >= settings_.publish_every) publish();
    return outcome;
}

// Decides that what else was in the file, under another id, is to be deleted; true when there was something.
bool IndexWriter::replace_of_file(const XXH128_hash_t& id, const std::string& article_id,
                                  const std::string& file) {
    bool found = false;
    const std::string term = file_term(file);
    const std::string own = id_term(article_id);
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        std::set<DocId>& deleted = deletions_[manifest_.segments[i].name];
        for (auto it = databases_[i].postlist_begin(term); it != databases_[i].postlist_end(term); ++it) {
            const std::string other = id_term_of(databases_[i], *it);
            if (other == own || of_other_files_.contains(other) || !deleted.insert(*it).second) continue;
            replacements_.push_back({next_number_, i, *it});
            found = true;
        }
    }
    const auto before = batch_files_.find(file);
    if (before == batch_files_.end() || XXH128_isEqual(before->second, id) != 0) return found;
    const auto entry = batch_.find(before->second);
    if (entry != batch_.end() && !entry->second.of_other_files) {
        superseded_.push_back(entry->second.number);
        replacements_.push_back({next_number_, std::nullopt, entry->second.number});
        batch_.erase(entry);
        found = true;
    }
    batch_files_.erase(before);
    return found;
}

// Decides whether the index has the article, and if so in another version, that this version is to be
// deleted.
AddOutcome IndexWriter::replace_published(const Article& article, std::uint64_t content_hash,
                                          const std::string& file) {
    const std::string term = id_term(article.id);
    AddOutcome outcome = AddOutcome::added;
    for (std::size_t i = 0; i < databases_.size(); ++i) {
        std::set<DocId>& deleted = deletions_[manifest_.segments[i].name];
        for (auto it = databases_[i].postlist_begin(term); it != databases_[i].postlist_end(term); ++it) {
            if (deleted.contains(*it)) continue;
            const std::string stored =
                databases_[i].get_document(*it, Xapian::DOC_ASSUME_VALID).get_value(content_hash_slot);
            if (stored == pack_hash(content_hash)) {
                if (!file.empty() && !has_term(databases_[i], *it, file_term(file)))
                    of_other_files_.insert(term);
                return AddOutcome::unchanged;
            }
            deleted.insert(*it);
            replacements_.push_back({next_number_, i, *it});
            outcome = AddOutcome::updated;
        }
    }
    return outcome;
}

void IndexWriter::enqueue(Article article, std::string file) {
    NumberedArticle numbered{next_number_++, std::move(article), std::move(file)};
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

}  // namespace broadsheet
