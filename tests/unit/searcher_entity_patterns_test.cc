#include <gtest/gtest.h>

#include "searcher/engine/search.h"
#include "searcher/highlight/entity_patterns.h"
#include "searcher/render/markup.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

Places places(const std::vector<PatternMatch>& matches) {
    Places result;
    for (const PatternMatch& match : matches)
        result.emplace_back(match.first, match.last);
    return result;
}

constexpr ValueId country = 10;
constexpr ValueId town = 20;
constexpr ValueId person = 30;

bool lies_in_country(ValueId place, const std::vector<ValueId>& around) {
    return place == town && around == std::vector<ValueId>{country};
}

TEST(EntityPatterns, WholeTokensOfTitleAndBody) {
    const std::string title = "Adler in Norden";
    const std::string body = "Anna Adler's house, said Adler";
    const Annotation annotation{{FieldId::person, person, 50, false, {{0, 5, true}, {0, 10}, {25, 30}}}};
    EntityPatterns patterns({{FieldId::person, {person}, 1}}, lies_in_country);
    const FoundMatches found = patterns.find(annotation, text_tokens(title), text_tokens(body), 7);
    EXPECT_EQ(places(found.title), (Places{{0, 0}}));
    EXPECT_EQ(places(found.body), (Places{{0, 1}, {4, 4}}));
    EXPECT_EQ(found.body.front().pattern, 7U);
}

TEST(EntityPatterns, APlaceAlsoByWhatLiesInIt) {
    const std::string body = "From Norden to Suden";
    const Annotation annotation{{FieldId::place, country, 50, false, {{15, 20}}},
                                {FieldId::place, town, 40, false, {{5, 11}}}};
    EntityPatterns of_country({{FieldId::place, {country}, 1}}, lies_in_country);
    EXPECT_EQ(places(of_country.find(annotation, {}, text_tokens(body), 0).body), (Places{{1, 1}, {3, 3}}));
    EntityPatterns of_town({{FieldId::place, {town}, 1}}, lies_in_country);
    EXPECT_EQ(places(of_town.find(annotation, {}, text_tokens(body), 0).body), (Places{{1, 1}}));
}

TEST(EntityPatterns, TheFieldCountsUnlessItIsAbout) {
    const Annotation annotation{{FieldId::organisation, person, 50, false, {{0, 5}}}};
    EntityPatterns of_person({{FieldId::person, {person}, 1}}, lies_in_country);
    EXPECT_TRUE(of_person.find(annotation, {}, text_tokens("Adler"), 0).body.empty());
    EntityPatterns about({{FieldId::about, {person}, 1}}, lies_in_country);
    EXPECT_EQ(about.find(annotation, {}, text_tokens("Adler"), 0).body.size(), 1U);
}

TEST(EntityPatterns, RangesBeyondTheTextFindNothing) {
    const Annotation annotation{{FieldId::person, person, 50, false, {{100, 4000000000}}}};
    EntityPatterns patterns({{FieldId::person, {person}, 1}}, lies_in_country);
    EXPECT_TRUE(patterns.find(annotation, {}, text_tokens("Adler"), 0).body.empty());
}

class MarkedEntities : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const entities::Knowledge knowledge = entities::built_in_knowledge();
        index_ = std::make_unique<test::TestIndex>(
            std::vector<Article>{
                test::make_article("café", "Mosul <hopes>",
                                   "Nothing much was said of the café on that long and quiet day by the "
                                   "sea, where the boats lay.\n\nAfter a while they went to see the others "
                                   "and to talk of this and that, as one does.\n\nPrime Minister Lena "
                                   "Brändt spoke to officials in Mosul on Monday. Brändt was tired."),
                test::make_article("other", "Shops open", "The shops in Oslo opened on Monday."),
            },
            1, &knowledge);
    }
    static void TearDownTestSuite() { index_.reset(); }

    static Hit hit(const std::string& query, const std::string& filter = {}) {
        Snapshot snapshot(index_->path());
        SearchRequest request;
        request.query = query;
        if (!filter.empty()) request.restrictions.filters.push_back(read_filter(filter, "filter", 0));
        return search(snapshot, request).hits.at(0);
    }

    static std::unique_ptr<test::TestIndex> index_;
};
std::unique_ptr<test::TestIndex> MarkedEntities::index_;

TEST_F(MarkedEntities, AFieldOfTheQueryMarksWhereTheEntityIsNamed) {
    const Hit found = hit("person:\"Lena Brändt\"");
    EXPECT_NE(html_marked(found.snippet).find("Prime Minister <em>Lena Brändt</em> spoke"), std::string::npos)
        << html_marked(found.snippet);
    EXPECT_NE(html_marked(found.snippet).find("<em>Brändt</em> was tired"), std::string::npos);
}

TEST_F(MarkedEntities, AFilterAndAnAboutMarkThem) {
    EXPECT_NE(html_marked(hit("", "person=Lena Brändt").snippet).find("<em>Lena Brändt</em>"),
              std::string::npos);
    EXPECT_EQ(html_marked(hit("about:Mosul").title), "<em>Mosul</em> &lt;hopes&gt;");
}

TEST_F(MarkedEntities, ACountryMarksItsTownsInTextAndTitle) {
    const Hit found = hit("place:Iraq");
    EXPECT_EQ(html_marked(found.title), "<em>Mosul</em> &lt;hopes&gt;");
    EXPECT_NE(html_marked(found.snippet).find("officials in <em>Mosul</em> on"), std::string::npos);
}

TEST_F(MarkedEntities, FragmentsShowWordsAndEntities) {
    const std::string snippet = html_marked(hit("cafe", "place=Iraq").snippet);
    EXPECT_NE(snippet.find("<em>café</em>"), std::string::npos) << snippet;
    EXPECT_NE(snippet.find("<em>Mosul</em>"), std::string::npos) << snippet;
}

TEST_F(MarkedEntities, WhatIsExcludedIsNotMarked) {
    const std::string snippet = html_marked(hit("officials -place:Oslo -person:Nobody").snippet);
    EXPECT_NE(snippet.find("<em>officials</em> in Mosul"), std::string::npos) << snippet;
}

}  // namespace
}  // namespace broadsheet
