#include <gtest/gtest.h>

#include "searcher/highlight/highlighter.h"
#include "searcher/query/parser.h"

namespace broadsheet {
namespace {

// With the marks in brackets.
std::string shown(const MarkedText& marked) {
    std::string result;
    std::size_t at = 0;
    for (const query::Range& mark : marked.marks) {
        result += marked.text.substr(at, mark.begin - at) + '[' +
                  marked.text.substr(mark.begin, mark.end - mark.begin) + ']';
        at = mark.end;
    }
    return result + marked.text.substr(at);
}

Highlighter highlighter(const std::string& query) {
    return {query::parse(query, 0).root, "en",
            [](const std::string& stem) { return stem == "rare" ? 5.0 : 1.0; }};
}

std::string fragment(const std::string& query, const std::string& body, std::size_t characters = 60) {
    return shown(highlighter(query).fragment(body, characters));
}

TEST(Highlighter, MarksEveryFormOfAWord) {
    EXPECT_EQ(fragment("sanction", "Sanctions were lifted. Sanctioned banks stay closed."),
              "[Sanctions] were lifted. [Sanctioned] banks stay closed.");
}

TEST(Highlighter, AccentsMatchAndStay) {
    EXPECT_EQ(fragment("erdogan cafe", "Erdoğan met them in a café."), "[Erdoğan] met them in a [café].");
}

TEST(Highlighter, WordsOfAPhraseAloneAreNotMarked) {
    EXPECT_EQ(fragment("\"prime minister\"", "The minister met the prime minister."),
              "The minister met the [prime minister].");
    EXPECT_EQ(fragment("\"prime minister\" minister", "The minister met the prime minister."),
              "The [minister] met the [prime minister].");
}

TEST(Highlighter, WhatIsNegatedIsNotMarked) {
    EXPECT_EQ(fragment("oil -gas", "Oil and gas."), "[Oil] and gas.");
}

TEST(Highlighter, TitleWordsAreMarkedInTheTitleOnly) {
    Highlighter highlight = highlighter("title:oil price");
    EXPECT_EQ(shown(highlight.title("Oil price up")), "[Oil] [price] up");
    EXPECT_EQ(shown(highlight.fragment("Oil price up.")), "Oil [price] up.");
}

TEST(Highlighter, TheSentenceWithMostDistinctWordsIsShown) {
    const std::string body =
        "Oil, oil, oil and again oil is all they sell here today. Nobody knew why the oil price had gone up "
        "so fast.";
    EXPECT_EQ(fragment("oil price", body), "Nobody knew why the [oil] [price] had gone up so fast.");
}

TEST(Highlighter, RareWordsWeighMore) {
    const std::string body =
        "Both common and plain words stand in this first sentence here. A rare one is here in the last "
        "sentence of it.";
    EXPECT_EQ(fragment("common plain rare", body), "A [rare] one is here in the last sentence of it.");
}

TEST(Highlighter, NeighbouringSentencesFillTheRoom) {
    EXPECT_EQ(
        fragment("two", "One is first.\n\nTwo is second. Three is third. Four is fourth and does not fit."),
        "One is first. [Two] is second. Three is third.");
}

TEST(Highlighter, WithoutAMatchTheBeginningIsShown) {
    EXPECT_EQ(fragment("", "First. Second.\n\nThird."), "First. Second. Third.");
    EXPECT_EQ(fragment("absent", "First."), "First.");
    EXPECT_EQ(fragment("absent", ""), "");
    EXPECT_EQ(fragment("absent", "***"), "");
}

TEST(Highlighter, ALongSentenceIsCutAroundTheWords) {
    const std::string body =
        "This sentence goes on and on about nothing in particular until at last it comes to the oil price "
        "and then goes on and on again about nothing at all until it ends.";
    const std::string result = fragment("oil price", body);
    EXPECT_TRUE(result.starts_with("… ")) << result;
    EXPECT_TRUE(result.ends_with(" …")) << result;
    EXPECT_NE(result.find("the [oil] [price] and"), std::string::npos) << result;
    EXPECT_LT(result.size(), 80U);
}

TEST(Highlighter, QuotesStayWithTheirSentence) {
    EXPECT_EQ(
        fragment("second",
                 "\"First one said.\" \"Second one said,\" he said. (Third.) And so on to the end of it.",
                 30),
        "\"[Second] one said,\" he said.");
}

TEST(Highlighter, LengthIsInCharactersNotBytes) {
    std::string body;
    for (int i = 0; i < 40; ++i)
        body += "слово слово слово слово. ";
    const std::string text = highlighter("слово").fragment(body, 240).text;
    EXPECT_GT(text.size(), 360U);
    EXPECT_LT(text.size(), 500U);
}

}  // namespace
}  // namespace broadsheet
