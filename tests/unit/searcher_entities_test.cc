// What the words of a query name, and names that find each other.
#include <gtest/gtest.h>

#include <memory>

#include "searcher/engine/explain.h"
#include "searcher/engine/search.h"
#include "searcher/understand/abbreviations.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

std::vector<Article> articles() {
    std::vector<Article> result;
    const auto add = [&](const std::string& id, const std::string& body) -> Article& {
        result.push_back(test::make_article(id, "Title " + id, body));
        return result.back();
    };
    for (int i = 0; i < 6; ++i) {
        Article& article = add("t" + std::to_string(i), "Ministers of Turkey met on the border.");
        article.places = {"Turkey"};
    }
    add("bird", "A turkey was roasted.");
    for (int i = 0; i < 4; ++i) {
        Article& article = add("m" + std::to_string(i), "It may rain in Elmsworth, and it may snow.");
        article.places = {"Elmsworth"};
    }
    add("may", "Jane May opened the fair.").people = {"Jane May", "May"};
    Article& reading = add("reading", "A match in Reading was lost.");
    reading.places = {"Reading"};
    for (int i = 0; i < 9; ++i)
        add("r" + std::to_string(i), "Reading is dull, and children are reading less.");
    Article& both = add("jane", "The Harbour Board Union met Jane May in Turkey.");
    both.people = {"Jane May"};
    both.organisations = {"Harbour Board Union"};
    both.places = {"Turkey"};
    return result;
}

class QueryEntities : public testing::Test {
protected:
    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles(), 2); }
    static void TearDownTestSuite() { index_.reset(); }

    SearchResponse find(const std::string& query, const std::vector<std::string>& filters = {}) {
        SearchRequest request;
        request.query = query;
        for (const std::string& filter : filters)
            request.restrictions.filters.push_back(read_filter(filter, "filter", 0));
        return search(snapshot_, request);
    }

    // "words: filter", for each.
    std::vector<std::string> named(const std::string& query) {
        std::vector<std::string> result;
        for (const UnderstoodEntity& each : find(query).entities)
            result.push_back(each.entity.words + ": " + each.entity.meant.filter);
        return result;
    }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

using Texts = std::vector<std::string>;

TEST_F(QueryEntities, AWordThatNamesAPlace) {
    EXPECT_EQ(named("border Turkey"), Texts{"Turkey: place=Turkey"});
    EXPECT_EQ(named("turkey"), Texts{"turkey: place=Turkey"});
    EXPECT_EQ(named("border AND (Turkey OR rain)"), Texts{"Turkey: place=Turkey"});
    EXPECT_EQ(named("fair AND Jane AND May"), Texts{"Jane May: person=Jane May"});
    EXPECT_EQ(named("border W/5 Turkey"), Texts{"Turkey: place=Turkey"});
    EXPECT_EQ(named("title:Turkey"), Texts{"Turkey: place=Turkey"});
    EXPECT_EQ(named("elmsworth turkey"), (Texts{"elmsworth: place=Elmsworth", "turkey: place=Turkey"}));
}

TEST_F(QueryEntities, WordsThatAreNamesNowAndThenAreLeftAlone) {
    EXPECT_EQ(named("may"), Texts{});
    EXPECT_EQ(named("May"), Texts{});
    EXPECT_EQ(named("reading"), Texts{});
    EXPECT_EQ(named("children Reading"), Texts{});
    EXPECT_EQ(named("\"reading is dull\""), Texts{});
}

TEST_F(QueryEntities, TheLongestNameComesFirst) {
    EXPECT_EQ(named("jane may"), Texts{"jane may: person=Jane May"});
    EXPECT_EQ(named("fair Jane May Turkey"), (Texts{"Jane May: person=Jane May", "Turkey: place=Turkey"}));
    EXPECT_EQ(named("\"Jane May\" fair"), Texts{"Jane May: person=Jane May"});
    EXPECT_EQ(named("harbour board union rules"),
              Texts{"harbour board union: organisation=Harbour Board Union"});
}

TEST_F(QueryEntities, WhatIsDeniedOrNoPlainWordIsNotNamed) {
    for (const char* query : {"border -Turkey", "NOT Turkey", "Turk*", "turkey~", "=Turkey", "place:Turkey",
                              "border NOT W/3 Turkey", ""}) {
        EXPECT_EQ(named(query), Texts{}) << query;
    }
}

TEST_F(QueryEntities, NothingIsFilteredByThem) {
    EXPECT_EQ(find("turkey").total, 8U);
    EXPECT_EQ(find("turkey").read_as, "turkey PREFER(place:Turkey)");
    EXPECT_EQ(find("turkey", {"place=Turkey"}).total, 7U);
    EXPECT_FALSE(find("turkey").entities[0].selected);
    EXPECT_TRUE(find("turkey", {"place=Turkey"}).entities[0].selected);
}

TEST_F(QueryEntities, TheQueryWithTheEntityFindsWhatTheFilterDoes) {
    const SearchResponse response = find("border Turkey OR Jane May");
    ASSERT_EQ(response.entities.size(), 2U);
    EXPECT_EQ(response.entities[0].query, "(border AND place:Turkey) OR (jane AND may)");
    EXPECT_EQ(response.entities[1].query, "(border AND turkey) OR person:\"Jane May\"");
    EXPECT_EQ(find("border W/5 Turkey").entities[0].query, "");
    for (const UnderstoodEntity& each : response.entities)
        EXPECT_TRUE(find(each.query).read_as.starts_with(each.query)) << each.query;
}

