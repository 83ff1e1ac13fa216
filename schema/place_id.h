// What the id of a place says by itself, so that counting by country needs no lookups.
//
// A place of the gazetteer: bits 0 to 31 its GeoNames id, 32 to 59 its country's (0 where it lies in none),
// 60 to 62 its level. A place that is only a name: a hash with the highest bit set.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "schema/terms.h"

namespace broadsheet {

enum class PlaceLevel : std::uint8_t {
    name,  // not found in the gazetteer
    area,  // a continent, a sea, what lies across countries
    country,
    region,    // first division of a country: state, province, governorate
    district,  // second division
    town,
};

constexpr std::string_view name_of(PlaceLevel level) {
    constexpr std::array<std::string_view, 6> names{"name", "area", "country", "region", "district", "town"};
    return static_cast<std::size_t>(level) < names.size() ? names[static_cast<std::size_t>(level)] : "";
}

constexpr ValueId place_id(PlaceLevel level, std::uint32_t country, std::uint32_t geonames_id) {
    constexpr std::uint32_t largest_country = (1u << 28) - 1;
    return static_cast<ValueId>(level) << 60 | static_cast<ValueId>(country & largest_country) << 32 |
           geonames_id;
}

constexpr bool is_name_only(ValueId place) {
    return (place & name_only) != 0;
}

constexpr PlaceLevel level_of(ValueId place) {
    return is_name_only(place) ? PlaceLevel::name : static_cast<PlaceLevel>(place >> 60);
}

// 0 for names.
constexpr std::uint32_t geonames_of(ValueId place) {
    return is_name_only(place) ? 0 : static_cast<std::uint32_t>(place);
}

// The country that the place lies in, or is; 0 where there is none.
constexpr ValueId country_of(ValueId place) {
    const auto country = static_cast<std::uint32_t>(place >> 32 & ((1u << 28) - 1));
    return is_name_only(place) || country == 0 ? 0 : place_id(PlaceLevel::country, country, country);
}

// Stands at the top of the hierarchy.
constexpr bool is_top_level(ValueId place) {
    return level_of(place) <= PlaceLevel::country;
}

}  // namespace broadsheet
