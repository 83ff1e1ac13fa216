// What news calls countries, their regions, their people, and what lies above countries: facts beyond
// GeoNames' tables, written by hand.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities::places {

// Lists are separated by '|'. A name after '=' means this place before all others of the name.
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

// The middle of the larger countries and regions, where that of their towns would be far off.
struct Middle {
    std::string_view code;
    float latitude;
    float longitude;
};
std::span<const Middle> middles();

// What is in the news but not in the tables: landscapes, islands, bases. Their ids are 0.
struct Locality {
    std::string_view name;
    std::string_view other_names;
    std::string_view country;  // code
    std::string_view region;   // code; empty where it spans several
    PlaceKind kind;
    float latitude;
    float longitude;
    std::uint32_t population;  // roughly
};
std::span<const Locality> localities();

struct TownNames {
    std::uint32_t geonames_id;
    std::string_view names;
};
std::span<const TownNames> town_names();

struct RegionPeople {
    std::string_view code;
    std::string_view demonyms;
};
std::span<const RegionPeople> region_people();

}  // namespace broadsheet::entities::places
