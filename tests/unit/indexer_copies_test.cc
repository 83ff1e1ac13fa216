#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "indexer/index_writer.h"
#include "schema/index/snapshot.h"
#include "tests/support/articles.h"
#include "tests/support/index_builder.h"
#include "tests/support/index_changes.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Groups = std::set<std::set<std::string>>;

Groups groups_in(const std::filesystem::path& index) {
    Snapshot snapshot(index);
    std::map<StoryNumber, std::set<std::string>> groups;
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const Xapian::Database& database = snapshot.segments()[i].database;
        for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
            const StoryNumber story = snapshot.stories().of(i, *at);
            if (story != 0) groups[story].insert(snapshot.article({i, *at}).id);
        }
    }
    Groups result;
    for (const auto& [story, members] : groups)
        result.insert(members);
    return result;
}

// Texts of their own: of 40 words, all of which are unlike any other's.
std::string text(const std::string& mark, int from, int to) {
    std::string result;
    for (int i = from; i < to; ++i)
        result += mark + std::string(1, static_cast<char>('a' + i % 26)) +
                  std::string(1, static_cast<char>('a' + i / 26)) + ' ';
    return result;
}

class CopiesOfArticles : public ::testing::Test {
protected:
    // The writer's publications one after the other.
    void add(const std::vector<std::vector<Article>>& batches) {
        WriterSettings settings;
        settings.create = true;
        IndexWriter writer(index(), settings);
        for (const std::vector<Article>& batch : batches) {
            for (const Article& article : batch)
                writer.add(article);
            writer.publish();
        }
    }
    void merge() {
        IndexWriter writer(index(), {});
        writer.merge_all();
    }
    std::filesystem::path index() const { return folder_ / "test.idx"; }

    test::TemporaryFolder folder_;
};

const Article whole =
    test::make_article("whole", "Storm hits coast", "A storm hits the coast. " + text("wind", 0, 120));
const Article cut =
    test::make_article("cut", "Coast hit by storm", "A storm hits the coast. " + text("wind", 0, 70));
const Article tail =
    test::make_article("tail", "After the storm", text("wind", 75, 120) + "That was after the storm.");
const Article other = test::make_article("other", "Storm hits coast", text("rate", 0, 120));

TEST_F(CopiesOfArticles, AreFoundWithinOnePublication) {
    add({{whole, other, cut}});
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut"}}));
}

TEST_F(CopiesOfArticles, AreFoundAcrossSegmentsAndSurviveMerging) {
    add({{whole}, {other}, {cut}});
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut"}}));
    merge();
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut"}}));
    add({{tail}});
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut", "tail"}}));
}

TEST_F(CopiesOfArticles, AnArticleUnitesTwoStories) {
    add({{cut}, {tail}, {other}});
    EXPECT_EQ(groups_in(index()), Groups{});
    add({{whole}});
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut", "tail"}}));
    merge();
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut", "tail"}}));
}

TEST_F(CopiesOfArticles, ThoseThatAreRemovedOrChangedLeaveTheirStory) {
    add({{whole, cut}});
    Article changed = other;
    changed.id = "cut";
    add({{changed}});
    EXPECT_EQ(groups_in(index()), Groups{});
    add({{cut}});
    EXPECT_EQ(groups_in(index()), (Groups{{"whole", "cut"}}));
    test::remove_articles(index(), {"whole"});
    EXPECT_EQ(groups_in(index()), Groups{});
}

TEST_F(CopiesOfArticles, WhatIsGoneIsNoCopy) {
    add({{whole}, {other}});
    test::remove_articles(index(), {"whole"});
    add({{cut}});
    EXPECT_EQ(groups_in(index()), Groups{});
}

TEST_F(CopiesOfArticles, ShortTextsAreToldApartByTheirTitles) {
    const std::string caption = "Markets closed. Prices at a glance.";
    add({{test::make_article("a", "Tuesday in London", caption),
          test::make_article("b", "Friday in Lima", caption),
          test::make_article("c", "Friday in Lima", caption)}});
    EXPECT_EQ(groups_in(index()), (Groups{{"b", "c"}}));
}

// Boxes and notices that stand below many titles.
TEST_F(CopiesOfArticles, ATextThatSaysNothingOfItsTitlesIsNoCopy) {
    const auto with_box = [](const std::string& id, const std::string& title) {
        return test::make_article(id, title, text("letter", 0, 40));
    };
    const Article one = with_box("one", "Mayor opens bridge");
    const Article two = with_box("two", "Why prices fall");
    const Article three = with_box("three", "Ten lakes to see");
    add({{one, two}, {three}});
    EXPECT_EQ(groups_in(index()), Groups{});
    merge();
    EXPECT_EQ(groups_in(index()), Groups{});
    add({{with_box("four", "Mayor opens a bridge")}});
    EXPECT_EQ(groups_in(index()), (Groups{{"one", "four"}}));
}

