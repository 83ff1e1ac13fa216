#include <gtest/gtest.h>

#include "searcher/rank/recency.h"

namespace broadsheet {
namespace {

constexpr Seconds day = 86400;

TEST(RankRecency, HalfOfWhatCanBeLostIsLostInAHalfLife) {
    RankingParameters parameters;
    parameters.recency = 0.6;
    parameters.half_life = 10;
    const Seconds latest = 1'700'000'000;
    EXPECT_DOUBLE_EQ(recency_factor(latest, latest, parameters), 1);
    EXPECT_DOUBLE_EQ(recency_factor(latest + day, latest, parameters), 1);
    EXPECT_DOUBLE_EQ(recency_factor(latest - 10 * day, latest, parameters), 0.7);
    EXPECT_DOUBLE_EQ(recency_factor(latest - 20 * day, latest, parameters), 0.55);
    EXPECT_NEAR(recency_factor(latest - 10'000 * day, latest, parameters), 0.4, 1e-9);
    EXPECT_DOUBLE_EQ(recency_factor(std::nullopt, latest, parameters), 0.4);
}

}  // namespace
}  // namespace broadsheet
