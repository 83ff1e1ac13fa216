// Gold annotations of a collection: the people, organisations and places that a careful reader finds in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/entities/mention.h"

namespace broadsheet::test {

struct GoldMention {
    entities::Mention mention;
    std::string text;               // what stands there, so that a slipped byte range shows
    std::string entity;             // with the type: the same for one real thing, in every form and article
    std::string country;            // of a place, ISO 3166 alpha-2; empty where there is none
    std::uint32_t geonames_id = 0;  // of a place; 0 where there is none
};

// Mentions by article id, in the order of the file.
using Gold = std::map<std::string, std::vector<GoldMention>, std::less<>>;

// Reads a file of the form that corpus/sample.md describes. Throws Error(bad_source), which names the line,
// for what is not of that form; whether it fits the articles is for the caller to check.
Gold read_gold(const std::filesystem::path& file);

}  // namespace broadsheet::test
