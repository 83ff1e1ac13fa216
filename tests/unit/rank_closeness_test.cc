#include <gtest/gtest.h>

#include <filesystem>

#include "searcher/rank/closeness.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

// Of an index with a single article, for words of rarity 1.
Closeness closeness(const std::string& title, const std::string& body, const std::vector<std::string>& words,
                    bool without_positions = false) {
    const test::TestIndex index({test::make_article("a", title, body)});
    Snapshot snapshot(index.path());
    if (without_positions) std::filesystem::remove(snapshot.segments().front().paths.positions());
    std::vector<ScoringTerm> terms;
    for (const std::string& word : words)
        terms.push_back({word, word});
    WordPlaces places(snapshot, terms);
    places.turn_to(1);
    return ClosenessMeter(std::vector<double>(words.size(), 1.0)).measure(places);
}

TEST(RankCloseness, WordsOfTheTitle) {
    EXPECT_DOUBLE_EQ(closeness("Oil price", "Wool.", {"oil", "wool"}).title, 1);
    EXPECT_DOUBLE_EQ(closeness("Oil price", "Wool.", {"oil", "price"}).title, 2);
    EXPECT_DOUBLE_EQ(closeness("Oil price", "Wool.", {"oil", "price"}).whole_title, 2);
    EXPECT_DOUBLE_EQ(closeness("Oil price", "Wool.", {"oil"}).whole_title, 0);
    EXPECT_DOUBLE_EQ(closeness("", "Oil and wool.", {"oil", "wool"}).whole_title, 0);
}

TEST(RankCloseness, NearWordsCountMoreThanFarOnes) {
    const std::vector<std::string> words{"oil", "wool"};
    const double near = closeness("T", "Oil wool.", words).proximity;
    const double far = closeness("T", "Oil and then also wool.", words).proximity;
    EXPECT_DOUBLE_EQ(near, 2 * 0.5);
    EXPECT_GT(near, far);
    EXPECT_GT(far, 0);
    EXPECT_EQ(closeness("Oil", "Wool.", words).proximity, 0) << "title and text are not side by side";
    EXPECT_EQ(closeness("T", "Oil oil oil.", words).proximity, 0);
}

TEST(RankCloseness, PhrasesGoByOrder) {
    const std::vector<std::string> words{"oil", "wool"};
    EXPECT_DOUBLE_EQ(closeness("T", "Oil wool.", words).phrases, 0.5);
    EXPECT_EQ(closeness("T", "Wool oil.", words).phrases, 0);
    EXPECT_EQ(closeness("T", "Oil, not wool.", words).phrases, 0);
    EXPECT_EQ(closeness("Oil", "Wool.", words).phrases, 0);
}

TEST(RankCloseness, AWordThatIsNotThereIsNowhere) {
    // The packed positions alone would take some words for others.
    std::string body;
    for (int i = 0; i < 200; ++i)
        body += "w" + std::to_string(i) + " ";
    const test::TestIndex index({test::make_article("a", "T", body)});
    Snapshot snapshot(index.path());
    std::vector<ScoringTerm> terms;
    for (int i = 0; i < 1000; ++i)
        terms.push_back({"no" + std::to_string(i), ""});
    WordPlaces places(snapshot, terms);
    places.turn_to(1);
    for (std::size_t i = 0; i < terms.size(); ++i)
        EXPECT_TRUE(places.of(i).empty()) << i;
}

TEST(RankCloseness, WithoutPositionsTheTextIsReadAgain) {
    const Closeness with = closeness("Oil price", "Oil wool price. Price of oil.", {"oil", "price"});
    const Closeness without = closeness("Oil price", "Oil wool price. Price of oil.", {"oil", "price"}, true);
    EXPECT_GT(with.proximity, 0);
    EXPECT_EQ(with.proximity, without.proximity);
    EXPECT_EQ(with.phrases, without.phrases);
    EXPECT_EQ(with.whole_title, without.whole_title);
}

}  // namespace
}  // namespace broadsheet
