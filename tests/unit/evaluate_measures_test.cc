#include <gtest/gtest.h>

#include <cmath>

#include "searcher/evaluate/measures.h"

namespace broadsheet {
namespace {

std::vector<RunEntry> run_of(const std::string& docnos) {
    std::vector<RunEntry> entries;
    for (const char c : docnos)
        entries.push_back({std::string(1, c), static_cast<float>(docnos.size() - entries.size())});
    return entries;
}

TEST(EvaluateMeasures, ByHand) {
    // Relevant: b (level 2), d (1), z (3), the last of them not found.
    const TopicJudgements judgements{{"a", 0}, {"b", 2}, {"d", 1}, {"e", -1}, {"z", 3}};
    const TopicFigures figures = figures_of(run_of("abcde"), judgements, 1);
    EXPECT_EQ(figures.retrieved, 5U);
    EXPECT_EQ(figures.relevant, 3U);
    EXPECT_EQ(figures.relevant_retrieved, 2U);
    EXPECT_DOUBLE_EQ(figures.measures[0], (1.0 / 2 + 2.0 / 4) / 3);
    const double gain = 2 / std::log2(3) + 1 / std::log2(5);
    const double best = 3 / std::log2(2) + 2 / std::log2(3) + 1 / std::log2(4);
    EXPECT_DOUBLE_EQ(figures.measures[1], gain / best);
    EXPECT_DOUBLE_EQ(figures.measures[2], 0.2);
    EXPECT_DOUBLE_EQ(figures.measures[3], 2.0 / 3);
    EXPECT_DOUBLE_EQ(figures.measures[4], 2.0 / 3);
    EXPECT_DOUBLE_EQ(figures.measures[5], 0.5);
}

TEST(EvaluateMeasures, CutsAtTenAHundredAndAThousand) {
    std::vector<RunEntry> entries;
    TopicJudgements judgements;
    for (int i = 0; i < 1200; ++i) {
        entries.push_back({std::to_string(i), static_cast<float>(2000 - i)});
        if (i == 9 || i == 10 || i == 99 || i == 100 || i == 999 || i == 1000)
            judgements[std::to_string(i)] = 1;
    }
    const TopicFigures figures = figures_of(entries, judgements, 1);
    EXPECT_EQ(figures.relevant_retrieved, 6U);
    EXPECT_DOUBLE_EQ(figures.measures[2], 0.1);
    EXPECT_DOUBLE_EQ(figures.measures[3], 3.0 / 6);
    EXPECT_DOUBLE_EQ(figures.measures[4], 5.0 / 6);
    EXPECT_DOUBLE_EQ(figures.measures[5], 0.1);
}

TEST(EvaluateMeasures, AHigherLevelCanBeAskedFor) {
    const TopicJudgements judgements{{"a", 1}, {"b", 2}};
    const TopicFigures figures = figures_of(run_of("ab"), judgements, 2);
    EXPECT_EQ(figures.relevant, 1U);
    EXPECT_DOUBLE_EQ(figures.measures[0], 0.5);
    // Levels stay what they are to the gain.
    EXPECT_DOUBLE_EQ(figures.measures[1], (1 + 2 / std::log2(3)) / (2 + 1 / std::log2(3)));
}

TEST(EvaluateMeasures, NothingFoundOrNothingRelevantIsNought) {
    EXPECT_EQ(figures_of({}, {{"a", 1}}, 1).measures, Measures{});
    EXPECT_EQ(figures_of(run_of("abc"), {{"a", 0}}, 1).measures, Measures{});
}

TEST(EvaluateMeasures, EqualScoresStandByDocnoDescending) {
    std::vector<RunEntry> entries{{"a", 1}, {"c", 1}, {"b", 2}, {"B", 1}};
    put_in_run_order(entries);
    std::string order;
    for (const RunEntry& entry : entries)
        order += entry.docno;
    EXPECT_EQ(order, "bcaB");
}

}  // namespace
}  // namespace broadsheet
