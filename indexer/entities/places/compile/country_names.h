// What news calls countries, their regions, their people, and what lies above countries: facts beyond
// GeoNames' tables, written by hand.
#pragma once

#include <span>
#include <string_view>

namespace broadsheet::entities::places {

// Lists are separated by '|'.
struct CountryNames {
    std::string_view code;      // ISO 3166 alpha-2, as GeoNames has it
    std::string_view names;     // beyond the table's own
    std::string_view demonyms;  // singular; a plural in -s is added where one can be
};
std::span<const CountryNames> country_names();

struct RegionNames {
    std::string_view code;   // GeoNames' first-level code: US.AL
    std::string_view names;  // beyond the table's own
    std::string_view abbreviations;
};
std::span<const RegionNames> region_names();

struct Area {
    unsigned geonames_id;  // 0 where not certain
    std::string_view name;
    std::string_view other_names;
    std::string_view demonyms;
    float latitude;  // about the middle
    float longitude;
};
std::span<const Area> areas();

// The middle of the larger countries, where that of their towns would be far off.
struct Middle {
    std::string_view code;
    float latitude;
    float longitude;
};
std::span<const Middle> country_middles();

}  // namespace broadsheet::entities::places
