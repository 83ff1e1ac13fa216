// What an index knows of a place that its articles mention: the metadata entry of its id.
#pragma once

#include <string>
#include <string_view>

#include "schema/place_id.h"

namespace broadsheet {

struct PlaceRecord {
    double latitude = 0;  // degrees, to four places; of countries and regions the middle of their towns
    double longitude = 0;
    ValueId region = 0;  // the first division it lies in, or 0
};

// The metadata key: "place:" + to_text(id).
std::string place_key(ValueId place);
inline constexpr std::string_view place_key_prefix = "place:";

std::string encode(const PlaceRecord& record);
// Throws Error(index_damaged) when `encoded` is not what encode() makes.
PlaceRecord decode_place(std::string_view encoded);

// Great-circle distance in kilometres on a sphere of the Earth's mean radius (haversine formula).
double kilometres(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

}  // namespace broadsheet
