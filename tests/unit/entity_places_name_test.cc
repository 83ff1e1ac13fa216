#include <gtest/gtest.h>

#include "indexer/entities/places/place_name.h"
#include "indexer/entities/places/surroundings.h"

namespace broadsheet::entities {
namespace {

TEST(EntityPlacesName, OneKeyForAllSpellings) {
    EXPECT_EQ(place_key("Jurf Al-Sakhr"), place_key("jurf el sakhr"));
    EXPECT_EQ(place_key("St. Louis"), place_key("Saint Louis"));
    EXPECT_EQ(place_key("Mt. Vernon"), place_key("Mount Vernon"));
    EXPECT_EQ(place_key("Ft. Worth"), place_key("FORT WORTH"));
    EXPECT_EQ(place_key("U.S."), place_key("US"));
    EXPECT_EQ(place_key("W.Va."), "wva");
    EXPECT_EQ(place_key("São Paulo"), "sao paulo");
    EXPECT_EQ(place_key("the Hague"), "hague");
    EXPECT_EQ(place_key("O'Fallon"), "ofallon");
    EXPECT_EQ(place_key("Winston-Salem"), "winston salem");
    EXPECT_EQ(place_key("Iraq's"), "iraq");
    EXPECT_EQ(place_key("12"), "");
    EXPECT_EQ(place_key(""), "");
    EXPECT_EQ(place_key(std::string(1000, 'a')), "");
}

TEST(EntityPlacesName, TypeWordsComeOff) {
    const auto stripped = [](std::string_view key, UnitWord kind, std::string_view rest) {
        EXPECT_EQ(strip_unit_word(key), kind) << rest;
        EXPECT_EQ(key, rest);
    };
    stripped("rapides parish", UnitWord::district, "rapides");
    stripped("county kerry", UnitWord::district, "kerry");
    stripped("province of babil", UnitWord::region, "babil");
    stripped("babil governorate", UnitWord::region, "babil");
    stripped("city of mosul", UnitWord::town, "mosul");
    stripped("kansas city", UnitWord::town, "kansas");
    stripped("county", UnitWord::none, "county");
    stripped("city island", UnitWord::none, "city island");
}

TEST(EntityPlacesName, WhatStandsBesideANameIsRead) {
    const auto after = [](std::string_view text, std::size_t end) {
        const Container found = container_after(text, end);
        return found.count == 0 ? std::string_view() : found.readings[found.count - 1];
    };
    EXPECT_EQ(after("Paris, Texas, said", 5), "Texas");
    EXPECT_EQ(after("Paris (Texas)", 5), "Texas");
    EXPECT_EQ(after("Mosul in northern Iraq.", 5), "Iraq.");
    EXPECT_EQ(after("Athens Ga. police", 6), "Ga.");
    EXPECT_EQ(after("Athens police", 6), "");
    EXPECT_EQ(after("Athens", 6), "");
    const Container before = container_before("Iraq's Mosul", 7);
    ASSERT_EQ(before.count, 1u);
    EXPECT_EQ(before.readings[0], "Iraq");
    EXPECT_EQ(parts_of("Baghdad, Iraq").container, "Iraq");
    EXPECT_EQ(parts_of("Baghdad (Iraq)").name, "Baghdad");
    EXPECT_EQ(parts_of("Baghdad").container, "");
    EXPECT_TRUE(may_be_abbreviation("Ala."));
    EXPECT_TRUE(may_be_abbreviation("GA"));
    EXPECT_FALSE(may_be_abbreviation("Ga"));
}

}  // namespace
}  // namespace broadsheet::entities
