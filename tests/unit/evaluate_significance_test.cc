#include <gtest/gtest.h>

#include <cmath>

#include "searcher/evaluate/significance.h"

namespace broadsheet {
namespace {

TEST(EvaluateSignificance, FewTopicsAreCountedInFull) {
    // Of the eight ways only +++ and --- are as far from nought.
    EXPECT_DOUBLE_EQ(randomisation_test({0.1, 0.2, 0.3}), 2.0 / 8);
    EXPECT_DOUBLE_EQ(randomisation_test({0.1, -0.1}), 1);
    EXPECT_DOUBLE_EQ(randomisation_test({0.5, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5}), 2.0 / 64);
}

TEST(EvaluateSignificance, NoDifferenceIsNone) {
    EXPECT_EQ(randomisation_test({}), 1);
    EXPECT_EQ(randomisation_test(std::vector<double>(300, 0.0)), 1);
}

TEST(EvaluateSignificance, ManyTopicsAgreeWithTheNormalDistribution) {
    // 100 topics of +-1, 60 of them up: the mean is two standard errors from nought, p about 0.0569 with the
    // steps of a binomial.
    std::vector<double> differences;
    for (int i = 0; i < 100; ++i)
        differences.push_back(i < 60 ? 1 : -1);
    EXPECT_NEAR(randomisation_test(differences), 0.0569, 0.003);
    EXPECT_EQ(randomisation_test(differences), randomisation_test(differences));
    EXPECT_LT(randomisation_test(std::vector<double>(200, 0.01)), 0.0001);
}

}  // namespace
}  // namespace broadsheet
