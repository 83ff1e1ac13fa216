#include <gtest/gtest.h>

#include <random>

#include "schema/index/positions.h"
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

std::string packed(const std::string& title, const std::string& body) {
    Analyser analyser{AnalysisSettings{}};
    std::string record;
    pack_positions(analyser.analyse(title, body), analyser.vocabulary(), record);
    return record;
}

// The same from the text alone and from its packed positions.
Highlights highlights(const std::string& query, const std::string& title, const std::string& body,
                      std::size_t characters) {
    // An index without words: patterns and fuzzy words are tested with a search.
    TermExpander expander(Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY), "en");
    Highlighter highlighter(query::parse(query, 0).root, expander, AnalysisSettings{},
                            [](const std::string& stem) { return stem == "rare" ? 5.0 : 1.0; }, {});
    Highlights result = highlighter.show(title, body, {}, {}, characters);
    const Highlights again = highlighter.show(title, body, {}, packed(title, body), characters);
    EXPECT_EQ(again.title, result.title) << query;
    EXPECT_EQ(again.fragments, result.fragments) << query;
    return result;
}

std::string fragment(const std::string& query, const std::string& body, std::size_t characters = 60) {
    return shown(joined(highlights(query, "", body, characters).fragments));
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
    const Highlights found = highlights("title:oil price", "Oil price up", "Oil price up.", 60);
    EXPECT_EQ(shown(found.title), "[Oil] [price] up");
    EXPECT_EQ(shown(found.fragments.at(0)), "Oil [price] up.");
}

TEST(Highlighter, TheSentenceWithMostDistinctWordsIsShown) {
    const std::string body =
        "Oil, oil, oil and again oil is all they sell here today. Nobody knew why the oil price had gone up "
        "so fast.";
    EXPECT_EQ(fragment("oil price", body), "Nobody knew why the [oil] [price] had gone up so fast.");
}

TEST(Highlighter, RareWordsWeighMore) {
    const std::string body =
        "One common word. Two common and plain words. Three common ones and much more of it here. Plain and "
        "common they are. A rare and plain word. Not one of them in this last sentence, which is long.";
    const Highlights found = highlights("plain rare", "", body, 30);
    EXPECT_EQ(shown(found.fragments.at(0)), "A [rare] and [plain] word.");
    EXPECT_EQ(found.fragments.size(), 1U);
}

TEST(Highlighter, NeighbouringSentencesFillTheRoom) {
    EXPECT_EQ(
        fragment("two", "One is first.\n\nTwo is second. Three is third. Four is fourth and does not fit."),
        "One is first. [Two] is second. Three is third.");
}

TEST(Highlighter, WithoutAMatchTheBeginningIsShown) {
    EXPECT_EQ(fragment("", "First. Second.\n\nThird."), "First. Second.");
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

TEST(Highlighter, PunctuationWithoutBlanksStaysWithItsSentence) {
    EXPECT_EQ(fragment("新码头", "居民担心噪音吗？市长说不会。“新码头明年开放！”他在周一这样告诉记者。", 10),
              "“[新码头]明年开放！”");
    EXPECT_EQ(fragment("市长", "居民担心噪音吗？市长说不会。“新码头明年开放！”他在周一这样告诉记者。", 7),
              "[市长]说不会。");
    EXPECT_EQ(fragment("nasa", "居民担心噪音吗？Nasa说不会。新码头明年开放。", 7), "[Nasa]说不会。");
    // A full stop in Thai stands behind an abbreviation.
    EXPECT_EQ(fragment("ท่าเรือ", "อ.เมืองสร้างท่าเรือ", 30), "อ.เมืองสร้าง[ท่าเรือ]");
}

TEST(Highlighter, DistancesMarkBothSidesWhereTheyAreNear) {
    EXPECT_EQ(fragment("oil W/2 price", "Oil is dear. The price of oil rose."),
              "Oil is dear. The [price] of [oil] rose.");
    EXPECT_EQ(fragment("oil NOT W/2 price", "Oil is dear. The price of oil rose."),
              "[Oil] is dear. The price of oil rose.");
    EXPECT_EQ(fragment("ATLEAST2(oil)", "Oil is dear. Oil is rare."), "[Oil] is dear. [Oil] is rare.");
    EXPECT_EQ(fragment("ATLEAST3(oil) OR rare", "Oil is dear. Oil is rare."), "Oil is dear. Oil is [rare].");
}

TEST(Highlighter, FormsAndCapitalsCount) {
    EXPECT_EQ(fragment("CAPS(us)", "The US told us."), "The [US] told us.");
    EXPECT_EQ(fragment("=strike", "Two strikes, one strike."), "Two strikes, one [strike].");
    EXPECT_EQ(fragment("LEAD(oil)", "Oil. One. Two. Oil."), "[Oil]. One. Two. Oil.");
}

TEST(Highlighter, SeveralFragmentsWhereTheWordsStandApart) {
    const std::string body = "The first sentence speaks of oil. " +
                             std::string("Nothing is said here at all, not one word. ") +
                             "Nothing is said here either, as you see. The last one speaks of gas.";
    const Highlights found = highlights("oil gas", "", body, 70);
    ASSERT_EQ(found.fragments.size(), 2U);
    EXPECT_EQ(shown(found.fragments[0]), "The first sentence speaks of [oil].");
    EXPECT_EQ(shown(found.fragments[1]), "The last one speaks of [gas].");
    EXPECT_EQ(shown(joined(found.fragments)),
              "The first sentence speaks of [oil]. … The last one speaks of [gas].");
    EXPECT_EQ(highlights("oil gas", "", body, 400).fragments.size(), 1U);
}

TEST(Highlighter, OneEllipsisBetweenFragments) {
    const MarkedText cut{"a b …", {{2, 3}}};
    const MarkedText begun{"… c d", {{4, 5}}};
    EXPECT_EQ(shown(joined({cut, begun})), "a [b] … [c] d");
    EXPECT_EQ(shown(joined({{"a b.", {}}, begun, cut})), "a b. … [c] d … a [b] …");
}

TEST(Highlighter, LengthIsInCharactersNotBytes) {
    std::string body;
    for (int i = 0; i < 40; ++i)
        body += "слово слово слово слово. ";
    const std::string text = joined(highlights("слово", "", body, 240).fragments).text;
    EXPECT_GT(text.size(), 360U);
    EXPECT_LT(text.size(), 500U);
}

TEST(Highlighter, PackedPositionsOfAnotherTextAreNotUsed) {
    TermExpander expander(Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY), "en");
    Highlighter highlighter(query::parse("oil", 0).root, expander, AnalysisSettings{},
                            [](const std::string&) { return 1.0; }, {});
    const Highlights found = highlighter.show("", "Gas and oil.", {}, packed("", "Oil and more gas."));
    EXPECT_EQ(shown(found.fragments.at(0)), "Gas and [oil].");
}

TEST(Highlighter, PackedPositionsSayTheSameOfRandomText) {
    // The words that are asked for are often not there, and have the fingerprint of another one now and then.
    std::mt19937 random(7);
    const auto word = [&] { return "w" + std::to_string(random() % 700); };
    for (int i = 0; i < 60; ++i) {
        std::string body;
        for (std::size_t words = random() % 400; words > 0; --words)
            body += word() + (random() % 12 == 0 ? ". " : " ");
        const std::string query = word() + " OR " + word() + " OR \"" + word() + " " + word() + "\" OR " +
                                  word() + " NEAR/9 " + word();
        highlights(query, word() + " " + word(), body, 120);
    }
}

}  // namespace
}  // namespace broadsheet
