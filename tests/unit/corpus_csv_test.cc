// Tables: dialects, headers, quotes and their mistakes.
#include <gtest/gtest.h>

#include "corpus/formats/csv/row.h"
#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

using Names = std::vector<std::string>;

TEST(CsvRow, SplitsFields) {
    EXPECT_EQ(csv_fields("a,\"b, \"\"c\"\"\",,d\r\n", {}), (Names{"a", "b, \"c\"", "", "d"}));
    EXPECT_EQ(csv_fields("a;\"b\\\"c\";d\n", {';', true, true}), (Names{"a", "b\"c", "d"}));
    EXPECT_EQ(csv_fields("say \"hi\",\"he said \"no\" twice\" ,x", {}),
              (Names{"say \"hi\"", "he said \"no\" twice", "x"}));
    EXPECT_EQ(csv_fields("a\t\"b\tc", {'\t', false, false}), (Names{"a", "\"b", "c"}));
    EXPECT_EQ(csv_fields("a,", {}), (Names{"a", ""}));
}

TEST(CsvRow, EndsAreFoundHoweverTheBytesArrive) {
    const std::string text = "a,\"x\n\"\"y\"\"\n\",b\nnext\n";
    for (const std::size_t step : {1U, 2U, 5U, 100U}) {
        CsvRowEnd end({});
        std::size_t shown = 0;
        std::size_t result = static_cast<std::size_t>(-1);
        while (result == static_cast<std::size_t>(-1) && shown < text.size()) {
            const std::size_t seen = shown;
            shown = std::min(text.size(), shown + step);
            result = end(std::string_view(text).substr(0, shown), seen);
        }
        EXPECT_EQ(result, text.find("next")) << step;
    }
}

TEST(Csv, MapsHeadersAsJsonDoes) {
    const Outcome outcome = read_text(
        "\xef\xbb\xbfHeadline,Publish Date,Text,Authors,Link,keywords\r\n"
        "Crane falls,2024-01-24,\"<p>One.</p><p>Two, \"\"three\"\".</p>\",\"['Jane Doe', 'John "
        "Roe']\",https://example.org/1,a; b\r\n"
        "Crane stands,24 Jan 2024,\"Line one.\n\nLine two.\",,,\r\n");
    EXPECT_EQ(outcome.told(), "");
    ASSERT_EQ(outcome.articles.size(), 2U);
    const Article& first = outcome.articles[0];
    EXPECT_EQ(first.title, "Crane falls");
    EXPECT_EQ(first.body, "One.\n\nTwo, \"three\".");
    EXPECT_EQ(first.authors, (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(first.url, "https://example.org/1");
    EXPECT_EQ(first.tags, (Names{"a", "b"}));
    EXPECT_EQ(iso_day(*first.date), "2024-01-24");
    EXPECT_EQ(first.media_type, "text/csv");
    EXPECT_EQ(outcome.articles[1].body, "Line one.\n\nLine two.");
    EXPECT_EQ(outcome.articles[1].original, "Crane stands,24 Jan 2024,\"Line one.\n\nLine two.\",,,\r\n");
}

TEST(Csv, TellsTheDelimiter) {
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const std::string d(1, delimiter);
        const Outcome outcome =
            read_text("title" + d + "text" + d + "date\nA" + d + "B" + d + "2024-01-24\n");
        ASSERT_EQ(outcome.articles.size(), 1U) << d << outcome.told();
        EXPECT_EQ(outcome.articles[0].title, "A");
        EXPECT_EQ(outcome.articles[0].body, "B");
    }
}

TEST(Csv, ReadsTablesWithoutAHeader) {
    std::string table;
    for (int i = 0; i < 5; ++i)
        table += std::to_string(i) + "\tA headline of news " + std::to_string(i) +
                 "\t2024-01-24 10:00:00\tThe text of the article is the longest of all columns.\n";
    const Outcome outcome = read_text(table, "csv");
    ASSERT_EQ(outcome.articles.size(), 5U) << outcome.told();
    EXPECT_EQ(outcome.articles[0].title, "A headline of news 0");
    EXPECT_EQ(outcome.articles[0].body, "The text of the article is the longest of all columns.");
    EXPECT_EQ(iso_8601(*outcome.articles[0].date), "2024-01-24T10:00:00Z");
    ReadOptions options;
    options.mapping = {{"title", "4"}};
    EXPECT_EQ(read_text(table, "csv", options).articles[0].title,
              "The text of the article is the longest of all columns.");
}

TEST(Csv, ALoneQuoteSpoilsOneRowAtMost) {
    std::string table = "title,text\n\"Lone,one\n";
    for (int i = 0; i < 100; ++i)
        table += "T" + std::to_string(i) + ",text\n";
    const Outcome outcome = read_text(table);
    ASSERT_EQ(outcome.articles.size(), 101U) << outcome.told();
    EXPECT_EQ(outcome.articles[0].title, "\"Lone");
    EXPECT_EQ(outcome.articles[100].title, "T99");
}

TEST(Csv, QuotesThatNeverCloseTakeNoTimeWithoutBounds) {
    std::string table = "title,text\n";
    for (int i = 0; i < 50000; ++i)
        table += "\"lone,text\n";
    EXPECT_EQ(read_text(table).articles.size(), 50000U);
}

TEST(Csv, SaysWhichRowsAreBroken) {
    const Outcome outcome = read_text("title,text\na,b\na,b,c,d\nonly\n\nx,y\n");
    EXPECT_EQ(outcome.told(), "standard input:3: 4 columns, not 2 as in the first row\n");
    EXPECT_EQ(outcome.articles.size(), 3U);
    EXPECT_EQ(read_text("colour,size\nred,5\nblue,6\n", "csv", {}).told(),
              "standard input: no column with a title or a text; --map title=1,body=2 says which are\n");
}

TEST(Csv, ReadsUtf16AsSpreadsheetsWriteIt) {
    std::string wide = "\xff\xfe";
    for (const char c : std::string("title\ttext\nCaf\xe9\tBody\n")) {
        wide += c;
        wide += '\0';
    }
    const Outcome outcome = read_text(wide);
    ASSERT_EQ(outcome.articles.size(), 1U) << outcome.told();
    EXPECT_EQ(outcome.articles[0].title, "Caf\u00e9");
}

}  // namespace
}  // namespace broadsheet::testing
