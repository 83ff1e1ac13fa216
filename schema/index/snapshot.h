// One generation of an index, opened for reading.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/index/columns.h"
#include "schema/index/copies.h"
#include "schema/index/manifest.h"
#include "schema/index/names.h"
#include "schema/index/positions.h"
#include "schema/index/postings.h"
#include "schema/index/stories.h"
#include "schema/index/word_pairs.h"
#include "schema/place_record.h"
#include "schema/stored_article.h"
#include "schema/terms.h"

namespace broadsheet {

// A document within a snapshot.
struct Location {
    std::size_t segment;  // index into segments()
    DocId document;       // in that segment
};

// How long shards on other machines are waited for, in milliseconds, and which are not even tried.
struct ShardSettings {
    unsigned connecting = 2000;
    unsigned answering = 10000;  // each time that one is asked
    std::vector<RemoteShard> left_out = {};
};

// Used by one thread at a time. When the writer has overtaken the snapshot, any call (and any use of
// database()) can throw Error(index_changed) or Xapian::DatabaseModifiedError: open a new snapshot and repeat
// the whole request.
class Snapshot {
public:
    // Throws Error: index_missing, index_damaged, index_newer, permission.
    explicit Snapshot(const std::filesystem::path& index, const ShardSettings& shards = {});

    // Of this machine, or a whole index on another one.
    struct Segment {
        SegmentEntry entry;
        bool is_remote = false;  // then there are no files, and pending deletions are not known
        SegmentPaths paths;
        Xapian::Database database;
        std::vector<DocId> pending;  // documents to leave out, ascending
    };

    const Manifest& manifest() const { return manifest_; }
    const std::vector<Segment>& segments() const { return segments_; }

    // All segments as one, in the order of segments(). Includes pending deletions.
    const Xapian::Database& database() const { return database_; }
    // Between docids of database() and documents of segments.
    Location locate(Xapian::docid document) const;
    Xapian::docid docid(Location location) const;
    // Pending deletions as docids of database(), ascending.
    const std::vector<Xapian::docid>& pending() const { return pending_; }

    bool has_remote() const { return has_remote_; }
    // Shards that could not be reached, and why: whole sentences without a full stop.
    const std::vector<std::string>& missing_shards() const { return missing_shards_; }

    std::uint64_t article_count() const;  // without pending deletions

    // The document of an article id, pending deletions left out.
    std::optional<Location> find(std::string_view article_id) const;
    StoredArticle stored(Location location);
    Article article(Location location) { return stored(location).article; }

    // The packed positions of a segment, opened when first asked for; null where there are none that can be
    // used, and positions_problem() then says why.
    const Positions* positions(std::size_t segment);
    const std::string& positions_problem(std::size_t segment);
    // Its columns, likewise. They reach to its last document.
    const Columns* columns(std::size_t segment);
    const std::string& columns_problem(std::size_t segment);

    // Its packed posting lists; null where there are none that can be used: Xapian has the same.
    const Postings* postings(std::size_t segment);
    // Articles that have the term, pending deletions among them: what database().get_termfreq() says, faster
    // where there are packed lists. Of a segment, or of all.
    std::uint64_t frequency(std::size_t segment, const std::string& term);
    std::uint64_t frequency(const std::string& term);
    // Its word pairs; null where there are none that can be used.
    const WordPairs* word_pairs(std::size_t segment);

    // The documents of a segment that are there and not to be left out, as bits by docid, made when first
    // asked for.
    const std::vector<std::uint64_t>& live(std::size_t segment);

    // Which articles are copies, made when first asked for. Nothing is known of segments without a file of
    // copies that can be used.
    const Stories& stories();
    const std::string& copies_problem(std::size_t segment);

    // What a segment knows of a name: the value of a key for which is_name_key() holds.
    std::string name_entry(std::size_t segment, const std::string& key) const;
    // The spelling shown for a facet value; the id as text when the index knows none.
    std::string label(FieldId field, ValueId id) const;
    // The values of a facet that a name can stand for, ascending: the one that is called so, and those for
    // which the index has it as another name.
    std::vector<ValueId> values_named(FieldId field, std::string_view name) const;
    // What the index knows of a place; nothing for one that is only a name.
    std::optional<PlaceRecord> place(ValueId id) const;

private:
    void open_shard(const RemoteShard& shard, const ShardSettings& settings);

    template <typename File>
    struct Opened {
        bool tried = false;
        std::unique_ptr<const File> file;
        std::string problem;
    };
    const Opened<Positions>& opened_positions(std::size_t segment);
    const Opened<Columns>& opened_columns(std::size_t segment);
    const Opened<Copies>& opened_copies(std::size_t segment);
    template <typename File>
    static void open_derived(const std::filesystem::path& path, const Segment& segment, Opened<File>& opened);

    Manifest manifest_;
    std::vector<Segment> segments_;
    Xapian::Database database_;
    std::vector<Xapian::docid> pending_;
    bool has_remote_ = false;
    std::vector<std::string> missing_shards_;
    // By segment.
    std::vector<Opened<Positions>> positions_;
    std::vector<Opened<Columns>> columns_;
    std::vector<Opened<Postings>> postings_;
    std::vector<Opened<WordPairs>> word_pairs_;
    std::vector<Opened<Copies>> copies_;
    mutable std::vector<Opened<Names>> names_;      // opened when first asked for
    std::vector<std::vector<std::uint64_t>> live_;  // empty: not made yet
    std::optional<Stories> stories_;
    ArticleDecompressor decompressor_;
    bool dictionaries_loaded_ = false;
};

// The shard of the index that an exception of Xapian is about; nothing when it is about none.
std::optional<RemoteShard> failed_shard(const Xapian::Error& error, const std::filesystem::path& index);

// Runs `request(snapshot)` on a snapshot of the index, and again on a fresh one (up to three times) when the
// writer overtook it, or without a shard that stopped answering. Translates Xapian's exceptions.
template <typename Request>
auto with_snapshot(const std::filesystem::path& index, Request&& request, ShardSettings shards = {});

}  // namespace broadsheet

#include "schema/index/snapshot_retry.h"
