#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "searcher/engine/suggest.h"
#include "searcher/engine/suggested_values.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

std::vector<Article> articles() {
    std::vector<Article> result;
    const auto add = [&](std::vector<std::string> organisations, std::vector<std::string> places) {
        result.push_back(test::make_article("a" + std::to_string(result.size()), "Title", "Words."));
        result.back().organisations = std::move(organisations);
        result.back().places = std::move(places);
    };
    add({"Ministry of Foreign Affairs", "Ministry of Finance"}, {"Port of Elmsworth"});
    add({"Ministry of Finance", "The Bank of Elmsworth"}, {"Upper Tarnow Valley"});
    add({"University of Northern Tarnow", "Center for Defense Studies"}, {"Elmsworth"});
    add({"Fishing Ministry Union", "Halvorsen & Moe Ltd"}, {"Tarnow"});
    return result;
}

class Suggest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const entities::Knowledge knowledge = entities::built_in_knowledge();
        index_ = std::make_unique<test::TestIndex>(articles(), 2, &knowledge);
    }
    static void TearDownTestSuite() { index_.reset(); }

    // Their names, and in brackets what they were found by where the name does not say it.
    std::vector<std::string> of(std::string_view prefix, std::size_t most = 10) {
        std::vector<std::string> names;
        for (const Suggestion& each : suggest(snapshot_, prefix, most).entities)
            names.push_back(each.alias.empty() ? each.text : each.text + " (" + each.alias + ")");
        return names;
    }

    using Names = std::vector<std::string>;

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

TEST_F(Suggest, OrganisationsBySeveralWords) {
    EXPECT_EQ(of("Ministry of F"),
              (Names{"Ministry of Finance", "Fishing Ministry Union", "Ministry of Foreign Affairs"}));
    EXPECT_EQ(of("ministry of fo"), (Names{"Ministry of Foreign Affairs"}));
    EXPECT_EQ(of("Ministry of Foreign Aff"), (Names{"Ministry of Foreign Affairs"}));
    EXPECT_EQ(of("ministry foreign"), (Names{"Ministry of Foreign Affairs"}));
    EXPECT_EQ(of("the Bank of E"), (Names{"The Bank of Elmsworth"}));
    EXPECT_EQ(of("university tar"), (Names{"University of Northern Tarnow"}));
    EXPECT_EQ(of("halvorsen mo"), (Names{"Halvorsen & Moe Ltd"}));
    EXPECT_EQ(of("halvorsen & mo"), (Names{"Halvorsen & Moe Ltd"}));
}

TEST_F(Suggest, AmericanAndBritishSpellings) {
    EXPECT_EQ(of("Center for D"), (Names{"Center for Defense Studies"}));
    EXPECT_EQ(of("centre for defence st"), (Names{"Center for Defense Studies"}));
}

TEST_F(Suggest, PlacesBySeveralWords) {
    EXPECT_EQ(of("upper val"), (Names{"Upper Tarnow Valley"}));
    EXPECT_EQ(of("valley upper"), (Names{"Upper Tarnow Valley"}));
    EXPECT_EQ(of("tarnow val"), Names());  // a name is found by how it begins
    EXPECT_EQ(of("port of e"), (Names{"Port of Elmsworth"}));
}

TEST_F(Suggest, EveryWordMustBeThere) {
    EXPECT_EQ(of("Ministry of X"), Names());
    EXPECT_EQ(of("Bank of F"), Names());
    EXPECT_EQ(of("minist f"), Names());  // only the last one may be begun
    EXPECT_EQ(of("ministry ministry"), Names());
    EXPECT_EQ(of("of val"), Names());
    EXPECT_EQ(of("of the"), Names());
}

TEST_F(Suggest, AtMostSoMany) {
    EXPECT_EQ(of("Ministry of F", 1), (Names{"Ministry of Finance"}));
    EXPECT_EQ(of("Ministry of F", 0), Names());
}

TEST_F(Suggest, HostileBeginnings) {
    EXPECT_EQ(of("ministry of f g h i j k l m n"), Names());
    EXPECT_EQ(of("ministry " + std::string(200, 'f')), Names());
    EXPECT_EQ(of("\xff\xfe ministry \xff"), Names());
    EXPECT_EQ(of("- & -"), Names());
    EXPECT_NO_THROW(of(std::string("ministry\0of f", 13)));
}

TEST(SuggestedWords, CountOnceEach) {
    EXPECT_TRUE(has_words({"foreign", "affairs", "ministry"}, {"ministry", "f"}));
    EXPECT_TRUE(has_words({"johnson", "johnson"}, {"johnson", "j"}));
    EXPECT_FALSE(has_words({"johnson"}, {"johnson", "j"}));
    EXPECT_FALSE(has_words({"ministry"}, {"min", "ministry"}));
    EXPECT_TRUE(has_words({"ministry"}, {}));
}

}  // namespace
}  // namespace broadsheet
