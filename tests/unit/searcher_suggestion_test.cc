#include <gtest/gtest.h>

#include <memory>

#include "searcher/engine/search.h"
#include "searcher/understand/edit_cost.h"
#include "searcher/understand/suggestion.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

std::vector<Article> articles() {
    std::vector<Article> result;
    for (int i = 0; i < 5; ++i) {
        const std::string id = std::to_string(i);
        result.push_back(
            test::make_article("s" + id, "Sanctions on Iraq",
                               "The government imposed new sanctions on Iraq and its oil exports."));
        result.back().people = {"Qassem Soleimani", "Ann Lee"};
        result.back().places = {"Iraq", "Baghdad"};
        result.push_back(test::make_article("e" + id, "Elections in Iran",
                                            "Iranians vote in the presidential election, \"if it rains\"."));
        result.back().organisations = {"Delta Post", "Bank of Elmsworth"};
    }
    result.push_back(
        test::make_article("r", "Rare words", "The causal link is thin. The ruler said nothing."));
    result.push_back(test::make_article("ru", "Выборы", "Президент выиграл выборы."));
    return result;
}

class Suggestion : public testing::Test {
protected:
    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles(), 2); }
    static void TearDownTestSuite() { index_.reset(); }

    std::string of(const std::string& query, std::optional<query::Matching> matching = {}) {
        SearchRequest request;
        request.query = query;
        request.matching = matching;
        return search(snapshot_, request).suggestion;
    }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

TEST_F(Suggestion, OneSlipInAWord) {
    EXPECT_EQ(of("sanctoins"), "sanctions");   // exchanged
    EXPECT_EQ(of("goverment"), "government");  // left out
    EXPECT_EQ(of("electionn"), "election");    // too many
    EXPECT_EQ(of("presidantial"), "presidential");
    EXPECT_EQ(of("xanctions"), "sanctions");  // the first letter
    EXPECT_EQ(of("irak"), "iraq");
}

TEST_F(Suggestion, TwoSlipsInALongWord) {
    EXPECT_EQ(of("govermant"), "government");
    EXPECT_EQ(of("sactoins"), "sanctions");
    EXPECT_EQ(of("orik"), "");
}

TEST_F(Suggestion, CapitalsAreKept) {
    EXPECT_EQ(of("Sanctoins"), "Sanctions");
    EXPECT_EQ(of("SANCTOINS"), "SANCTIONS");
}

TEST_F(Suggestion, OtherWordsAndOperatorsStay) {
    EXPECT_EQ(of("sanctoins  Iraq"), "sanctions  Iraq");
    EXPECT_EQ(of("\"sanctoins on Iraq\" -wheat"), "\"sanctions on Iraq\" -wheat");
    EXPECT_EQ(of("title:(sanctoins OR elekions) W/3 Iraq"), "title:(sanctions OR elections) W/3 Iraq");
    EXPECT_EQ(of("sanctoins\tplace:Iraq date:<2030"), "");  // no article has a date
    EXPECT_EQ(of("ATLEAST2(sanctoins)\tplace:Iraq"), "ATLEAST2(sanctions) place:Iraq");
}

TEST_F(Suggestion, NamesOfFacets) {
    EXPECT_EQ(of("person:\"Qassem Solemani\""), "person:\"Qassem Soleimani\"");
    EXPECT_EQ(of("place:Bagdad"), "place:Baghdad");
    EXPECT_EQ(of("org:DeltaPost"), "org:\"Delta Post\"");
    EXPECT_EQ(of("org:\"Bank of Elmswort\" OR wheat"), "org:\"Bank of Elmsworth\" OR wheat");
    EXPECT_EQ(of("source:Gazete"), "");  // only people, organisations and places
    EXPECT_EQ(of("-place:Bagdad xxxxx"), "");
}

TEST_F(Suggestion, OfSeveralReadingsTheOneThatFindsSomething) {
    // iran and iraq are as near; only one stands beside sanctions.
    EXPECT_EQ(of("sanctions irab"), "sanctions iraq");
    EXPECT_EQ(of("election irab"), "election iran");
}

TEST_F(Suggestion, WordsThatTheIndexKnowsStay) {
    EXPECT_EQ(of("causal"), "");
    EXPECT_EQ(of("ruler"), "");
    EXPECT_EQ(of("iran"), "");
    EXPECT_EQ(of("sanctions"), "");
    EXPECT_EQ(of("wheat"), "");
}

TEST(RareWords, AreNotDoubtedBesideFrequentOnes) {
    std::vector<Article> same;
    for (int i = 0; i < 80; ++i)
        same.push_back(test::make_article("m" + std::to_string(i), "Minister", "The minister spoke."));
    same.push_back(test::make_article("york", "York", "The minster of York."));
    const test::TestIndex index(same, 1);
    Snapshot snapshot(index.path());
    SearchRequest request;
    request.query = "minster";
    EXPECT_EQ(search(snapshot, request).suggestion, "");
    request.query = "miniser";
    EXPECT_EQ(search(snapshot, request).suggestion, "minister");
}

TEST_F(Suggestion, OnlyWhatFindsMoreIsSuggested) {
    EXPECT_EQ(of("sanctoins wheat"), "sanctions wheat");  // with any of the words
    EXPECT_EQ(of("sanctoins AND wheat"), "");
    EXPECT_EQ(of("sanctoins wheat", query::Matching::all), "");
    EXPECT_EQ(of("sanctoins iraq", query::Matching::any), "");  // more than a few articles
}

TEST_F(Suggestion, OtherScripts) {
    EXPECT_EQ(of("президнет"), "президент");
}

TEST_F(Suggestion, HostileQueriesGetNoneAndCostNothing) {
    EXPECT_EQ(of(std::string(8000, 'a')), "");
    EXPECT_EQ(of("sanctoins\x01"), "");
    EXPECT_EQ(of("a\x01nosuch:sanctoins"), "");
    std::string many;
    for (int i = 0; i < 250; ++i)
        many += "sanctoin" + std::string(1, static_cast<char>('a' + i % 26)) + ' ';
    EXPECT_NO_THROW(of(many));
    EXPECT_NO_THROW(of("\xff\xfe sanctoi\xffns"));
    EXPECT_NO_THROW(of("person:" + std::string(4000, 'b')));
}

TEST_F(Suggestion, OnlyOnTheFirstPage) {
    SearchRequest request;
    request.query = "sanctoins";
    request.offset = 1;
    EXPECT_EQ(search(snapshot_, request).suggestion, "");
}

TEST(EditCost, FrequentSlipsAreCheaper) {
    EXPECT_EQ(edit_cost("same", "same"), 0);
    EXPECT_EQ(edit_cost("port", "part"), 0.8);  // vowels
    EXPECT_EQ(edit_cost("comitee", "committee"), 1.4);
    EXPECT_EQ(edit_cost("teh", "the"), 0.8);
    EXPECT_GT(edit_cost("bank", "tank"), edit_cost("band", "bank"));
    EXPECT_EQ(edit_cost("abc", "abcdef"), 3);
}

TEST(EditCost, StemsAreComparedWithTheBeginning) {
    EXPECT_EQ(edits_to_stem("govern", "goverment", 5, 2), 1U);
    EXPECT_EQ(edits_to_stem("elect", "election", 5, 2), 0U);
    EXPECT_EQ(edits_to_stem("sanction", "banana", 5, 2), 3U);
    EXPECT_EQ(edits_to_stem("sanction", std::string(500, 's'), 5, 2), 3U);
}

}  // namespace
}  // namespace broadsheet
