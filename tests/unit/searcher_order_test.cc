#include <gtest/gtest.h>

#include "searcher/match/order.h"

namespace broadsheet {
namespace {

std::vector<std::uint32_t> ordered(std::vector<Ranked> ranked, Sort sort, std::size_t first = 0,
                                   std::size_t last = 100) {
    // Ids run against the numbers of the documents.
    const auto id = [](std::uint32_t document) { return std::to_string(1000 - document); };
    put_in_order(ranked, sort, first, std::min(last, ranked.size()), {nullptr, id});
    std::vector<std::uint32_t> documents;
    for (const Ranked& each : ranked)
        documents.push_back(each.document);
    return documents;
}

using Documents = std::vector<std::uint32_t>;

TEST(Order, RelevanceThenNewerThenId) {
    EXPECT_EQ(ordered({{1, 2.0, 50}, {2, 3.0, 10}, {3, 2.0, 90}, {4, 2.0, std::nullopt}, {5, 2.0, 50}},
                      Sort::relevance),
              (Documents{2, 3, 5, 1, 4}));
}

TEST(Order, UndatedComeLastEitherWay) {
    const std::vector<Ranked> ranked{{1, 0, std::nullopt}, {2, 0, -5}, {3, 0, 7}, {4, 0, std::nullopt}};
    EXPECT_EQ(ordered(ranked, Sort::newest), (Documents{3, 2, 4, 1}));
    EXPECT_EQ(ordered(ranked, Sort::oldest), (Documents{2, 3, 4, 1}));
}

TEST(Order, TheLastBitsOfAScoreDoNotCount) {
    const double score = 7.123456789;
    EXPECT_EQ(rounded_score(score), rounded_score(score * (1 + 1e-12)));
    EXPECT_NE(rounded_score(score), rounded_score(score * (1 + 1e-4)));
    EXPECT_EQ(rounded_score(0), 0);
}

TEST(Order, IdsAreLookedUpOnlyForTiesThatShow) {
    std::vector<Ranked> ranked{{1, 1, 1}, {2, 1, 1}, {3, 2, 1}, {4, 3, 1}, {5, 3, 1}};
    std::size_t looked_up = 0;
    const auto id = [&](std::uint32_t document) {
        ++looked_up;
        return std::to_string(document);
    };
    put_in_order(ranked, Sort::relevance, 2, 3, {nullptr, id});
    EXPECT_EQ(ranked[2].document, 3U);
    EXPECT_EQ(looked_up, 0U);
    put_in_order(ranked, Sort::relevance, 0, 1, {nullptr, id});
    EXPECT_EQ(ranked[0].document, 4U);
    EXPECT_EQ(looked_up, 2U);
}

}  // namespace
}  // namespace broadsheet
