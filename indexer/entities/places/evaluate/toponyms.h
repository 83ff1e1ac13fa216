// Articles with the places of their names marked, as LGL (Local-Global Lexicon) and its kin are published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet::entities::places {

struct Toponym {
    std::uint32_t begin;  // bytes in the text
    std::uint32_t end;
    bool located;  // whether what follows is known
    std::uint32_t geonames_id;
    std::uint32_t country_id;  // 0 where there is none
    double latitude;
    double longitude;
};

struct LocatedArticle {
    std::string source;
    std::string text;
    std::vector<Toponym> toponyms;  // in order of place, without overlap
};

// Throws Error where the file is missing or holds no such articles.
std::vector<LocatedArticle> read_located_articles(const std::filesystem::path& file);

}  // namespace broadsheet::entities::places