TEST_F(CopiesOfArticles, TheNameOfTheSourceInTitlesIsNotWhatTheyAreAbout) {
    const std::string box = "Give the week your address. " + text("letter", 0, 40);
    add({{test::make_article("one", "Mayor opens bridge | The Week", box),
          test::make_article("two", "Why do prices fall? | The Week", box)}});
    EXPECT_EQ(groups_in(index()), Groups{});
}

TEST_F(CopiesOfArticles, AShortNoticeOfAnotherDayIsNoCopy) {
    const auto notice = [](const std::string& id, int day) {
        Article article = test::make_article(id, "Bank sets two billion of repurchases", "");
        article.date = Seconds{541'000'000} + day * Seconds{86'400};
        return article;
    };
    add({{notice("monday", 2), notice("again", 2), notice("thursday", 5)}});
    EXPECT_EQ(groups_in(index()), (Groups{{"monday", "again"}}));
}

// Deals, rates and dividends: other names and numbers in the same places.
TEST_F(CopiesOfArticles, FormsFilledInDifferentlyAreNoCopies) {
    const auto bond = [](const std::string& id, const std::string& issuer, const std::string& bank, int sum,
                         int coupon) {
        return test::make_article(
            id, issuer + " issues a bond",
            fmt::format(
                "LONDON - {} is issuing a {} million bond that is due in {} years and pays {} per cent, "
                "lead manager {} said. The bond can not be called and will be listed in Luxembourg. "
                "The fee for selling is {} per cent, that for managing and underwriting {} per cent. "
                "It is guaranteed by {} and the day of payment is May {}.",
                issuer, sum, coupon, coupon + 3, bank, sum % 7, sum % 5, issuer, sum % 28));
    };
    const Article one = bond("one", "Harbour Lines", "Northern Trust", 75, 7);
    const Article two = bond("two", "Mill City Power", "Daiwa", 120, 5);
    Article corrected = bond("corrected", "Harbour Lines", "Northern Trust", 75, 7);
    corrected.body += " It corrects the coupon.";
    add({{one, two, corrected}});
    EXPECT_EQ(groups_in(index()), (Groups{{"one", "corrected"}}));
}

TEST_F(CopiesOfArticles, OtherSourcesPrintAStoryUnderTitlesOfTheirOwn) {
    Article one = test::make_article("one", "Mayor opens bridge", text("wind", 0, 60));
    Article two = test::make_article("two", "Dry feet at last", text("wind", 0, 60));
    one.source = "Northern Wire";
    two.source = "The Gazette";
    add({{one}, {two}});
    EXPECT_EQ(groups_in(index()), (Groups{{"one", "two"}}));
}

TEST_F(CopiesOfArticles, TheSameTextUnderTwoTitlesThatItSpeaksOfIsACopy) {
    const std::string body = "The mayor opens a bridge over the river. " + text("wind", 0, 60);
    add({{test::make_article("one", "Mayor opens bridge", body)},
         {test::make_article("two", "New way over river", body)}});
    EXPECT_EQ(groups_in(index()), (Groups{{"one", "two"}}));
}

TEST_F(CopiesOfArticles, AStoryThatManyPapersCutDifferentlyIsOne) {
    constexpr int papers = 60;
    constexpr int paragraphs = 10;
    constexpr int words = 45;  // of a paragraph
    std::vector<Article> articles{test::make_article(
        "whole", "Storm hits coast", "Storm hits coast. " + text("wind", 0, paragraphs * words))};
    std::set<std::string> all{"whole"};
    for (int paper = 0; paper < papers; ++paper) {
        const int first = paper % (paragraphs - 3);
        const std::string mark = "own" + std::string(1, static_cast<char>('a' + paper % 26)) +
                                 std::string(1, static_cast<char>('a' + paper / 26));
        const std::string body =
            "By " + mark + ". " + text(mark, 0, words) + text("wind", first * words, (first + 4) * words);
        articles.push_back(test::make_article("paper" + std::to_string(paper), "By " + mark, body));
        all.insert(articles.back().id);
    }
    add({articles});
    EXPECT_EQ(groups_in(index()), Groups{all});
}

TEST_F(CopiesOfArticles, ArticlesWithoutWordsAreNoCopies) {
    add({{test::make_article("a", "", "..."), test::make_article("b", "", "..."),
          test::make_article("c", "!", "")}});
    EXPECT_EQ(groups_in(index()), Groups{});
}

}  // namespace
}  // namespace broadsheet
