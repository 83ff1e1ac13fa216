#include "indexer/index_writer.h"

#include <algorithm>
#include <numeric>

#include "indexer/collection_language.h"
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
    const std::string id = id_term(article.id);
    const std::string of_file = file.empty() ? std::string() : file_term(file);
    const std::uint64_t content = content_hash(article);
    const std::size_t replacements = replacements_.size();
    const bool replaces_of_file = !file.empty() && replace_of_file(id, of_file);
    const auto [entry, is_new] = batch_.try_emplace(key_of(id), InBatch{next_number_, content, of_file});
    AddOutcome outcome = is_new ? replace_published(id, content, of_file)
                                : replace_in_batch(entry->second, id, content, of_file);
    if (outcome == AddOutcome::unchanged) batch_.erase(entry);
    if (outcome == AddOutcome::duplicate || outcome == AddOutcome::unchanged) {
        replacements_.resize(replacements);  // there is no new version to keep the earlier one with
    } else {
        if (replaces_of_file) outcome = AddOutcome::updated;
        if (!file.empty()) {
            file_changes_.forget(id, of_file);
            batch_files_.insert_or_assign(of_file, id);
        }
        batch_bytes_ += article.original.size() + least_bytes;
        enqueue(std::move(article), std::move(file));
    }
    if (batch_bytes_ >= settings_.publish_every) publish();
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

void IndexWriter::choose_stemmer() {
    std::vector<const Article*> first;
    for (const NumberedArticle& sample : samples_)
        first.push_back(&sample.article);
    if (std::string stemmer = usual_stemmer(first); !stemmer.empty())
        manifest_.analysis.stemmer = std::move(stemmer);
}

void IndexWriter::start_pool() {
    const bool is_new = manifest_.segments.empty() && manifest_.analysis == AnalysisSettings{};
    if (settings_.stemmer_of_language && is_new) choose_stemmer();
    if (dictionary_.empty()) {
        std::vector<std::string> texts;
        for (const NumberedArticle& sample : samples_)
            texts.push_back(serialise(sample.article));
        dictionary_ = train_dictionary(texts);
    }
    pool_ = std::make_unique<WorkerPool>(PoolSettings{settings_.threads, settings_.memory, paths_.work(),
                                                      manifest_.analysis, dictionary_, settings_.knowledge,
                                                      settings_.find_copies});
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
