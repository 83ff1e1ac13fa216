#include <gtest/gtest.h>

#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;
using testing::read_text;

Article article_of(const std::string& content) {
    const testing::Outcome outcome = read_text(content, "text");
    EXPECT_EQ(outcome.problems.size(), 0U) << outcome.told();
    EXPECT_EQ(outcome.articles.size(), 1U);
    if (outcome.articles.empty()) return {};
    EXPECT_EQ(outcome.articles[0].original, content);
    EXPECT_EQ(outcome.articles[0].media_type, "text/plain");
    return outcome.articles[0];
}

const std::string long_paragraph =
    "The harbour board of Lower Sandford said on Monday that no ship would be turned away, whatever the "
    "papers in its "
    "captain's hands might say about the port it came from.";

TEST(Text, TitleLineThenAParagraphALine) {
    const Article article =
        article_of("Title: Harbour Stays Open\n" + long_paragraph + "\n" + long_paragraph + "\nThe end.\n");
    EXPECT_EQ(article.title, "Harbour Stays Open");
    EXPECT_EQ(article.body, long_paragraph + "\n\n" + long_paragraph + "\n\nThe end.");
    EXPECT_EQ(article.date, std::nullopt);
    EXPECT_TRUE(article.id.starts_with("h-"));
    EXPECT_EQ(article.id.size(), 18U);
}

