#include "schema/place_record.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "schema/bytes.h"

namespace broadsheet {

namespace {

constexpr double steps = 1e4;  // to a degree

void put_degrees(std::string& out, double degrees) {
    put_varint(out, static_cast<std::uint64_t>(std::llround((degrees + 180) * steps)));
}

double degrees(ByteReader& reader, double most) {
    const double value = static_cast<double>(reader.varint()) / steps - 180;
    if (!(std::abs(value) <= most)) reader.damaged();
    return value;
}

}  // namespace

std::string place_key(ValueId place) {
    return std::string(place_key_prefix) + to_text(place);
}

std::string encode(const PlaceRecord& record) {
    std::string out;
    put_degrees(out, record.latitude);
    put_degrees(out, record.longitude);
    put_varint(out, record.region);
    return out;
}

PlaceRecord decode_place(std::string_view encoded) {
    ByteReader reader(encoded, "a place");
    PlaceRecord record;
    record.latitude = degrees(reader, 90);
    record.longitude = degrees(reader, 180);
    record.region = reader.varint();
    if (!reader.at_end()) reader.damaged();
    return record;
}

double kilometres(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
    constexpr double radius = 6371.0088;
    constexpr double radians = std::numbers::pi / 180;
    const double a = latitude_a * radians;
    const double b = latitude_b * radians;
    const double half_latitude = std::sin((b - a) / 2);
    const double half_longitude = std::sin((longitude_b - longitude_a) * radians / 2);
    const double square =
        half_latitude * half_latitude + std::cos(a) * std::cos(b) * half_longitude * half_longitude;
    return 2 * radius * std::asin(std::sqrt(std::min(1.0, square)));
}

}  // namespace broadsheet
