#include <gtest/gtest.h>

#include <random>
#include <string>

#include "indexer/entities/places/gazetteer.h"
#include "indexer/entities/places/place_name.h"
#include "schema/error.h"
#include "schema/files.h"
#include "tests/unit/places_support.h"

namespace broadsheet::entities {
namespace {

Gazetteer::Contents small_contents() {
    Gazetteer::Contents all;
    const std::string names = "LandProvinceTown";
    all.names.assign(names.begin(), names.end());
    all.rows.resize(3);
    all.rows[0] = {11, 0, 0, no_place, no_place, 1.5F, 2.25F, 5000, PlaceKind::country, 0, 4};
    all.rows[1] = {12, 4, 0, 1, no_place, -1.5F, -179.999F, 400, PlaceKind::region, 0, 8};
    all.rows[2] = {13, 12, 0, 1, no_place, 90.0F, 180.0F, 0xffffffffu, PlaceKind::town, 3, 4};
    all.bucket_begins.assign((std::size_t{1} << Gazetteer::bucket_bits) + 1, 1);
    all.bucket_begins[0] = 0;
    all.tags.push_back(7);
    all.candidates.push_back({2});
    all.demonym_hashes = {5, 9};
    all.demonym_places = {0, 0};
    return all;
}

TEST(EntityPlacesGazetteer, SurvivesPacking) {
    const std::string packed = Gazetteer::pack(small_contents());
    const Gazetteer again = Gazetteer::unpack(packed);
    ASSERT_EQ(again.size(), 3u);
    EXPECT_EQ(again[1].name, "Province");
    EXPECT_EQ(again[1].geonames_id, 12u);
    EXPECT_EQ(again[1].country, 0u);
    EXPECT_EQ(again[1].region, 1u);
    EXPECT_EQ(again[1].district, no_place);
    EXPECT_NEAR(again[1].longitude, -179.999, 0.0005);
    EXPECT_EQ(again[2].population, 0xffffffffu);
    EXPECT_EQ(again[2].kind, PlaceKind::town);
    EXPECT_EQ(Gazetteer::pack(small_contents()), packed);
}

TEST(EntityPlacesGazetteer, RefusesWhatIsNoGazetteer) {
    const std::string packed = Gazetteer::pack(small_contents());
    EXPECT_THROW(Gazetteer::unpack(""), Error);
    EXPECT_THROW(Gazetteer::unpack("not a gazetteer"), Error);
    EXPECT_THROW(Gazetteer::unpack(packed + "x"), Error);
    for (std::size_t size = 0; size < packed.size(); ++size)
        EXPECT_THROW(Gazetteer::unpack(std::string_view(packed).substr(0, size)), Error) << size;
    std::string flipped = packed;
    for (std::size_t i = 0; i < packed.size(); ++i) {
        flipped[i] = static_cast<char>(flipped[i] ^ 0x10);
        // Not every bit of the frame's head means something.
        try {
            Gazetteer::unpack(flipped);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_damaged);
        }
        flipped[i] = packed[i];
    }
}

TEST(EntityPlacesGazetteer, RefusesContentsThatContradictThemselves) {
    const auto refused = [](auto change) {
        Gazetteer::Contents all = small_contents();
        change(all);
        EXPECT_THROW(Gazetteer::unpack(Gazetteer::pack(all)), Error);
    };
    refused([](auto& all) { all.rows[1].country = 2; });     // a town is no country
    refused([](auto& all) { all.rows[1].country = 1000; });  // no such place
    refused([](auto& all) { all.rows[0].latitude = 91; });
    refused([](auto& all) { all.rows[0].name_size = 200; });
    refused([](auto& all) { all.candidates[0] = {3}; });           // no such place
    refused([](auto& all) { all.candidates[0] = {0xF << 20}; });   // no such form
    refused([](auto& all) { all.bucket_begins.back() = 60000; });  // more than there are
    refused([](auto& all) { all.demonym_hashes = {9, 5}; });
    refused([](auto& all) { all.demonym_places[1] = 3; });
    refused([](auto& all) { all.rows[0].kind = static_cast<PlaceKind>(9); });
}

TEST(EntityPlacesGazetteer, AMissingFileIsToldAsSuch) {
    try {
        Gazetteer::load("no/such/gazetteer.zst");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
    }
}

TEST(EntityPlacesGazetteer, DamageToTheShippedFileIsFound) {
    const std::string packed = read_file(BROADSHEET_GAZETTEER);
    std::mt19937 random(1);
    for (int i = 0; i < 8; ++i) {
        std::string damaged = packed;
        damaged[random() % damaged.size()] ^= 0x21;
        EXPECT_THROW(Gazetteer::unpack(damaged), Error);
    }
    EXPECT_THROW(Gazetteer::unpack(std::string_view(packed).substr(0, packed.size() / 2)), Error);
}

TEST(EntityPlacesGazetteer, KnowsPlacesByName) {
    const Gazetteer& gazetteer = shipped_gazetteer();
    const auto first = [&](std::string_view name) {
        const auto found = gazetteer.find(place_key(name));
        return found.empty() ? Place{} : gazetteer[found.front().place()];
    };
    EXPECT_EQ(first("Iraq").geonames_id, 99237u);
    EXPECT_EQ(first("Iraq").kind, PlaceKind::country);
    EXPECT_EQ(first("Babil").geonames_id, 98227u);
    EXPECT_EQ(first("Rapides Parish").kind, PlaceKind::district);
    EXPECT_EQ(first("WEST BANK").geonames_id, 285153u);
    EXPECT_TRUE(gazetteer.find("").empty());
    EXPECT_TRUE(gazetteer.find("no such place anywhere").empty());
    const PlaceNumber iraq = gazetteer.find_demonym("iraqis");
    ASSERT_NE(iraq, no_place);
    EXPECT_EQ(gazetteer[iraq].name, "Iraq");
    EXPECT_EQ(gazetteer.find_demonym("table"), no_place);
    EXPECT_EQ(gazetteer.find_id(99237), iraq);
}

TEST(EntityPlacesGazetteer, EveryPlaceLiesInItsUnits) {
    const Gazetteer& gazetteer = shipped_gazetteer();
    for (PlaceNumber number = 0; number < gazetteer.size(); ++number) {
        const Place place = gazetteer[number];
        ASSERT_FALSE(place.name.empty());
        if (place.kind == PlaceKind::area) {
            ASSERT_EQ(place.country, no_place);
            continue;
        }
        const bool country = place.kind == PlaceKind::country;
        ASSERT_TRUE(!country || place.country == number) << place.name;
        ASSERT_TRUE(place.kind != PlaceKind::region || place.region == number) << place.name;
        ASSERT_TRUE(place.region == no_place || gazetteer[place.region].country == place.country)
            << place.name;
        ASSERT_TRUE(place.district == no_place || gazetteer[place.district].region == place.region)
            << place.name;
    }
}

}  // namespace
}  // namespace broadsheet::entities
