#include <gtest/gtest.h>

#include "searcher/evaluate/sweep.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

std::vector<std::string> names(const std::vector<std::string>& axes) {
    std::vector<std::string> result;
    for (const RankingParameters& each : settings_to_try(axes, plain_bm25()))
        result.push_back(std::to_string(each.bm25.k1) + " " + std::to_string(each.bm25.b));
    return result;
}

TEST(EvaluateSweep, AllCombinationsTheLastChangingFirst) {
    EXPECT_EQ(names({"k1=1,2", "b=0.1:0.3:0.1"}),
              (std::vector<std::string>{"1.000000 0.100000", "1.000000 0.200000", "1.000000 0.300000",
                                        "2.000000 0.100000", "2.000000 0.200000", "2.000000 0.300000"}));
    EXPECT_EQ(names({"b=0.5"}).size(), 1U);
    EXPECT_EQ(names({"k1=0.8:2:0.2"}).size(), 7U);
}

TEST(EvaluateSweep, WhatCanNotBeReadIsWrongUsage) {
    for (const char* axis : {"k1", "k1=", "k1=a", "k1=1:2", "k1=1:2:0", "k1=2:1:0.1", "k1=1,,2", "zeal=1",
                             "b=2", "b=0:1:0.0001", "k1=nan", "k1=0:inf:1"}) {
        EXPECT_EQ(test::code_of([&] { settings_to_try({axis}, {}); }), ErrorCode::usage) << axis;
    }
    EXPECT_EQ(test::code_of([] { settings_to_try({"k1=0:5:0.1", "b=0:1:0.01"}, {}); }), ErrorCode::usage);
}

}  // namespace
}  // namespace broadsheet