TEST(Text, HeadersOfAllKinds) {
    const Article article = article_of(
        "Title: Harbour Stays Open\nDate: January 24, 2024\nAuthor: Jane Doe and John Roe\nSource: Sandford "
        "Gazette\n"
        "URL: https://gazette.example/harbour\nSection: Local\nLanguage: English\nTags: ports, ships\n"
        "People: Ann Smith; Tom Brown\nPlaces: Lower Sandford\nOrganisations: Harbour Board\n\nText "
        "one.\n\nText two.\n");
    EXPECT_EQ(article.date, start_of({2024, 1, 24}));
    EXPECT_EQ(article.authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
    EXPECT_EQ(article.source, "Sandford Gazette");
    EXPECT_EQ(article.url, "https://gazette.example/harbour");
    EXPECT_EQ(article.id, article.url);
    EXPECT_EQ(article.section, "Local");
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(article.tags, (std::vector<std::string>{"ports", "ships"}));
    EXPECT_EQ(article.people, (std::vector<std::string>{"Ann Smith", "Tom Brown"}));
    EXPECT_EQ(article.places, (std::vector<std::string>{"Lower Sandford"}));
    EXPECT_EQ(article.organisations, (std::vector<std::string>{"Harbour Board"}));
    EXPECT_EQ(article.body, "Text one.\n\nText two.");
}

TEST(Text, HeadlineBylineAndDateLine) {
    for (const char* head : {"Harbour Stays Open\nBy Jane Doe\n24 January 2024\n\n",
                             "Harbour Stays Open\n\n24 January 2024\n\nBy Jane Doe\n\n",
                             "\n\n  Harbour Stays Open  \r\n\r\nBy Jane Doe | January 24, 2024\r\n\r\n",
                             "Harbour Stays Open\nJanuary 24, 2024\nby Jane Doe, Staff Writer\n"}) {
        const Article article = article_of(head + long_paragraph + "\n");
        EXPECT_EQ(article.title, "Harbour Stays Open") << head;
        EXPECT_EQ(article.date, start_of({2024, 1, 24})) << head;
        EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"}) << head;
        EXPECT_EQ(article.body, long_paragraph) << head;
    }
}

TEST(Text, HeadlineAboveWrappedText) {
    const Article article = article_of(
        "HARBOUR STAYS OPEN, BOARD SAYS\n    The harbour board of Lower Sandford said on Monday that "
        "no\nship would be "
        "turned away, whatever its papers said.\n    The fishermen had asked for that.\n");
    EXPECT_EQ(article.title, "HARBOUR STAYS OPEN, BOARD SAYS");
    EXPECT_EQ(article.body,
              "The harbour board of Lower Sandford said on Monday that no ship would be turned away, "
              "whatever its papers said.\n\n"
              "The fishermen had asked for that.");
}

TEST(Text, AFirstSentenceIsNoHeadline) {
    const Article wrapped = article_of(
        "The harbour board of Lower Sandford said on Monday that\nno ship would be turned away, whatever the "
        "papers in\nits "
        "captain's hands might say about the port.\n");
    EXPECT_EQ(wrapped.title, "");
    EXPECT_EQ(wrapped.body.find('\n'), std::string::npos);
    EXPECT_EQ(article_of(long_paragraph + long_paragraph).title, "");
    EXPECT_EQ(article_of("Only a headline").title, "Only a headline");
    EXPECT_EQ(article_of("Only a headline").body, "");
}

TEST(Text, ColonsInProseAreNoHeaders) {
    const Article article = article_of(
        "What the board said: nothing\n\nBy all accounts the board was silent.\n\nSummary: nothing "
        "happened.\n");
    EXPECT_EQ(article.title, "What the board said: nothing");
    EXPECT_EQ(article.body, "By all accounts the board was silent.\n\nSummary: nothing happened.");
}

TEST(Text, AnnouncedText) {
    const Article article =
        article_of("Title: Harbour\nText: It stays open.\n\nDate: this is a line of the text.\n");
    EXPECT_EQ(article.body, "It stays open.\n\nDate: this is a line of the text.");
    EXPECT_EQ(article.date, std::nullopt);
}

TEST(Text, StrayBytesAreCleaned) {
    const Article article = article_of("Title: Caf\xe9\0 Sandford\n\nIt\x92s \x01open.\n"s);
    EXPECT_EQ(article.title, "Caf\u00e9 Sandford");
    EXPECT_EQ(article.body, "It\u2019s open.");
    EXPECT_EQ(article_of("\xff\xfeT\0i\0t\0l\0e\0:\0 \0A\0\n\0B\0"s).title, "A");
    EXPECT_EQ(article_of("\xef\xbb\xbfTitle: A\nB").title, "A");
}

TEST(Text, NothingToReadIsAProblem) {
    EXPECT_EQ(read_text(" \n\t\n", "text").told(), "standard input:1: no title and no text\n");
    EXPECT_EQ(read_text("").told(), "standard input: empty file\n");
}

TEST(Text, TooLargeIsAProblem) {
    ReadOptions options;
    options.largest_record = 100;
    EXPECT_EQ(read_text(std::string(101, 'x'), "text", options).told(),
              "standard input: larger than 100 bytes\n");
    EXPECT_EQ(read_text(std::string(100, 'x'), "text", options).told(), "");
}

// Of a text; pages are saved wherever there is room.
TEST(Text, TheFolderIsTheSection) {
    const testing::TemporaryFolder folder;
    folder.write("politics/a.txt", "Title: A\n\nText of a.");
    folder.write("sport/b.txt", "Title: B\nSection: Chess\n\nText of b.");
    folder.write("www.example.org/c.html",
                 "<html><head><title>C</title></head><body><p>Text of c.</p></body></html>");
    const testing::Outcome all = testing::read_all({folder.path()});
    ASSERT_EQ(all.articles.size(), 3U);
    EXPECT_EQ(all.articles[0].section, "politics");
    EXPECT_EQ(all.articles[1].section, "Chess");
    EXPECT_EQ(all.articles[2].section, "");
    EXPECT_EQ(testing::read_all({folder.path("politics/a.txt")}).articles[0].section, "");
}

TEST(Text, CutOffAnywhereAndAnyBytes) {
    const std::string text = "Title: Caf\u00e9\nDate: 2024-01-24\nBy Jane Doe\n\n\u201cText\u201d\n\nmore.\n";
    for (std::size_t size = 1; size <= text.size(); ++size) {
        const testing::Outcome outcome = read_text(text.substr(0, size), "text");
        EXPECT_EQ(outcome.articles.size() + outcome.problems.size(), 1U);
    }
    for (unsigned seed = 0; seed < 1000; ++seed) {
        const std::string bytes =
            testing::random_bytes(seed, 1 + seed % 300, "Title:By Date 2024-01\n\n\t\xe9\xc2|ab");
        EXPECT_EQ(read_text(bytes, "text").totals.records, 1U);
    }
}

}  // namespace
}  // namespace broadsheet
