#include "schema/index/manifest.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::uint64_t most_documents = std::numeric_limits<DocId>::max();  // of a segment
constexpr std::uint64_t most_changes = std::uint64_t{1} << 62;               // there will be one more
constexpr std::uint64_t most_title_weight = 1000;

bool is_segment_name(const std::string& name) {
    return !name.empty() && name.size() <= 20 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A whole number from 0 to `most`; the library alone would turn -1 into a very large one.
std::uint64_t number(const json& value, const char* name, std::uint64_t most) {
    const json& found = value.at(name);
    if (!found.is_number_unsigned() || found.get<std::uint64_t>() > most) throw std::invalid_argument(name);
    return found.get<std::uint64_t>();
}

std::string segment_name(const json& value, const char* name) {
    std::string found = value.at(name).get<std::string>();
    if (!is_segment_name(found)) throw std::invalid_argument("segment name");
    return found;
}

const json& array(const json& value, const char* name) {
    const json& found = value.at(name);
    if (!found.is_array()) throw std::invalid_argument(name);
    return found;
}

std::vector<DocId> documents(const json& value, const char* name) {
    std::vector<DocId> found;
    for (const json& each : array(value, name)) {
        if (!each.is_number_unsigned() || each.get<std::uint64_t>() - 1 >= most_documents) {
            throw std::invalid_argument("document");
        }
        found.push_back(each.get<DocId>());
    }
    std::sort(found.begin(), found.end());
    return found;
}

// What a version that does not know of it would answer wrongly without.
constexpr std::string_view remote_shards = "remote_shards";

std::vector<RemoteShard> remotes(const json& value) {
    std::vector<RemoteShard> found;
    if (!value.contains("remotes")) return found;
    for (const json& each : array(value, "remotes")) {
        try {
            found.push_back(read_remote_shard(each.get<std::string>()));
        } catch (const Error&) {
            throw std::invalid_argument("remote shard");
        }
    }
    return found;
}

bool knows_features(const json& value) {
    const json& features = array(value, "features");
    return std::all_of(features.begin(), features.end(), [](const json& each) {
        return each.is_string() && each.get<std::string>() == remote_shards;
    });
}

Manifest from_parsed(const json& value) {
    Manifest manifest;
    manifest.generation = number(value, "generation", most_changes);
    manifest.next_segment = number(value, "next_segment", most_changes);
    const json& analysis = value.at("analysis");
    manifest.analysis.stemmer = analysis.at("stemmer").get<std::string>();
    manifest.analysis.title_weight =
        static_cast<std::uint32_t>(number(analysis, "title_weight", most_title_weight));
    for (const json& segment : array(value, "segments")) {
        manifest.segments.push_back({segment_name(segment, "name"),
                                     number(segment, "articles", most_documents),
                                     number(segment, "deleted", most_documents)});
    }
    for (const json& pending : array(value, "pending_deletions")) {
        manifest.pending.push_back({segment_name(pending, "segment"), documents(pending, "documents")});
    }
    manifest.remotes = remotes(value);
    return manifest;
}

}  // namespace

std::string to_text(const RemoteShard& shard) {
    return shard.host + ':' + std::to_string(shard.port);
}

RemoteShard read_remote_shard(std::string_view text) {
    constexpr std::size_t longest_host = 253;
    const auto in_host = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-';
    };
    const std::size_t colon = text.find(':');
    const std::string_view host = text.substr(0, colon);
    const std::string_view digits = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    RemoteShard shard{std::string(host), 0};
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), shard.port);
    const bool has_port = failure == std::errc() && end == digits.data() + digits.size() && shard.port > 0;
    if (!has_port || host.empty() || host.size() > longest_host ||
        !std::all_of(host.begin(), host.end(), in_host)) {
        throw Error(ErrorCode::usage, "\"" + std::string(text) + "\" is no address of a shard",
                    "it looks like archive.example:7000");
    }
    return shard;
}

std::string to_json(const Manifest& manifest) {
    ordered_json segments = ordered_json::array();
    for (const SegmentEntry& segment : manifest.segments) {
        segments.push_back(
            {{"name", segment.name}, {"articles", segment.articles}, {"deleted", segment.deleted}});
    }
    ordered_json pending = ordered_json::array();
    for (const PendingDeletion& deletion : manifest.pending) {
        pending.push_back({{"segment", deletion.segment}, {"documents", deletion.documents}});
    }
    ordered_json features = ordered_json::array();
    ordered_json remotes = ordered_json::array();
    if (!manifest.remotes.empty()) features.push_back(remote_shards);
    for (const RemoteShard& shard : manifest.remotes)
        remotes.push_back(to_text(shard));
    const ordered_json value{
        {"format", Manifest::format},
        {"features", features},
        {"generation", manifest.generation},
        {"next_segment", manifest.next_segment},
        {"analysis",
         {{"stemmer", manifest.analysis.stemmer}, {"title_weight", manifest.analysis.title_weight}}},
        {"segments", std::move(segments)},
        {"pending_deletions", std::move(pending)},
        {"remotes", std::move(remotes)},
    };
    return value.dump(1) + "\n";
}

Manifest manifest_from_json(const std::string& text, const std::filesystem::path& where) {
    const std::string advice =
        "restore it from a backup; the articles are in " + (where.parent_path() / "segments").string();
    try {
        const json value = json::parse(text);
        const std::uint64_t format = number(value, "format", std::numeric_limits<std::uint64_t>::max());
        if (format > Manifest::format || !knows_features(value)) {
            throw Error(ErrorCode::index_newer,
                        where.string() + " was written by a newer version of Broadsheet", "use that version");
        }
        return from_parsed(value);
    } catch (const json::exception&) {
        throw Error(ErrorCode::index_damaged, where.string() + " is not a manifest", advice);
    } catch (const std::invalid_argument& problem) {
        throw Error(ErrorCode::index_damaged, where.string() + " has a bad " + problem.what(), advice);
    }
}

Manifest read_manifest(const IndexPaths& index) {
    std::error_code failure;
    if (!std::filesystem::exists(index.root, failure) && !failure) {
        throw Error(ErrorCode::index_missing, "there is no index at " + index.root.string(),
                    "make one with indexer add " + index.root.string() + " SOURCE...");
    }
    try {
        return manifest_from_json(read_file(index.manifest()), index.manifest());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found && !std::filesystem::is_regular_file(index.root, failure))
            throw;
        throw Error(ErrorCode::index_missing, index.root.string() + " is not an index",
                    "an index is a folder made by indexer add");
    }
}

void publish_manifest(const IndexPaths& index, const Manifest& manifest) {
    replace_file(index.manifest(), to_json(manifest));
    std::string stub;
    for (const SegmentEntry& segment : manifest.segments) {
        stub += "glass segments/" + segment.name + "/xapian\n";
    }
    for (const RemoteShard& shard : manifest.remotes)
        stub += "remote " + to_text(shard) + "\n";
    replace_file(index.stub(), stub);
}

}  // namespace broadsheet
