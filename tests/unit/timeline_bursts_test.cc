#include <gtest/gtest.h>

#include <random>

#include "searcher/timeline/bursts.h"

namespace broadsheet {
namespace {

std::vector<Batch> batches(const std::vector<std::uint64_t>& relevant, std::uint64_t all) {
    std::vector<Batch> result;
    for (const std::uint64_t each : relevant)
        result.push_back({each, all});
    return result;
}

TEST(Bursts, ARiseIsOneBurst) {
    const std::vector<Burst> bursts =
        find_bursts(batches({5, 4, 6, 5, 30, 42, 28, 5, 4, 6, 5, 5, 4, 6, 5, 5}, 1000));
    ASSERT_EQ(bursts.size(), 1U);
    EXPECT_EQ(bursts[0].first, 4U);
    EXPECT_EQ(bursts[0].last, 6U);
    EXPECT_GT(bursts[0].weight, 0);
}

TEST(Bursts, TwoRisesAreTwo) {
    const std::vector<Burst> bursts = find_bursts(batches({40, 2, 2, 2, 2, 2, 2, 2, 50, 2, 2, 2}, 1000));
    ASSERT_EQ(bursts.size(), 2U);
    EXPECT_EQ(bursts[0].first, 0U);
    EXPECT_EQ(bursts[0].last, 0U);
    EXPECT_EQ(bursts[1].first, 8U);
}

TEST(Bursts, ACollectionThatGrowsIsNone) {
    std::vector<Batch> growing;
    for (std::uint64_t i = 1; i <= 20; ++i)
        growing.push_back({i * i, i * i * 50});
    EXPECT_TRUE(find_bursts(growing).empty());
}

TEST(Bursts, ChanceIsNone) {
    std::mt19937 random(7);
    std::poisson_distribution<std::uint64_t> articles(10);
    std::size_t bursts = 0;
    for (int i = 0; i < 100; ++i) {
        std::vector<std::uint64_t> counts(60);
        for (std::uint64_t& count : counts)
            count = articles(random);
        bursts += find_bursts(batches(counts, 1000)).size();
    }
    EXPECT_LE(bursts, 5U);
}

TEST(Bursts, EmptyPeriodsInsideDoNotEndOne) {
    std::vector<Batch> days = batches({1, 1, 1, 1, 1, 1, 20, 0, 20, 1, 1, 1, 1}, 500);
    days[7].all = 0;  // nothing was published
    const std::vector<Burst> bursts = find_bursts(days);
    ASSERT_EQ(bursts.size(), 1U);
    EXPECT_EQ(bursts[0].first, 6U);
    EXPECT_EQ(bursts[0].last, 8U);
}

TEST(Bursts, NothingToCompareIsNone) {
    EXPECT_TRUE(find_bursts({}).empty());
    EXPECT_TRUE(find_bursts({{5, 10}}).empty());
    EXPECT_TRUE(find_bursts({{5, 5}, {7, 7}}).empty());
    EXPECT_TRUE(find_bursts({{0, 5}, {0, 7}}).empty());
    EXPECT_TRUE(find_bursts(batches({9, 8, 9, 10, 10, 9}, 10)).empty());
}

}  // namespace
}  // namespace broadsheet
