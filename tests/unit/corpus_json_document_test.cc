#include <gtest/gtest.h>

#include "corpus/formats/json/repair.h"
#include "corpus/formats/json/value_end.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

using testing::Outcome;
using testing::read_text;

std::string titles(const Outcome& outcome) {
    std::string all;
    for (const Article& article : outcome.articles)
        all += article.title + " ";
    return all;
}

TEST(JsonDocument, ArraysKeepTheBytesOfTheirElements) {
    const Outcome outcome =
        read_text("[\n {\"title\" : \"A\"} ,\n{\"title\":\"}]\\\"[{\"},7,\"x\",[{}],null,{}]\n");
    ASSERT_EQ(outcome.articles.size(), 2U);
    EXPECT_EQ(outcome.articles[0].original, "{\"title\" : \"A\"}");
    EXPECT_EQ(outcome.articles[1].title, "}]\"[{");
    EXPECT_EQ(outcome.told(),
              "standard input:3: not a JSON object\nstandard input:4: not a JSON object\nstandard input:5: "
              "not a JSON object\n"
              "standard input:6: not a JSON object\nstandard input:7: no title and no text\n");
}

TEST(JsonDocument, OneArticle) {
    EXPECT_EQ(titles(read_text("{\n \"title\": \"A\",\n \"text\": \"B\"\n}\n")), "A ");
    // It may list others without being a list.
    EXPECT_EQ(titles(read_text(
                  R"({"title":"A","related":[{"title":"B"},{"title":"C"}],"text":"Text of its own"})")),
              "A ");
    EXPECT_EQ(titles(read_text(R"({"title":"A","authors":[{"name":"N","title":"Editor"}]})")), "A ");
}

TEST(JsonDocument, ObjectsThatHoldArticles) {
    EXPECT_EQ(titles(read_text(R"({"status":"ok","articles":[{"title":"A"},{"title":"B"}],"next":null})")),
              "A B ");
    EXPECT_EQ(titles(read_text(R"({"title":"Feed","items":[{"title":"A"}]})")), "A ");
    EXPECT_EQ(
        titles(read_text(
            R"({"response":{"meta":{"x":[{"y":1}]},"docs":[{"headline":{"main":"A"}},{"headline":{"main":"B"}}]}})")),
        "A B ");
    EXPECT_EQ(titles(read_text(R"({"2023":[{"title":"A"}],"2024":[{"title":"B"}],"tags":[{"title":"no"}]})")),
              "A B ");
    EXPECT_EQ(titles(read_text(
                  R"({"hits":{"total":2,"hits":[{"_source":{"title":"A"}},{"_source":{"title":"B"}}]}})")),
              "A B ");
    EXPECT_EQ(titles(read_text(
                  R"({"authors":[{"name":"x"}],"facets":[{"n":1},{"n":2}],"articles":[{"title":"A"}]})")),
              "A ");
}

TEST(JsonDocument, SeveralInARow) {
    EXPECT_EQ(
        titles(read_text("{\n\"title\":\"A\"}\n{\n\"title\":\"B\"}[{\"title\":\"C\"}]\x1e{\"title\":\"D\"}",
                         "json")),
        "A B C D ");
}

TEST(JsonDocument, LargerThanTheWindow) {
    std::string array = "{\"articles\": [";
    std::string expected;
    for (int i = 0; i < 3000; ++i) {
        if (i != 0) array += ',';
        array.append("{\"title\":\"")
            .append(std::to_string(i))
            .append("\",\"text\":\"")
            .append(1000, 'x')
            .append("\"}");
        expected += std::to_string(i) + " ";
    }
    EXPECT_EQ(titles(read_text(array + "]}")), expected);
    EXPECT_EQ(titles(read_text(array.substr(13) + "]")), expected);
}

