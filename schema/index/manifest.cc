#include "schema/index/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

bool is_segment_name(const std::string& name) {
    return !name.empty() && name.size() <= 20 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Manifest from_parsed(const json& value) {
    Manifest manifest;
    manifest.generation = value.at("generation").get<std::uint64_t>();
    manifest.next_segment = value.at("next_segment").get<std::uint64_t>();
    const json& analysis = value.at("analysis");
    manifest.analysis.stemmer = analysis.at("stemmer").get<std::string>();
    manifest.analysis.title_weight = analysis.at("title_weight").get<std::uint32_t>();
    for (const json& segment : value.at("segments")) {
        manifest.segments.push_back({segment.at("name").get<std::string>(),
                                     segment.at("articles").get<std::uint64_t>(),
                                     segment.at("deleted").get<std::uint64_t>()});
        if (!is_segment_name(manifest.segments.back().name)) throw std::invalid_argument("segment name");
    }
    for (const json& pending : value.at("pending_deletions")) {
        manifest.pending.push_back(
            {pending.at("segment").get<std::string>(), pending.at("documents").get<std::vector<DocId>>()});
        std::sort(manifest.pending.back().documents.begin(), manifest.pending.back().documents.end());
    }
    return manifest;
}

}  // namespace

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
    const ordered_json value{
        {"format", Manifest::format},
        {"features", ordered_json::array()},
        {"generation", manifest.generation},
        {"next_segment", manifest.next_segment},
        {"analysis",
         {{"stemmer", manifest.analysis.stemmer}, {"title_weight", manifest.analysis.title_weight}}},
        {"segments", std::move(segments)},
        {"pending_deletions", std::move(pending)},
    };
    return value.dump(1) + "\n";
}

Manifest manifest_from_json(const std::string& text, const std::filesystem::path& where) {
    const std::string advice =
        "restore it from a backup; the articles are in " + (where.parent_path() / "segments").string();
    try {
        const json value = json::parse(text);
        if (value.at("format").get<int>() > Manifest::format || !value.at("features").empty()) {
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
    if (!std::filesystem::exists(index.root, failure)) {
        throw Error(ErrorCode::index_missing, "there is no index at " + index.root.string(),
                    "make one with indexer add " + index.root.string() + " SOURCE...");
    }
    try {
        return manifest_from_json(read_file(index.manifest()), index.manifest());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found && !std::filesystem::is_regular_file(index.root)) throw;
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
    replace_file(index.stub(), stub);
}

}  // namespace broadsheet
