#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/engine/explain.h"
#include "searcher/engine/reading.h"
#include "searcher/match/article_id.h"
#include "searcher/rank/ranked_match.h"
#include "tests/support/articles.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Hits = std::vector<std::pair<std::string, double>>;

Hits hits(Snapshot& snapshot, const SearchRequest& request) {
    Hits result;
    for (const RankedDocument& each : answer(snapshot, request).result.documents)
        result.emplace_back(article_id(snapshot, snapshot.docid(each.location)), each.score);
    return result;
}

SearchRequest request_for(const std::string& query, std::size_t limit = 10) {
    SearchRequest request;
    request.query = query;
    request.matching = query::Matching::any;
    request.limit = limit;
    return request;
}

std::vector<std::string> ids(const Hits& hits) {
    std::vector<std::string> result;
    for (const auto& [id, score] : hits)
        result.push_back(id);
    return result;
}

using Ids = std::vector<std::string>;

class RankedMatch : public testing::Test {
protected:
    std::vector<Article> articles_ = test::RandomArticles(7).some(150);
    std::vector<std::string> queries_{"market minister",
                                      test::random_words().front() + " " + test::random_words()[3],
                                      test::random_words()[1] + " " + test::random_words()[2] + " the"};
};

TEST_F(RankedMatch, PagesFitTogether) {
    const test::TestIndex index(articles_, 3);
    Snapshot snapshot(index.path());
    for (const Sort sort : {Sort::relevance, Sort::recent}) {
        for (const std::string& query : queries_) {
            SearchRequest request = request_for(query, 1000);
            request.sort = sort;
            request.ranking.depth = 20;
            const Hits all = hits(snapshot, request);
            EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) {
                return a.second > b.second + 1e-5;
            }));
            Hits paged;
            for (request.limit = 7; paged.size() < all.size(); request.offset += 7) {
                const Hits page = hits(snapshot, request);
                ASSERT_FALSE(page.empty());
                paged.insert(paged.end(), page.begin(), page.end());
            }
            EXPECT_EQ(ids(paged), ids(all)) << query;
        }
    }
}

TEST_F(RankedMatch, TheSameHoweverArticlesLieInSegments) {
    const test::TestIndex one(articles_, 1);
    const test::TestIndex many(articles_, 6);
    Snapshot in_one(one.path());
    Snapshot in_many(many.path());
    for (const std::string& query : queries_) {
        for (const double expansion : {0, 2}) {
            SearchRequest request = request_for(query, 100);
            request.ranking.expansion = expansion;
            const Hits a = hits(in_one, request);
            const Hits b = hits(in_many, request);
            EXPECT_EQ(ids(a), ids(b)) << query;
            for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
                EXPECT_NEAR(a[i].second, b[i].second, 1e-5);
        }
    }
}

TEST_F(RankedMatch, WhatMatchesIsNotChangedByRanking) {
    const test::TestIndex index(articles_, 2);
    Snapshot snapshot(index.path());
    for (const std::string& query : queries_) {
        SearchRequest request = request_for(query, 1000);
        Ids usual = ids(hits(snapshot, request));
        request.ranking = plain_bm25();
        Ids plain = ids(hits(snapshot, request));
        request.ranking = read_ranking("expansion=2");
        Ids expanded = ids(hits(snapshot, request));
        for (Ids* each : {&usual, &plain, &expanded})
            std::sort(each->begin(), each->end());
        EXPECT_EQ(usual, plain);
        EXPECT_EQ(usual, expanded);
    }
}

TEST_F(RankedMatch, ExplainedPartsAddUpToTheScore) {
    const test::TestIndex index(articles_, 2);
    Snapshot snapshot(index.path());
    for (const std::string& query : queries_) {
        for (const char* ranking : {"", "expansion=2", "depth=3", "plain"}) {
            SearchRequest request = request_for(query, 8);
            request.ranking = read_ranking(ranking);
            for (const auto& [id, score] : hits(snapshot, request))
                EXPECT_NEAR(explain(snapshot, request, &id).article->score, score, 1e-5)
                    << query << ' ' << ranking;
        }
    }
}

TEST(RankedMatchOrder, TheTitleThatIsTheQueryComesFirst) {
    const test::TestIndex index(
        {test::make_article("long", "Price of oil and wool", "Oil price. Oil price. Wool."),
         test::make_article("exact", "Oil price", "Nothing more was said of it today."),
         test::make_article("other", "Wool", "The price of oil, and oil.")});
    Snapshot snapshot(index.path());
    EXPECT_EQ(hits(snapshot, request_for("oil price")).front().first, "exact");
}

TEST(RankedMatchOrder, RecentPutsTheNewerOfEqualsFirstButNotABadOneBeforeAGoodOne) {
    const test::TestIndex index(
        {test::make_article("old", "Oil", "Oil was dear and wool was not.", "2020-01-01"),
         test::make_article("new", "Oil", "Oil was dear and silk was not.", "2024-01-01"),
         test::make_article("bad", "Silk and other things of the trade",
                            "Silk was dear, and nobody there spoke of anything else, not of "
                            "wool or oil or what else there is.",
                            "2024-01-02")});
    Snapshot snapshot(index.path());
    SearchRequest request = request_for("oil");
    request.sort = Sort::recent;
    EXPECT_EQ(ids(hits(snapshot, request)), (Ids{"new", "old", "bad"}));
    request.query = "";
    EXPECT_EQ(ids(hits(snapshot, request)), (Ids{"bad", "new", "old"}));
}

}  // namespace
}  // namespace broadsheet
