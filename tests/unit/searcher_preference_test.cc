// PREFER(), and the entities that the ranking prefers because the query's words name them.
#include <gtest/gtest.h>

#include <memory>

#include "searcher/engine/search.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Texts = std::vector<std::string>;

// "" where nothing must match.
std::string printed(const std::string& query) {
    const query::ParsedQuery parsed = query::parse(query, 0);
    return query::to_text(query::resolved(parsed.root, query::Matching::all), parsed.preferred);
}

TEST(Prefer, CanStandAnywhereAndIsPrintedBehindTheRest) {
    for (const char* query : {"oil gas PREFER(place:Iraq)", "PREFER(place:Iraq) oil gas",
                              "oil PREFER(place:Iraq) gas", "oil AND PREFER(place:Iraq) AND gas",
                              "(oil PREFER(place:Iraq)) gas", "oil AND gas PREFER(PREFER(place:Iraq))"})
        EXPECT_EQ(printed(query), "oil AND gas PREFER(place:Iraq)") << query;
    EXPECT_EQ(printed("oil OR gas PREFER(place:(Iraq OR Iran) person:\"Jane May\")"),
              "oil OR gas PREFER(place:Iraq OR place:Iran OR person:\"Jane May\")");
    EXPECT_EQ(printed("PREFER(place:Iraq)"), "PREFER(place:Iraq)");
}

TEST(Prefer, WhatItCanNotTakeIsLeftOutWithAWarning) {
    const auto warnings = [](const char* query) { return query::parse(query, 0).warnings.size(); };
    EXPECT_EQ(printed("oil PREFER(gas)"), "oil");
    EXPECT_EQ(warnings("oil PREFER(gas)"), 1U);
    EXPECT_EQ(printed("oil PREFER(source:Gazette OR place:Iraq)"), "oil PREFER(place:Iraq)");
    EXPECT_EQ(warnings("oil PREFER(source:Gazette OR place:Iraq)"), 1U);
    EXPECT_EQ(printed("oil NOT PREFER(place:Iraq)"), "oil");
    EXPECT_EQ(warnings("oil NOT PREFER(place:Iraq)"), 1U);
    EXPECT_EQ(printed("oil PREFER("), "oil");
    EXPECT_GE(warnings("oil PREFER("), 1U);
}

class Preference : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<Article> articles;
        for (int i = 0; i < 8; ++i) {
            articles.push_back(test::make_article("o" + std::to_string(i), "Oil",
                                                  "The oil price rose again, and nobody knew why it did."));
            if (i == 5) articles.back().places = {"Iraq"};
        }
        articles.push_back(test::make_article("other", "Wheat", "Iraq sold wheat and barley."));
        articles.back().places = {"Iraq"};
        index_ = std::make_unique<test::TestIndex>(articles, 2);
    }
    static void TearDownTestSuite() { index_.reset(); }

    SearchResponse find(const std::string& query, double weight = 0.4) {
        SearchRequest request;
        request.query = query;
        request.ranking.entities = weight;
        return search(snapshot_, request);
    }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

TEST_F(Preference, ChangesTheOrderAndNotTheSet) {
    const SearchResponse plain = find("oil");
    EXPECT_NE(plain.hits[0].article.id, "o5");
    const SearchResponse preferring = find("oil PREFER(place:Iraq)");
    EXPECT_EQ(preferring.hits[0].article.id, "o5");
    EXPECT_EQ(preferring.total, plain.total);
    EXPECT_EQ(find("PREFER(place:Iraq)").total, 9U);
    EXPECT_EQ(find("oil PREFER(place:Nowhere)").total, plain.total);
}

TEST_F(Preference, WhatTheWordsNameIsShownAndReadsAgain) {
    const SearchResponse response = find("wheat Iraq");
    EXPECT_EQ(response.read_as, "wheat AND iraq PREFER(place:Iraq)");
    const SearchResponse again = find(response.read_as);
    EXPECT_EQ(again.read_as, response.read_as);
    EXPECT_EQ(again.total, response.total);
    EXPECT_EQ(again.hits[0].score, response.hits[0].score);
}

TEST_F(Preference, IsNotShownWhereTheRankingHasNoPartForIt) {
    EXPECT_EQ(find("wheat Iraq", 0).read_as, "wheat AND iraq");
}

}  // namespace
}  // namespace broadsheet
