#include <gtest/gtest.h>

#include "searcher/significance/log_likelihood.h"

namespace broadsheet {
namespace {

TEST(LogLikelihood, IsThatOfTheTwoByTwoTable) {
    // 10 of 100 against 20 of 900: 2 * sum of observed * ln(observed / expected) over the four cells.
    EXPECT_NEAR(log_likelihood({10, 100, 30, 1000}), 12.649, 0.001);
    EXPECT_NEAR(expected({10, 100, 30, 1000}), 3, 1e-12);
}

TEST(LogLikelihood, OnlyMoreThanExpectedCounts) {
    EXPECT_EQ(log_likelihood({3, 100, 30, 1000}), 0);
    EXPECT_EQ(log_likelihood({1, 100, 30, 1000}), 0);
    EXPECT_EQ(log_likelihood({0, 100, 0, 1000}), 0);
    EXPECT_GT(log_likelihood({4, 100, 30, 1000}), 0);
}

TEST(LogLikelihood, TheWholeIsLikeItself) {
    EXPECT_EQ(log_likelihood({30, 1000, 30, 1000}), 0);
    EXPECT_EQ(log_likelihood({0, 0, 0, 0}), 0);
}

TEST(LogLikelihood, WhatIsNowhereElseIsFinite) {
    EXPECT_GT(log_likelihood({100, 100, 100, 1000}), log_likelihood({50, 100, 50, 1000}));
    EXPECT_LT(log_likelihood({100, 100, 100, 1000}), 1000);
}

}  // namespace
}  // namespace broadsheet
