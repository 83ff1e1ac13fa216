#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "indexer/merge_policy.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

using Segments = std::vector<SegmentEntry>;
using Which = std::vector<std::size_t>;

SegmentEntry segment(std::uint64_t articles, std::uint64_t deleted = 0) {
    return {"1", articles, deleted};
}

// What a writer does that publishes batches of these sizes, and what it costs.
struct Simulation {
    Segments segments;
    std::uint64_t added = 0;
    std::uint64_t rewritten = 0;  // articles, by merges
    std::size_t most_segments = 0;

    void publish(std::uint64_t articles) {
        segments.push_back(segment(articles));
        added += articles;
        for (int merges = 0;; ++merges) {
            ASSERT_LT(merges, 20) << "it must come to rest";
            const Which which = next_merge(segments);
            if (which.empty()) break;
            ASSERT_LT(which.back(), segments.size());
            std::uint64_t sum = 0;
            for (std::size_t i = 0; i < which.size(); ++i) {
                ASSERT_EQ(which[i], which[0] + i) << "neighbours";
                sum += segments[which[i]].articles;
            }
            const auto first = segments.begin() + static_cast<std::ptrdiff_t>(which.front());
            *first = segment(sum);
            segments.erase(first + 1, first + static_cast<std::ptrdiff_t>(which.size()));
            rewritten += sum;
        }
        most_segments = std::max(most_segments, segments.size());
    }
};

TEST(MergePolicy, FewSegmentsAreLeftAlone) {
    EXPECT_TRUE(next_merge({}).empty());
    EXPECT_TRUE(next_merge({segment(1)}).empty());
    EXPECT_TRUE(next_merge(Segments(7, segment(10))).empty());
    EXPECT_TRUE(next_merge(Segments(7, segment(10'000'000))).empty());
}

TEST(MergePolicy, EightOfATierAreMerged) {
    const Which all{0, 1, 2, 3, 4, 5, 6, 7};
    EXPECT_EQ(next_merge(Segments(8, segment(1))), all);
    EXPECT_EQ(next_merge(Segments(8, segment(999))), all);
    EXPECT_EQ(next_merge(Segments(8, segment(5000))), all);
    Segments behind_a_large_one(9, segment(5));
    behind_a_large_one[0] = segment(100'000);
    EXPECT_EQ(next_merge(behind_a_large_one), (Which{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(MergePolicy, ALargeSegmentIsNotRewrittenForSevenSmallOnes) {
    Segments segments(8, segment(5));
    segments[0] = segment(100'000);
    EXPECT_TRUE(next_merge(segments).empty());
}

TEST(MergePolicy, ASegmentWithAThirdDeletedIsRewrittenAlone) {
    EXPECT_TRUE(next_merge({segment(200, 100)}).empty());
    EXPECT_EQ(next_merge({segment(10), segment(200, 101)}), (Which{1}));
    EXPECT_EQ(next_merge({segment(0, 1)}), (Which{0}));
}

TEST(MergePolicy, AnArticleIsRewrittenAboutOnceATier) {
    for (const std::uint64_t batch : {1000, 3000, 20'000, 100'000}) {
        Simulation simulation;
        for (int i = 0; i < 600; ++i)
            simulation.publish(batch);
        EXPECT_LE(simulation.rewritten, 6 * simulation.added) << batch;
        EXPECT_LE(simulation.most_segments, 40u) << batch;
    }
}

TEST(MergePolicy, ADailyHandfulDoesNotRewriteTheArchive) {
    Simulation simulation;
    simulation.publish(1'000'000);
    simulation.rewritten = 0;
    for (int i = 0; i < 1000; ++i)
        simulation.publish(100);
    EXPECT_LE(simulation.rewritten, 1'000'000u) << "of 100,000 new articles";
}

TEST(MergePolicy, ThereAreAtMostSevenSegmentsATierWhateverComes) {
    test::RandomArticles random(40);
    const std::uint64_t sizes[] = {1, 20, 900, 1000, 7000, 30'000, 500'000};
    for (int round = 0; round < 20; ++round) {
        Simulation simulation;
        const std::size_t kinds = 1 + random.below(std::size(sizes));
        for (int i = 0; i < 300; ++i)
            simulation.publish(sizes[random.below(kinds)]);
        EXPECT_LE(simulation.most_segments, 7u * 7);
        EXPECT_LE(simulation.rewritten, 400 * simulation.added);
    }
}

}  // namespace
}  // namespace broadsheet
