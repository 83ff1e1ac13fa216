// manifest.json: what an index consists of. Whoever reads it sees one consistent generation.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/analyser.h"

namespace broadsheet {

using DocId = std::uint32_t;  // of Xapian, within one segment; from 1

struct SegmentEntry {
    std::string name;            // its folder under segments/
    std::uint64_t articles = 0;  // when the manifest was written
    std::uint64_t deleted = 0;   // since it was merged: space that merging reclaims
    friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

// Documents whose deletion is decided but perhaps not yet done: readers leave them out, the writer finishes
// them.
struct PendingDeletion {
    std::string segment;
    std::vector<DocId> documents;  // ascending
    friend bool operator==(const PendingDeletion&, const PendingDeletion&) = default;
};

// A shard on another machine: an index there that was merged into one segment, served by xapian-tcpsrv.
struct RemoteShard {
    std::string host;  // a name or an IPv4 address
    std::uint16_t port = 0;

    friend bool operator==(const RemoteShard&, const RemoteShard&) = default;
};

// "host:port"
std::string to_text(const RemoteShard& shard);
// Throws Error(usage) for anything else.
RemoteShard read_remote_shard(std::string_view text);

struct Manifest {
    static constexpr int format = 1;

    std::uint64_t generation = 0;    // grows by one with every change of the manifest
    std::uint64_t next_segment = 1;  // number for the name of the next one
    AnalysisSettings analysis;
    std::vector<SegmentEntry> segments;  // oldest first
    std::vector<PendingDeletion> pending;
    std::vector<RemoteShard> remotes;

    friend bool operator==(const Manifest&, const Manifest&) = default;
};

std::string to_json(const Manifest& manifest);
// Throws Error: index_newer for a later format or a feature this version does not know, index_damaged for
// anything else that is not a manifest.
Manifest manifest_from_json(const std::string& json, const std::filesystem::path& where);

// The paths inside an index folder.
struct IndexPaths {
    std::filesystem::path root;

    std::filesystem::path manifest() const { return root / "manifest.json"; }
    std::filesystem::path stub() const { return root / "XAPIANDB"; }
    std::filesystem::path lock() const { return root / "lock"; }
    std::filesystem::path segments() const { return root / "segments"; }
    std::filesystem::path work() const { return root / "work"; }  // unfinished things of the writer
    std::filesystem::path segment(const std::string& name) const { return segments() / name; }
};

// The paths inside a segment's folder.
struct SegmentPaths {
    std::filesystem::path root;

    std::filesystem::path xapian() const { return root / "xapian"; }
    std::filesystem::path columns() const { return root / "columns"; }
    std::filesystem::path positions() const { return root / "positions"; }
    std::filesystem::path postings() const { return root / "postings"; }
    std::filesystem::path word_pairs() const { return root / "pairs"; }
    std::filesystem::path copies() const { return root / "copies"; }
    std::filesystem::path names() const { return root / "names"; }
    // Only until the segment is published.
    std::filesystem::path words() const { return root / "words"; }
};

// Throws Error(index_missing) where there is no index.
Manifest read_manifest(const IndexPaths& index);
// Writes the manifest (the commit point), then the stub that lets Xapian's tools open the index.
void publish_manifest(const IndexPaths& index, const Manifest& manifest);

}  // namespace broadsheet
