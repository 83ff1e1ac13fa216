// Ids and records of places.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/bytes.h"
#include "schema/place_id.h"
#include "schema/place_record.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t land = 99'237;
constexpr ValueId country = place_id(PlaceLevel::country, land, land);
constexpr ValueId town = place_id(PlaceLevel::town, land, 98'182);
constexpr ValueId sea = place_id(PlaceLevel::area, 0, 6'255'148);

TEST(PlaceId, SaysLevelNumberAndCountry) {
    EXPECT_EQ(level_of(town), PlaceLevel::town);
    EXPECT_EQ(geonames_of(town), 98'182u);
    EXPECT_EQ(country_of(town), country);
    EXPECT_EQ(country_of(country), country);
    EXPECT_EQ(level_of(country), PlaceLevel::country);
    EXPECT_FALSE(is_name_only(town));
}

TEST(PlaceId, WhatLiesInNoCountryHasNone) {
    EXPECT_EQ(country_of(sea), 0u);
    EXPECT_EQ(level_of(sea), PlaceLevel::area);
    EXPECT_EQ(geonames_of(sea), 6'255'148u);
}

TEST(PlaceId, ANameHasNeitherNumberNorCountry) {
    for (const char* text : {"Atlantis", "", "\xff", "Ys"}) {
        const ValueId name = value_id(FieldId::place, text);
        EXPECT_TRUE(is_name_only(name)) << text;
        EXPECT_EQ(level_of(name), PlaceLevel::name);
        EXPECT_EQ(geonames_of(name), 0u);
        EXPECT_EQ(country_of(name), 0u);
        EXPECT_TRUE(is_top_level(name));
    }
    EXPECT_EQ(value_id(FieldId::place, "the Lowlands"), value_id(FieldId::place, "Lowlands"));
    EXPECT_NE(value_id(FieldId::place, "the"), value_id(FieldId::place, "Lowlands"));
    EXPECT_EQ(value_id(FieldId::dateline, "Ys"), value_id(FieldId::place, "Ys")) << "a dateline is a place";
}

TEST(PlaceId, CountriesAreaAndNamesStandAtTheTop) {
    EXPECT_TRUE(is_top_level(country));
    EXPECT_TRUE(is_top_level(sea));
    EXPECT_FALSE(is_top_level(place_id(PlaceLevel::region, land, 1)));
    EXPECT_FALSE(is_top_level(place_id(PlaceLevel::district, land, 1)));
    EXPECT_FALSE(is_top_level(town));
}

TEST(PlaceId, TheLargestNumbersFit) {
    const ValueId id = place_id(PlaceLevel::town, (1u << 28) - 1, 0xffffffff);
    EXPECT_EQ(geonames_of(id), 0xffffffffu);
    EXPECT_EQ(level_of(id), PlaceLevel::town);
    EXPECT_EQ(level_of(country_of(id)), PlaceLevel::country);
    EXPECT_FALSE(is_name_only(id));
}

TEST(PlaceId, EveryLevelHasAName) {
    EXPECT_EQ(name_of(PlaceLevel::name), "name");
    EXPECT_EQ(name_of(PlaceLevel::town), "town");
    EXPECT_EQ(name_of(static_cast<PlaceLevel>(7)), "");
}

PlaceRecord back(const PlaceRecord& record) {
    return decode_place(encode(record));
}

TEST(PlaceRecord, ComesBackToFourPlaces) {
    for (const PlaceRecord& record : std::vector<PlaceRecord>{{32.7722, 44.2923, town},
                                                              {-90, -180, 0},
                                                              {90, 180, ~ValueId{0}},
                                                              {0, 0, 1},
                                                              {-0.0001, 0.0001, 2}}) {
        EXPECT_NEAR(back(record).latitude, record.latitude, 1e-9);
        EXPECT_NEAR(back(record).longitude, record.longitude, 1e-9);
        EXPECT_EQ(back(record).region, record.region);
        EXPECT_EQ(encode(back(record)), encode(record));
    }
    EXPECT_NEAR(back({1.23456, 0, 0}).latitude, 1.2346, 1e-9);
}

TEST(PlaceRecord, DamageIsTold) {
    const std::string encoded = encode({32.7722, 44.2923, town});
    for (std::size_t size = 0; size < encoded.size(); ++size)
        EXPECT_EQ(test::code_of([&] { decode_place(encoded.substr(0, size)); }), ErrorCode::index_damaged)
            << size;
    EXPECT_EQ(test::code_of([&] { decode_place(encoded + "x"); }), ErrorCode::index_damaged);
    std::string beyond;
    put_varint(beyond, 2'700'001);  // more than 90 degrees north
    put_varint(beyond, 0);
    put_varint(beyond, 0);
    EXPECT_EQ(test::code_of([&] { decode_place(beyond); }), ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([&] { decode_place(std::string(30, '\xff')); }), ErrorCode::index_damaged);
}

TEST(PlaceRecord, KeysAreOfTheId) {
    EXPECT_EQ(place_key(0), "place:AAAAAAAAAAA");
    EXPECT_EQ(place_key(town), std::string(place_key_prefix) + to_text(town));
}

TEST(Kilometres, KnownDistances) {
    EXPECT_NEAR(kilometres(51.5074, -0.1278, 48.8566, 2.3522), 343.6, 0.5);     // London to Paris
    EXPECT_NEAR(kilometres(33.3406, 44.4009, 32.4780, 44.4319), 95.9, 0.5);     // Baghdad to Al Hillah
    EXPECT_NEAR(kilometres(40.7143, -74.0060, 35.6895, 139.6917), 10'848, 20);  // New York to Tokyo
}

TEST(Kilometres, AcrossTheDateLineAndThePoles) {
    constexpr double degree = 111.195;
    constexpr double half_way_round = 20'015.1;
    EXPECT_NEAR(kilometres(0, 0, 0, 1), degree, 0.01);
    EXPECT_NEAR(kilometres(0, 179.5, 0, -179.5), degree, 0.01);
    EXPECT_NEAR(kilometres(89.5, 0, 89.5, 180), degree, 0.01);
    EXPECT_NEAR(kilometres(90, 0, 90, 137), 0, 1e-6);
    EXPECT_NEAR(kilometres(90, 0, -90, 0), half_way_round, 0.1);
    EXPECT_NEAR(kilometres(12, 34, -12, -146), half_way_round, 0.1);
    EXPECT_EQ(kilometres(12.34, 56.78, 12.34, 56.78), 0);
    EXPECT_DOUBLE_EQ(kilometres(1, 2, 3, 4), kilometres(3, 4, 1, 2));
}

}  // namespace
}  // namespace broadsheet
