// Timelines, what stands out and networks, held to what the articles say when they are looked at one by one.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "searcher/engine/insights.h"
#include "searcher/engine/search.h"
#include "searcher/match/slot_counter.h"
#include "searcher/significance/significant_words.h"
#include "tests/support/articles.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

class Insights : public testing::TestWithParam<std::size_t> {
protected:
    Insights() : articles_(test::RandomArticles(11).some(300)), index_(articles_, GetParam()) {}

    SearchResponse find(SearchRequest request) {
        request.limit = 0;
        return search(snapshot_, request);
    }

    static std::set<ValueId> people_of(const Article& article) {
        std::set<ValueId> ids;
        for (const std::string& name : article.people)
            ids.insert(value_id(FieldId::person, name));
        return ids;
    }

    static ValueId id_of(const std::string& text) {
        ValueId id = 0;
        EXPECT_TRUE(from_text(text, id));
        return id;
    }

    std::vector<Article> articles_;
    test::TestIndex index_;
    Snapshot snapshot_{index_.path()};
};

TEST_P(Insights, SeriesCountTheArticlesOfEachValue) {
    SearchRequest request;
    request.timeline = TimelineRequest{Interval::week, FieldId::person, 3};
    const Timeline timeline = *find(request).timeline;
    ASSERT_EQ(timeline.series.size(), 3U);
    std::uint64_t dated = 0;
    for (const Bucket& bucket : timeline.buckets) {
        EXPECT_EQ(bucket.count, bucket.all);
        dated += bucket.count;
    }
    EXPECT_EQ(dated + timeline.undated, articles_.size());
    for (const Series& series : timeline.series) {
        std::vector<std::uint64_t> expected(timeline.buckets.size());
        std::uint64_t count = 0;
        for (const Article& article : articles_) {
            if (!people_of(article).contains(id_of(series.id))) continue;
            ++count;
            if (!article.date) continue;
            const std::int64_t first = bucket_of(timeline.buckets[0].first_day, Interval::week);
            ++expected[static_cast<std::size_t>(bucket_of(day_of(*article.date), Interval::week) - first)];
        }
        EXPECT_EQ(series.counts, expected) << series.value;
        EXPECT_EQ(series.count, count);
    }
}

TEST_P(Insights, AFilterOfTheDateHoldsForTheTimeline) {
    const auto dated = std::find_if(articles_.begin(), articles_.end(),
                                    [](const Article& each) { return each.date.has_value(); });
    SearchRequest request;
    request.restrictions.filters = {read_filter("date=" + iso_day(*dated->date), "filter", 0)};
    request.timeline = TimelineRequest{Interval::day, std::nullopt, 0};
    const SearchResponse response = find(request);
    ASSERT_EQ(response.timeline->buckets.size(), 1U);
    EXPECT_EQ(response.timeline->buckets[0].count, response.total);
    EXPECT_EQ(response.timeline->undated, 0U);
}

TEST_P(Insights, PairsAreTheArticlesThatHaveBoth) {
    const NetworkRequest wanted{{FieldId::person}, 5, 1};
    const Network network = search_network(snapshot_, {}, wanted).network;
    EXPECT_EQ(network.articles, articles_.size());
    ASSERT_EQ(network.nodes.size(), 5U);
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> expected;
    for (const Article& article : articles_) {
        const std::set<ValueId> people = people_of(article);
        for (std::size_t i = 0; i < 5; ++i) {
            for (std::size_t j = i + 1; j < 5; ++j) {
                const bool both = people.contains(id_of(network.nodes[i].id)) &&
                                  people.contains(id_of(network.nodes[j].id));
                if (both) ++expected[{i, j}];
            }
        }
    }
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> found;
    for (const NetworkEdge& edge : network.edges)
        found[{edge.from, edge.to}] = edge.count;
    EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Segments, Insights, testing::Values(1, 5));

// Forty articles, ten of them on a strike; Ann Lee is in all of those and Bo Chan everywhere.
std::vector<Article> strike_articles() {
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i) {
        const bool strike = i % 4 == 0;
        articles.push_back(test::make_article(
            "a" + std::to_string(i), "Report",
            strike ? "Miners began a strike. The pits were closed." : "The weather was fine."));
        articles.back().people = {"Bo Chan"};
        if (strike) articles.back().people.emplace_back("Ann Lee");
    }
    return articles;
}

TEST(Significant, IsWhatTheMatchesHaveMoreOften) {
    const test::TestIndex index(strike_articles(), 2);
    Snapshot snapshot(index.path());
    SearchRequest request;
    request.query = "strike";
    request.significant = {FieldId::person};
    request.significant_words = true;
    const std::vector<SignificantOf> significant = search(snapshot, request).significant;
    ASSERT_EQ(significant.size(), 2U);
    ASSERT_EQ(significant[0].values.size(), 1U);
    EXPECT_EQ(significant[0].values[0].value, "Ann Lee");
    EXPECT_EQ(significant[0].values[0].occurrence.in_part, 10U);
    std::vector<std::string> words;
    for (const Significant& each : significant[1].values)
        words.push_back(each.value);
    // As they are written, and without the word that was asked for.
    EXPECT_EQ(words, (std::vector<std::string>{"began", "closed", "Miners", "pits"}));
}

TEST(Significant, WhatWasAskedForIsNoNews) {
    const test::TestIndex index(strike_articles());
    Snapshot snapshot(index.path());
    SearchRequest request;
    request.significant = {FieldId::person};
    request.restrictions.filters = {read_filter("person=Ann Lee", "filter", 0)};
    EXPECT_TRUE(search(snapshot, request).significant[0].values.empty());
    request.restrictions.filters.clear();
    request.query = "person:\"Ann Lee\"";
    EXPECT_TRUE(search(snapshot, request).significant[0].values.empty());
}

TEST(Significant, ASampleIsSpreadOverAllMatches) {
    std::vector<Location> all;
    for (DocId document = 1; document <= 10; ++document)
        all.push_back({0, document});
    std::vector<DocId> sampled;
    for (const Location location : sample(all, 4))
        sampled.push_back(location.document);
    EXPECT_EQ(sampled, (std::vector<DocId>{1, 3, 6, 8}));
    EXPECT_EQ(sample(all, 20).size(), 10U);
}

}  // namespace
}  // namespace broadsheet