TEST(JsonDocument, BrokenOnes) {
    const std::string rest = "; the rest was not read\n";
    EXPECT_EQ(read_text("[{\"title\":\"A\"},{\"title\":\"B\"", "json").told(),
              "standard input: broken JSON: ends too early" + rest);
    EXPECT_EQ(titles(read_text("[{\"title\":\"A\"},{\"title\":\"B\"", "json")), "A ");
    EXPECT_EQ(read_text("[{\"title\":\"A\"}", "json").told(),
              "standard input: broken JSON: ends too early" + rest);
    EXPECT_EQ(read_text("[{\"title\":\"A\"}}]", "json").told(),
              "standard input: broken JSON: a bracket or comma is missing" + rest);
    EXPECT_EQ(read_text("words", "json").told(),
              "standard input: broken JSON: begins with neither { nor [" + rest);
    EXPECT_EQ(
        titles(read_text("[{\"title\":\"A\"}{\"title\":\"B\"},,{\"title\":tru},{\"title\":\"C\"}]", "json")),
        "A B C ");
    EXPECT_EQ(read_text("[]", "json").told(), "");
    EXPECT_EQ(read_text("{\"a\":{\"b\":[{\"title\":\"A\"}", "json").told(),
              "standard input: broken JSON: ends too early" + rest);
    EXPECT_EQ(read_text("[1", "json").told(),
              "standard input:1: not a JSON object\nstandard input: broken JSON: ends too early" + rest);
}

TEST(JsonDocument, ElementsThatAreTooLarge) {
    ReadOptions options;
    options.largest_record = 1000;
    const Outcome outcome =
        read_text("[{\"title\":\"A\"},{\"title\":\"" + std::string(700000, 'x') + "\"},{\"title\":\"B\"}]",
                  "json", options);
    EXPECT_EQ(titles(outcome), "A B ");
    EXPECT_EQ(outcome.told(), "standard input:2: larger than 1000 bytes\n");
}

TEST(JsonDocument, HostileNestingIsNoTrouble) {
    for (const char* open : {"[", "{\"a\":", "[{\"a\":", "{\"articles\":[{\"title\":\"A\",\"x\":"}) {
        std::string deep;
        for (int i = 0; i < 50000; ++i)
            deep += open;
        read_text(deep, "json");
    }
}

TEST(JsonDocument, CutOffAnywhere) {
    const std::string document =
        "{\"status\":\"ok\",\"articles\":[{\"title\":\"A\\u00e9\",\"x\":[{}]},{\"title\":\"B\"}],\"z\":1}";
    for (std::size_t size = 1; size < document.size(); ++size) {
        const Outcome outcome = read_text(document.substr(0, size), "json");
        EXPECT_LE(outcome.articles.size(), 2U);
        EXPECT_EQ(outcome.problems.size(), 1U) << size << outcome.told();
    }
}

TEST(JsonRepair, TouchesOnlyWhatItKnows) {
    EXPECT_EQ(repaired_json(R"({"a":"NaN -Infinity 1234567890123456789","b":[NaN,-Infinity,Infinity]})"),
              R"({"a":"NaN -Infinity 1234567890123456789","b":[null,null,null]})");
    EXPECT_EQ(repaired_json(R"([1234567890123456789012,-5,1.5,123456789012345678])"),
              R"([1234567890123456789012e0,-5,1.5,123456789012345678])");
    EXPECT_EQ(repaired_json("{\"a\":\"x\ny\tz\x01\"}\x01"), "{\"a\":\"x\\ny\\tz\"} ");
    EXPECT_EQ(repaired_json(R"("\ud83d\uddde \udddd \ud83d \\ud83d")"),
              R"("\ud83d\uddde \ufffd \ufffd \\ud83d")");
    EXPECT_EQ(repaired_json("\"a\\"), "\"a\\");
    EXPECT_EQ(repaired_json(""), "");
}

std::size_t end_in_pieces(std::string_view text, std::size_t piece) {
    JsonValueEnd find_end;
    for (std::size_t seen = 0; seen < text.size(); seen += piece) {
        const std::size_t end = find_end(text.substr(0, seen + piece), seen);
        if (end != not_yet) return end;
    }
    return not_yet;
}

TEST(JsonValueEnd, IsTheSameInPiecesOfAnySize) {
    for (const auto& [text, end] :
         {std::pair<std::string_view, std::size_t>{"{\"a\\\\\":\"}\\\"]\",\"b\":[{}]} ,", 23},
          {"\"x\\\"y\" ", 6},
          {"12.5,", 4},
          {"[[],[\"]\"]]]", 10},
          {"{\"a\":1", not_yet},
          {"\"open", not_yet},
          {",", 0},
          {"]", 0}}) {
        for (std::size_t piece = 1; piece <= text.size(); ++piece)
            EXPECT_EQ(end_in_pieces(text, piece), end) << text << " " << piece;
    }
}

}  // namespace
}  // namespace broadsheet
