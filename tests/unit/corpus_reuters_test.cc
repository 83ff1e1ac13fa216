#include <gtest/gtest.h>

#include "corpus/formats/reuters_names.h"
#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet {
namespace {

using testing::read_text;

const std::string doctype = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

// Written for this test in the manner of the collection.
const std::string normal =
    "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" CGISPLIT=\"TRAINING-SET\" OLDID=\"901\" NEWID=\"17\">\n"
    "<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
    "<TOPICS><D>wheat</D><D>money-fx</D></TOPICS>\n"
    "<PLACES><D>el-salvador</D><D>usa</D></PLACES>\n"
    "<PEOPLE><D>james-miller</D></PEOPLE>\n"
    "<ORGS><D>opec</D><D>worldbank</D></ORGS>\n"
    "<EXCHANGES></EXCHANGES>\n<COMPANIES></COMPANIES>\n"
    "<UNKNOWN>\n&#5;&#5;&#5;C T\n&#22;f0704&#31;reute</UNKNOWN>\n"
    "<TEXT>&#2;\n<TITLE>SANDFORD &lt;SFD> OPENS\nPORT</TITLE>\n"
    "<AUTHOR>    By Jane Doe, Reuters</AUTHOR>\n"
    "<DATELINE>    SANDFORD, Feb 26 - </DATELINE><BODY>The port of Sandford opened on\n"
    "Thursday, the board said.\n    Ships &amp; boats may come in.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>";

std::string element(const std::string& id, const std::string& text) {
    return "<REUTERS NEWID=\"" + id + "\">\n<DATE> 9-APR-1987 08:00:00.00&#9;&#9;&#9;F</DATE>\n" + text +
           "\n</REUTERS>\n";
}

TEST(Reuters, AllFields) {
    const testing::Outcome outcome = read_text(doctype + normal + "\n");
    ASSERT_EQ(outcome.articles.size(), 1U) << outcome.told();
    const Article& article = outcome.articles[0];
    EXPECT_EQ(article.id, "reuters-17");
    EXPECT_EQ(article.source, "Reuters");
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(article.title, "SANDFORD <SFD> OPENS PORT");
    EXPECT_EQ(iso_8601(article.date.value_or(0)), "1987-02-26T15:01:01Z");
    EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(article.tags, (std::vector<std::string>{"wheat", "money-fx"}));
    EXPECT_EQ(article.places, (std::vector<std::string>{"El Salvador", "USA"}));
    EXPECT_EQ(article.people, std::vector<std::string>{"James Miller"});
    EXPECT_EQ(article.organisations, (std::vector<std::string>{"OPEC", "World Bank"}));
    EXPECT_EQ(article.body,
              "SANDFORD, Feb 26 - The port of Sandford opened on Thursday, the board said.\n\nShips & boats "
              "may come in.");
    EXPECT_EQ(article.original, normal);
    EXPECT_EQ(article.media_type, "application/sgml");
}

TEST(Reuters, BriefAndUnprocessedItems) {
    const testing::Outcome outcome = read_text(
        doctype +
        element(
            "1",
            "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>PORT OPENS\n</TITLE>Blah blah blah.\n&#3;\n\n</TEXT>") +
        element("2",
                "<TEXT TYPE=\"UNPROC\">&#2;\nPORT TABLE - FEB 26\n    Ships in.......3\n    Ships "
                "out......4\n\n Reuter\n&#3;\n</TEXT>") +
        element("3", "<TEXT TYPE=\"UNPROC\">&#2;\n&#3;\n</TEXT>"));
    ASSERT_EQ(outcome.articles.size(), 3U) << outcome.told();
    EXPECT_EQ(outcome.articles[0].title, "PORT OPENS");
    EXPECT_EQ(outcome.articles[0].body, "");
    EXPECT_EQ(outcome.articles[1].title, "PORT TABLE - FEB 26");
    EXPECT_EQ(outcome.articles[1].body, "Ships in.......3\n\nShips out......4");
    EXPECT_EQ(outcome.articles[2].title, "Reuters item 3");
    for (const Article& article : outcome.articles)
        EXPECT_EQ(iso_8601(article.date.value_or(0)), "1987-04-09T08:00:00Z");
}

TEST(Reuters, OtherWiresNameThemselves) {
    const testing::Outcome outcome =
        read_text(element("1", "<SOURCE>Sandford Wire</SOURCE><TEXT><TITLE>T</TITLE></TEXT>"), "reuters");
    ASSERT_EQ(outcome.articles.size(), 1U);
    EXPECT_EQ(outcome.articles[0].source, "Sandford Wire");
}

TEST(Reuters, GarbledTimesLeaveTheDay) {
    const testing::Outcome outcome = read_text(
        "<REUTERS NEWID=\"1\"><DATE>31-MAR-1987 605:12:19.12</DATE><TEXT><TITLE>A</TITLE></TEXT></REUTERS>",
        "reuters");
    ASSERT_EQ(outcome.articles.size(), 1U);
    EXPECT_EQ(outcome.articles[0].date, start_of({1987, 3, 31}));
}

TEST(Reuters, SignOffsAreLeftOut) {
    for (const char* end :
         {" Reuter\n&#3;", " REUTER", "\nREUTER...^M\n", " the end. REUTER\n&#3;", "\n Reuter\n\n"}) {
        const testing::Outcome outcome =
            read_text(element("1", std::string("<TEXT><TITLE>T</TITLE><BODY>Told by Reuter\n") + end +
                                       "</BODY></TEXT>"),
                      "reuters");
        ASSERT_EQ(outcome.articles.size(), 1U);
        const std::string body = outcome.articles[0].body;
        EXPECT_TRUE(body == "Told by Reuter" || body == "Told by Reuter the end." || body == "Told by")
            << end << body;
    }
}

TEST(Reuters, OriginalsKeepTheirBytes) {
    const std::string text = element("1", "<TEXT><TITLE>Caf\xfc</TITLE></TEXT>");
    const testing::Outcome outcome = read_text(doctype + text);
    ASSERT_EQ(outcome.articles.size(), 1U);
    EXPECT_EQ(outcome.articles[0].title, "Caf\u00fc");
    EXPECT_EQ(outcome.articles[0].original + "\n", text);
}

TEST(Reuters, AnElementWithoutEndCostsOnlyItself) {
    const std::string broken = "<REUTERS NEWID=\"5\">\n<TEXT><TITLE>Cut off\n";
    const testing::Outcome outcome = read_text(doctype + broken + normal + broken);
    ASSERT_EQ(outcome.articles.size(), 1U);
    EXPECT_EQ(outcome.articles[0].id, "reuters-17");
    EXPECT_EQ(outcome.told(),
              "standard input:1: broken SGML: no </REUTERS>\nstandard input:3: broken SGML: no </REUTERS>\n");
}

TEST(Reuters, NothingInIt) {
    EXPECT_EQ(read_text("no element", "reuters").told(), "standard input: no <REUTERS> element in it\n");
    EXPECT_EQ(read_text("<REUTERS></REUTERS>", "reuters").told(), "standard input:1: no title and no text\n");
}

TEST(Reuters, TooLargeAndManyBeginsStayCheap) {
    ReadOptions options;
    options.largest_record = 2000;
    const testing::Outcome outcome =
        read_text(normal + "<REUTERS NEWID=\"2\">" + std::string(5000, 'x') + "</REUTERS>" + normal,
                  "reuters", options);
    EXPECT_EQ(outcome.articles.size(), 2U);
    EXPECT_EQ(outcome.told(), "standard input:2: larger than 2000 bytes\n");
    std::string begins;
    for (int i = 0; i < 20000; ++i)
        begins += "<REUTERS>";
    EXPECT_EQ(read_text(begins, "reuters").problems.size(), 20000U);
}

TEST(Reuters, CutOffAnywhereAndAnyBytes) {
    const std::string text = normal + "\n" + normal;
    for (std::size_t size = 1; size < text.size(); ++size) {
        const testing::Outcome outcome = read_text(text.substr(0, size), "reuters");
        EXPECT_EQ(outcome.articles.size(), size < normal.size() ? 0U : 1U);
    }
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::string damaged = normal;
        for (unsigned i = 0; i < 5; ++i)
            damaged[(seed * 131 + i * 977) % damaged.size()] = static_cast<char>(seed + i * 50);
        read_text(damaged, "reuters");
    }
}

TEST(ReutersNames, AreSpeltOut) {
    EXPECT_EQ(reuters_place("saudi-arabia"), "Saudi Arabia");
    EXPECT_EQ(reuters_place("uk"), "UK");
    EXPECT_EQ(reuters_place("guinea-bissau"), "Guinea-Bissau");
    EXPECT_EQ(reuters_person("perez-de-cuellar"), "Perez de Cuellar");
    EXPECT_EQ(reuters_person("de-clercq"), "De Clercq");
    EXPECT_EQ(reuters_person("o-kennedy"), "O'Kennedy");
    EXPECT_EQ(reuters_person("volcker"), "Volcker");
    EXPECT_EQ(reuters_organisation("ec"), "EC");
    EXPECT_EQ(reuters_organisation("adb-africa"), "ADB Africa");
    EXPECT_EQ(reuters_organisation("ico-coffee"), "ICO Coffee");
    EXPECT_EQ(reuters_organisation("euratom"), "Euratom");
    for (const auto spell : {reuters_place, reuters_person, reuters_organisation}) {
        EXPECT_EQ(spell(""), "");
        EXPECT_EQ(spell("--"), "");
    }
}

}  // namespace
}  // namespace broadsheet
