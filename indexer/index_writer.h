// The writer's side of an index: adding, replacing and removing articles.
#pragma once

#include <xapian.h>
#include <xxhash.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/article_files.h"
#include "indexer/source_homes.h"
#include "indexer/worker_pool.h"
#include "schema/article.h"
#include "schema/index/lock.h"
#include "schema/index/manifest.h"

namespace broadsheet {

// A segment that is written and about to be published.
struct NewSegment {
    std::filesystem::path folder;
    std::uint64_t articles = 0;
    AnalysisSettings analysis;
    std::function<bool(std::string_view article_id)> replaces_another;  // a version that was published
};

struct WriterSettings {
    std::string command = "indexer";    // told to others who wait for the lock
    std::chrono::milliseconds wait{0};  // for the lock
    bool create = false;                // makes the index if it is not there
    AnalysisSettings analysis;          // of an index that is made
    bool stemmer_of_language = false;  // and has articles: that of most of the first ones, where there is one
    unsigned threads = 2;
    std::uint64_t memory = 256u << 20;               // bytes, for building segments
    std::uint64_t publish_every = 400u << 20;        // bytes of originals
    const entities::Knowledge* knowledge = nullptr;  // outlives the writer; null where no entities are wanted
    bool find_copies = true;                         // of one story
    // Called before the articles of a segment can be found; when it throws, they are not published.
    std::function<void(const NewSegment& segment)> before_publishing = {};
};

enum class AddOutcome {
    added,
    updated,    // replaces an article of the same id
    unchanged,  // the index has it just so
    duplicate,  // the same record came before since the last publication
};

// Holds the lock from construction to destruction. What was added or removed becomes visible and durable
// together, with publish(), which happens by itself every `publish_every` bytes; what is not published when
// the writer is destroyed is lost. Used by one thread.
class IndexWriter {
public:
    // Finishes what a writer that was killed had begun. Throws Error: index_missing (unless settings.create),
    // index_locked, index_damaged, index_newer, permission, disk_full.
    IndexWriter(std::filesystem::path index, WriterSettings settings);
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    // After an exception only destruction is allowed; what was published stays. `file` is that of
    // ReadTotals: an article from the same file is a new version of the one before it, though its id is
    // another.
    AddOutcome add(Article article, std::string file = {});
    // False when there is no such article among the published ones.
    bool remove(std::string_view article_id);
    void publish();
    // Merges all segments into one and reclaims the space of deleted articles.
    void merge_all();
    // Which shards on other machines belong to the index.
    void set_remotes(std::vector<RemoteShard> remotes);

    const Manifest& manifest() const { return manifest_; }

private:
    struct InBatch {
        std::uint64_t number;
        std::uint64_t content_hash;
        std::string file = {};  // the term of the one that its present version came from, if that matters
    };
    // A version that the index had, or that came before in this batch, and the one that replaces it.
    struct Replacement {
        std::uint64_t later;                 // number of the article
        std::optional<std::size_t> segment;  // of the manifest's, that has the earlier one
        std::uint64_t earlier;               // document in that segment; without one, number of the article
    };
    struct IdHash {
        std::size_t operator()(const XXH128_hash_t& id) const { return id.low64; }
    };
    struct IdEqual {
        bool operator()(const XXH128_hash_t& a, const XXH128_hash_t& b) const {
            return XXH128_isEqual(a, b) != 0;
        }
    };

    static XXH128_hash_t key_of(const std::string& id_term) {
        return XXH3_128bits(id_term.data(), id_term.size());
    }
    void open_segments();
    bool replace_of_file(const std::string& own, const std::string& file);
    bool leave_file(const std::string& article, const std::string& file);
    AddOutcome replace_in_batch(InBatch& known, const std::string& article, std::uint64_t content_hash,
                                const std::string& file);
    AddOutcome replace_published(const std::string& article, std::uint64_t content_hash,
                                 const std::string& file);
    void enqueue(Article article, std::string file);
    void choose_stemmer();
    void start_pool();
    void remove_leftovers();
    void write_segment(const std::vector<BuiltSegment>& built);
    void keep_earlier_versions(const std::map<std::uint64_t, DocId>& documents,
                               const SegmentPaths& merged) const;
    void find_copies(const std::vector<BuiltSegment>& built, const std::vector<std::int64_t>& offsets,
                     std::vector<DocId> superseded, const SegmentPaths& merged) const;
    void announce(const std::filesystem::path& segment, std::uint64_t articles) const;
    void finish_deletions();
    void change_files();
    void merge_by_policy();
    void merge(const std::vector<std::size_t>& which);
    void commit_manifest();
    std::string put_segment(const std::filesystem::path& folder);

    IndexPaths paths_;
    WriterSettings settings_;
    std::unique_ptr<WriterLock> lock_;
    Manifest manifest_;
    std::vector<Xapian::Database> databases_;           // of the manifest's segments, as published
    std::map<std::string, std::set<DocId>> deletions_;  // by segment: not yet published
    std::string dictionary_;
    SourceHomes homes_;

    // Since the last publication.
    std::unordered_map<XXH128_hash_t, InBatch, IdHash, IdEqual> batch_;  // by hash of the id term
    std::unordered_map<std::string, std::string> batch_files_;           // by term of the file: the id term
    FileChanges file_changes_;
    std::vector<std::uint64_t> superseded_;  // numbers of versions that a later record replaced
    std::vector<Replacement> replacements_;  // in the order of `later`
    std::vector<NumberedArticle> samples_;   // held back to train the dictionary with
    std::size_t sample_bytes_ = 0;
    std::uint64_t next_number_ = 0;
    std::uint64_t batch_bytes_ = 0;
    std::unique_ptr<WorkerPool> pool_;
};

}  // namespace broadsheet