TEST_F(QueryEntities, AreExplained) {
    SearchRequest request;
    request.query = "border Turkey";
    const Explanation explanation = explain(snapshot_, request, nullptr);
    ASSERT_EQ(explanation.entities.size(), 1U);
    EXPECT_EQ(explanation.entities[0].entity.meant.articles, 7U);
}

TEST_F(QueryEntities, NamesFindTheirInitialsOnlyWhereTheIndexKnowsThem) {
    EXPECT_EQ(find("Harbour Board Union").read_as,
              "harbour AND board AND union PREFER(organisation:\"Harbour Board Union\")");
    EXPECT_EQ(find("HBU").read_as, "hbu");
}

TEST_F(QueryEntities, HostileQueriesAreBounded) {
    const std::string word(8000, 'T');
    EXPECT_EQ(named(word), Texts{});
    std::string many;
    for (int i = 0; i < 250; ++i)
        many += "Turkey ";
    EXPECT_EQ(named(many), Texts{"Turkey: place=Turkey"});
    for (const std::string& query :
         {std::string("Tur\0key", 7), std::string("\x01\x7f\xff Turkey"), std::string("\"\xe2\x80\x8f\""),
          std::string("U.S."), std::string("...")})
        EXPECT_NO_THROW(find(query));
}

TEST(Abbreviations, AreCapitalLetters) {
    for (const char* token : {"US", "U.S", "U.S.", "AT&T", "G20X", "NATO"})
        EXPECT_TRUE(is_abbreviation(token)) << token;
    for (const char* token : {"us", "Us", "U", "G7", "1990", "NATOs", "", "UNITEDNATIONSCHILD"})
        EXPECT_FALSE(is_abbreviation(token)) << token;
}

// An index whose organisations are looked for, so that it knows their other names.
class Abbreviated : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const entities::Knowledge knowledge = entities::built_in_knowledge();
        const std::vector<Article> articles{
            test::make_article("long", "Loan granted",
                               "The International Monetary Fund granted a loan to Kenya on Monday."),
            test::make_article("short", "Loan refused", "The IMF refused a loan to Chad on Tuesday."),
            test::make_article("other", "Loan sought", "They asked us for a loan on Friday."),
            test::make_article("states", "Troops leave",
                               "Troops of the United States left Kuwait on Monday, officials said."),
            test::make_article("dots", "Troops stay", "U.S. troops stayed in Kuwait on Monday."),
        };
        index_ = std::make_unique<test::TestIndex>(articles, 1, &knowledge);
    }
    static void TearDownTestSuite() { index_.reset(); }

    std::vector<std::string> ids(const std::string& query) {
        SearchRequest request;
        request.query = query;
        std::vector<std::string> result;
        for (const Hit& hit : search(snapshot_, request).hits)
            result.push_back(hit.article.id);
        std::sort(result.begin(), result.end());
        return result;
    }

    std::string read_as(const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.ranking.entities = 0;  // or they are shown, too
        return search(snapshot_, request).read_as;
    }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

TEST_F(Abbreviated, AnAbbreviationFindsTheName) {
    EXPECT_EQ(read_as("IMF loan"), "(imf OR \"international monetary fund\") AND loan");
    EXPECT_EQ(ids("IMF loan"), (Texts{"long", "short"}));
    EXPECT_EQ(ids("imf loan"), Texts{"short"});
    EXPECT_EQ(ids("U.S. troops"), (Texts{"dots", "states"}));
    EXPECT_EQ(ids("US troops"), (Texts{"dots", "states"}));
}

TEST_F(Abbreviated, ANameWithCapitalsFindsItsInitials) {
    EXPECT_EQ(ids("International Monetary Fund loan"), (Texts{"long", "short"}));
    EXPECT_EQ(ids("international monetary fund loan"), Texts{"long"});
    EXPECT_EQ(ids("\"International Monetary Fund\" loan"), Texts{"long"});
    // "us" is a word.
    EXPECT_EQ(ids("United States troops"), Texts{"states"});
    EXPECT_EQ(read_as("us"), "us");
}

TEST_F(Abbreviated, NegationsShoutingAndExactFormsAreTakenAsTyped) {
    EXPECT_EQ(read_as("loan -IMF"), "loan AND NOT imf");
    EXPECT_EQ(read_as("=IMF"), "=imf");
    EXPECT_EQ(read_as("IMF LOAN TALKS"), "imf OR loan OR talks");
    EXPECT_EQ(read_as("ALLCAPS(IMF)"), "ALLCAPS(imf)");
}

TEST_F(Abbreviated, WhatWasReadReadsAsTheSameAgain) {
    for (const char* query :
         {"IMF loan", "International Monetary Fund", "\"U.S. troops\"", "title:IMF OR US"}) {
        EXPECT_EQ(read_as(read_as(query)), read_as(query));
        EXPECT_EQ(ids(read_as(query)), ids(query));
    }
}

}  // namespace
}  // namespace broadsheet
