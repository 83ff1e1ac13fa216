// GeoNames' tables as they are published: tab-separated UTF-8.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet::entities::places {

struct CountryRecord {
    std::string code;
    std::string name;
    std::string capital;
    std::uint32_t population;
    std::uint32_t id;
};

struct UnitRecord {    // first or second level
    std::string code;  // US.AL, US.AL.001
    std::string name;
    std::string ascii_name;
    std::uint32_t id;
};

struct TownRecord {
    std::uint32_t id;
    std::string name;
    std::string ascii_name;
    std::vector<std::string> alternates;  // in Latin letters
    float latitude;
    float longitude;
    std::string feature;  // PPL, PPLC, ...
    std::string country;
    std::string region;    // US.AL
    std::string district;  // US.AL.001
    std::uint32_t population;
};

struct GeoNames {
    std::vector<CountryRecord> countries;
    std::vector<UnitRecord> regions;
    std::vector<UnitRecord> districts;
    std::vector<TownRecord> towns;
};

// Reads countryInfo.txt, admin1CodesASCII.txt, admin2Codes.txt and cities500.txt. Throws Error where one is
// missing or is not such a table.
GeoNames read_geonames(const std::filesystem::path& folder);

}  // namespace broadsheet::entities::places
