#include <gtest/gtest.h>

#include <set>

#include "searcher/rank/parameters.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

TEST(RankParameters, SettingsChangeTheUsualOnes) {
    const RankingParameters read = read_ranking("k1=0.9, b=0.25");
    EXPECT_DOUBLE_EQ(read.bm25.k1, 0.9);
    EXPECT_DOUBLE_EQ(read.bm25.b, 0.25);
    EXPECT_DOUBLE_EQ(read.bm25.least_length, RankingParameters().bm25.least_length);
    EXPECT_EQ(to_text(read), "k1=0.9,b=0.25");
    EXPECT_EQ(to_text(read_ranking("")), "usual");
    EXPECT_DOUBLE_EQ(read_ranking("plain").bm25.b, 0.75);
    EXPECT_DOUBLE_EQ(read_ranking("plain,b=0.1").bm25.k1, 1.2);
}

TEST(RankParameters, WhatIsWrongIsSaid) {
    for (const char* text : {"k1", "k1=", "k1=x", "k1=-1", "b=1.5", "b=nan", "zeal=1", "k1=1x"}) {
        EXPECT_EQ(test::code_of([&] { read_ranking(text); }), ErrorCode::usage) << text;
    }
}

TEST(RankParameters, EveryUsualValueIsInItsRangeAndNamesDiffer) {
    RankingParameters usual;
    RankingParameters plain = plain_bm25();
    std::set<std::string_view> names;
    for (const RankingParameter& each : ranking_parameters()) {
        EXPECT_TRUE(names.insert(each.name).second) << each.name;
        for (const double value : {each.of(usual), each.of(plain)}) {
            EXPECT_GE(value, each.least) << each.name;
            EXPECT_LE(value, each.most) << each.name;
        }
    }
}

}  // namespace
}  // namespace broadsheet
