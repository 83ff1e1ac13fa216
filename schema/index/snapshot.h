// One generation of an index, opened for reading.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/index/manifest.h"
#include "schema/index/positions.h"
#include "schema/stored_article.h"
#include "schema/terms.h"

namespace broadsheet {

// A document within a snapshot.
struct Location {
    std::size_t segment;  // index into segments()
    DocId document;       // in that segment
};

// Used by one thread at a time. When the writer has overtaken the snapshot, any call (and any use of
// database()) can throw Error(index_changed) or Xapian::DatabaseModifiedError: open a new snapshot and repeat
// the whole request.
class Snapshot {
public:
    // Throws Error: index_missing, index_damaged, index_newer, permission.
    explicit Snapshot(const std::filesystem::path& index);

    struct Segment {
        SegmentEntry entry;
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

    std::uint64_t article_count() const;  // without pending deletions

    // The document of an article id, pending deletions left out.
    std::optional<Location> find(std::string_view article_id) const;
    Article article(Location location);

    // The packed positions of a segment, opened when first asked for; null where there are none that can be
    // used, and positions_problem() then says why.
    const Positions* positions(std::size_t segment);
    const std::string& positions_problem(std::size_t segment);

    // The spelling shown for a facet value; the id as text when the index knows none.
    std::string label(FieldId field, ValueId id) const;

private:
    struct OpenedPositions {
        bool tried = false;
        std::unique_ptr<const Positions> file;
        std::string problem;
    };
    const OpenedPositions& opened_positions(std::size_t segment);

    Manifest manifest_;
    std::vector<Segment> segments_;
    Xapian::Database database_;
    std::vector<Xapian::docid> pending_;
    std::vector<OpenedPositions> positions_;  // by segment
    ArticleDecompressor decompressor_;
    bool dictionaries_loaded_ = false;
};

// Runs `request(snapshot)` on a snapshot of the index, and again on a fresh one (up to three times) when the
// writer overtook it. Translates Xapian's exceptions.
template <typename Request>
auto with_snapshot(const std::filesystem::path& index, Request&& request);

}  // namespace broadsheet

#include "schema/index/snapshot_retry.h"
