#include <gtest/gtest.h>

#include "corpus_support.h"
#include "schema/date.h"
#include "schema/error.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;
using testing::Outcome;
using testing::read_text;
using Names = std::vector<std::string>;

Article article_of(const std::string& json, ReadOptions options = {}) {
    const Outcome outcome = read_text(json, "jsonl", std::move(options));
    EXPECT_EQ(outcome.told(), "") << json;
    EXPECT_EQ(outcome.articles.size(), 1U) << json;
    return outcome.articles.empty() ? Article{} : outcome.articles[0];
}

TEST(Json, AllFieldsUnderTheirOwnNames) {
    const std::string line =
        R"({"id":"x1","url":"https://www.gazette.example/a","title":"Port opens","body":"One.\n\nTwo.","date":"2024-01-24T10:15:00Z",)"
        R"("source":"Gazette","authors":["Jane Doe","John Roe"],"language":"en","section":"Local","tags":["port"],)"
        R"("people":["Ann Smith"],"organisations":["Harbour Board"],"places":["Sandford"]})";
    const Article article = article_of(line);
    EXPECT_EQ(article.id, "x1");
    EXPECT_EQ(article.url, "https://www.gazette.example/a");
    EXPECT_EQ(article.title, "Port opens");
    EXPECT_EQ(article.body, "One.\n\nTwo.");
    EXPECT_EQ(iso_8601(article.date.value_or(0)), "2024-01-24T10:15:00Z");
    EXPECT_EQ(article.source, "Gazette");
    EXPECT_EQ(article.authors, (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(article.section, "Local");
    EXPECT_EQ(article.tags, Names{"port"});
    EXPECT_EQ(article.people, Names{"Ann Smith"});
    EXPECT_EQ(article.organisations, Names{"Harbour Board"});
    EXPECT_EQ(article.places, Names{"Sandford"});
    EXPECT_EQ(article.original, line);
    EXPECT_EQ(article.media_type, "application/json");
}

TEST(Json, NamesThatPeopleUse) {
    for (const char* name : {"headline", "Title", "webTitle", "heading"}) {
        EXPECT_EQ(article_of("{\"" + std::string(name) + "\":\"T\"}").title, "T") << name;
    }
    for (const char* name : {"text", "content", "maintext", "full_text", "articleBody", "Body"}) {
        EXPECT_EQ(article_of("{\"" + std::string(name) + "\":\"B\"}").body, "B") << name;
    }
    for (const char* name : {"date", "publish_date", "published", "date_publish", "publishedAt", "pub-date",
                             "Publish Date", "timestamp"}) {
        EXPECT_EQ(article_of("{\"title\":\"T\",\"" + std::string(name) + "\":\"2024/01/24\"}").date,
                  start_of({2024, 1, 24}))
            << name;
    }
    for (const char* name : {"url", "link", "web_url", "canonical_url"}) {
        EXPECT_EQ(article_of("{\"title\":\"T\",\"" + std::string(name) + "\":\"http://a.example/\"}").url,
                  "http://a.example/")
            << name;
    }
    EXPECT_EQ(article_of(R"({"title":"T","category":"World"})").section, "World");
    EXPECT_EQ(article_of(R"({"title":"T","keywords":"oil, grain"})").tags, (Names{"oil", "grain"}));
    EXPECT_EQ(article_of(R"({"title":"T","persons":["A B"]})").people, Names{"A B"});
    EXPECT_EQ(article_of(R"({"title":"T","locations":["X"]})").places, Names{"X"});
    EXPECT_EQ(article_of(R"({"title":"T","orgs":["Y"]})").organisations, Names{"Y"});
    EXPECT_EQ(article_of(R"({"title":"T","organizations":["Z"]})").organisations, Names{"Z"});
    EXPECT_EQ(article_of(R"({"title":"T","domain":"a.example"})").source, "a.example");
}

TEST(Json, ASummaryIsTheTextOnlyWhereThereIsNone) {
    EXPECT_EQ(article_of(R"({"title":"T","short_description":"S"})").body, "S");
    EXPECT_EQ(article_of(R"({"title":"T","description":"S","text":"B"})").body, "B");
    EXPECT_EQ(article_of(R"({"title":"T","description":"S","text":""})").body, "S");
    EXPECT_EQ(article_of(R"({"title":null,"headline":"H","text":"B"})").title, "H");
}

TEST(Json, SourceAfterTheAddress) {
    EXPECT_EQ(article_of(R"({"title":"T","url":"https://www.Gazette.example/a"})").source, "gazette.example");
    ReadOptions options;
    options.source = "Given";
    options.language = "en";
    EXPECT_EQ(article_of(R"({"title":"T","url":"https://gazette.example/a"})", options).source, "Given");
    EXPECT_EQ(article_of(R"({"title":"T"})", options).language, "en");
    EXPECT_EQ(article_of(R"({"title":"T","source":"Own","language":"de"})", options).source, "Own");
    EXPECT_EQ(article_of(R"({"title":"T","source":"Own","language":"de"})", options).language, "de");
}

TEST(Json, IdsAreStable) {
    EXPECT_EQ(article_of(R"({"title":"T","id":17})").id, "17");
    EXPECT_EQ(article_of(R"({"title":"T","_id":{"$oid":"abc"},"id":{"$oid":"abc"}})").id, "abc");
    EXPECT_EQ(article_of(R"({"title":"T","url":"http://a.example/1"})").id, "http://a.example/1");
    const std::string hashed = article_of(R"({"title":"T","text":"B","date":"2024-01-24"})").id;
    EXPECT_EQ(hashed, article_of(R"({"date":"20240124","text":"B ","headline":"T","extra":1})").id);
    EXPECT_NE(hashed, article_of(R"({"title":"T","text":"B","date":"2024-01-25"})").id);
    EXPECT_NE(hashed, article_of(R"({"title":"TB","date":"2024-01-24"})").id);
    // The same on every machine.
    EXPECT_EQ(article_of(R"({"title":"T"})").id, "h-347e3b0029c420a9");
}

TEST(Json, NestedValues) {
    const Article article = article_of(
        R"({"headline":{"main":"T","kicker":"K"},"body":[{"type":"p","text":"One."},{"type":"p","text":"Two."}],)"
        R"("source":{"id":null,"name":"Gazette"},"authors":[{"name":"Jane Doe"},{"first_name":"John","last_name":"Roe"}],)"
        R"("keywords":[{"name":"port","value":"Port of Sandford"},{"value":"ships"}],"date":{"$date":{"$numberLong":"1706091330000"}}})");
    EXPECT_EQ(article.title, "T");
    EXPECT_EQ(article.body, "One.\n\nTwo.");
    EXPECT_EQ(article.source, "Gazette");
    EXPECT_EQ(article.authors, (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(article.tags, (Names{"port", "ships"}));
    EXPECT_EQ(iso_8601(article.date.value_or(0)), "2024-01-24T10:15:30Z");
    EXPECT_EQ(article_of(R"({"_index":"news","_source":{"title":"Inner","text":"B"}})").title, "Inner");
    EXPECT_EQ(article_of(R"({"title":"T","author":"A One, B Two and C Three"})").authors,
              (Names{"A One", "B Two", "C Three"}));
}

TEST(Json, DatesAsNumbers) {
    EXPECT_EQ(article_of(R"({"title":"T","date":1706091330})").date, 1706091330);
    EXPECT_EQ(article_of(R"({"title":"T","date":1706091330123})").date, 1706091330);
    EXPECT_EQ(article_of(R"({"title":"T","date":20240124})").date, start_of({2024, 1, 24}));
    EXPECT_EQ(article_of(R"({"title":"T","date":1.70609133e9})").date, 1706091330);
    EXPECT_EQ(article_of(R"({"title":"T","date":"soon"})").date, std::nullopt);
    EXPECT_EQ(article_of(R"({"title":"T","date":"2023-02-29"})").date, std::nullopt);
    EXPECT_EQ(article_of(R"({"title":"T","date":false})").date, std::nullopt);
}

TEST(Json, MappingWins) {
    ReadOptions options;
    options.mapping = {{"title", "kopf"}, {"text", "fields.bodyText"}, {"person", "cast"}};
    const Article article = article_of(
        R"({"title":"wrong","kopf":"right","body":"wrong","fields":{"bodyText":"right"},"cast":["A B"]})",
        options);
    EXPECT_EQ(article.title, "right");
    EXPECT_EQ(article.body, "right");
    EXPECT_EQ(article.people, Names{"A B"});
    EXPECT_EQ(article_of(R"({"title":"known","kopf":""})", options).title, "known");
    EXPECT_EQ(article_of(R"({"kopf":"K","fields.bodyText":"dotted"})", options).body, "dotted");
    options.mapping = {{"nonsense", "x"}};
    EXPECT_THROW(read_text("{}", "jsonl", options), Error);
    options.mapping = {{"title", ""}};
    EXPECT_THROW(read_text("{}", "", options), Error);
}

TEST(Json, TextIsCleaned) {
    EXPECT_EQ(
        article_of(R"({"title":"AT&amp;T&#39;s\u0000 \u201cplan\u201d\u0092","text":"A &lt;b&gt;\n\nC"})")
            .title,
        "AT&T's \u201cplan\u201d\u2019");
    EXPECT_EQ(article_of(R"({"title":"R&D; Q&A"})").title, "R&D; Q&A");
    EXPECT_EQ(article_of("{\"title\":\"Caf\xe9 \u2013 open\"}").title, "Caf\u00e9 \u2013 open");
    EXPECT_EQ(article_of("{\"title\":\"raw\ttab, \0 and \x01\"}"s).title, "raw tab, and");
    EXPECT_EQ(
        article_of(R"({"title":"half \ud83d pair","score":NaN,"n":123456789012345678901234567890})").title,
        "half \ufffd pair");
    EXPECT_EQ(article_of(R"({"title":"\ud83d\uddde"})").title, "\U0001f5de");
}

TEST(JsonLines, LinesCountAndBlankOnesDoNot) {
    const Outcome outcome =
        read_text("\ufeff{\"title\":\"A\"}\r\n\n  \n{\"title\":\"B\"} \n{\"title\":\"C\"}", "jsonl");
    ASSERT_EQ(outcome.articles.size(), 3U);
    EXPECT_EQ(outcome.articles[0].original, "{\"title\":\"A\"}");
    EXPECT_EQ(outcome.articles[1].original, "{\"title\":\"B\"} ");
    EXPECT_EQ(outcome.articles[2].title, "C");
}

TEST(JsonLines, BrokenLinesAreToldOneByOne) {
    const Outcome outcome = read_text(
        "{\"title\":\"A\"}\n{\"title\":\"B\"\n[1]\n{}\n{\"title\":}\n{\"title\":\"x\n\\\n{\"title\":\"y\\q\"}"
        "\n{\"text\":tru}\n{\"n\":01}\n{\"title\":\"Z\"}\n",
        "jsonl");
    EXPECT_EQ(outcome.articles.size(), 2U);
    EXPECT_EQ(outcome.told(),
              "standard input:2: broken JSON: a comma, colon or bracket is missing or too many\n"
              "standard input:3: not a JSON object\n"
              "standard input:4: no title and no text\n"
              "standard input:5: broken JSON: a comma, colon or bracket is missing or too many\n"
              "standard input:6: broken JSON: a string does not end\n"
              "standard input:7: broken JSON: a comma, colon or bracket is missing or too many\n"
              "standard input:8: broken JSON: a string holds a wrong escape\n"
              "standard input:9: broken JSON: neither true, false nor null\n"
              "standard input:10: broken JSON: a number is none\n");
}

TEST(JsonLines, DeepNestingIsRefused) {
    const std::string deep = "{\"title\":\"T\",\"x\":" + std::string(100000, '[') + std::string(100000, ']') +
                             "}\n{\"title\":\"U\"}\n";
    const Outcome outcome = read_text(deep, "jsonl");
    EXPECT_EQ(outcome.told(), "standard input:1: JSON is nested too deeply\n");
    EXPECT_EQ(outcome.articles.size(), 1U);
    const std::string allowed =
        "{\"title\":\"T\",\"body\":" + std::string(500, '[') + "\"x\"" + std::string(500, ']') + "}";
    EXPECT_EQ(article_of(allowed).title, "T");
}

TEST(JsonLines, LinesThatAreTooLarge) {
    ReadOptions options;
    options.largest_record = 1000;
    const Outcome outcome = read_text("{\"title\":\"A\"}\n{\"title\":\"" + std::string(2000000, 'x') +
                                          "\"}\n{\"title\":\"B\"}\n" + std::string(5000, 'y'),
                                      "jsonl", options);
    EXPECT_EQ(outcome.articles.size(), 2U);
    EXPECT_EQ(outcome.told(),
              "standard input:2: larger than 1000 bytes\nstandard input:4: larger than 1000 bytes\n");
}

TEST(Json, CutOffAnywhere) {
    const std::string lines = "{\"title\":\"A\\u00e9\",\"text\":[\"x\",1.5e3]}\n{\"title\":\"B\"}\n";
    for (std::size_t size = 1; size < lines.size(); ++size) {
        const Outcome outcome = read_text(lines.substr(0, size), "jsonl");
        EXPECT_EQ(outcome.articles.size(), size < lines.find('\n')   ? 0U
                                           : size < lines.size() - 1 ? 1U
                                                                     : 2U)
            << size;
        EXPECT_LE(outcome.problems.size(), 1U);
    }
}

TEST(Json, AnyBytes) {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        const std::string text =
            testing::random_bytes(seed, 1 + seed % 120, "{}[]\",:\\ntitle u12eE+-.\n \xe9\x01");
        read_text(text, "jsonl");
        read_text(text, "json");
        read_text("{\"title\":\"" + text + "\"}", "jsonl");
        read_text("[{\"title\":\"" + text + "\"}]", "json");
        read_text("{\"articles\":[{\"title\":\"" + text, "json");
    }
}

}  // namespace
}  // namespace broadsheet
