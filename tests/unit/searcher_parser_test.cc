#include <gtest/gtest.h>

#include <random>
#include <string>

#include "schema/error.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"
#include "searcher/query/warnings.h"

namespace broadsheet {
namespace {

using query::Matching;

constexpr Seconds now = 1706054400;  // 2024-01-24

std::string read_as(const std::string& text, Matching matching = Matching::all) {
    return query::to_text(query::resolved(query::parse(text, now).root, matching));
}

std::vector<std::string> warnings(const std::string& text) {
    return query::parse(text, now).warnings;
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

std::string bad_query(const std::string& text) {
    try {
        query::parse(text, now);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_query);
        return error.what();
    }
    return "no error";
}

TEST(Parser, WordsSideBySideAreAllWanted) {
    EXPECT_EQ(read_as("sanctions Iraq"), "sanctions AND iraq");
    EXPECT_EQ(read_as("sanctions Iraq", Matching::any), "sanctions OR iraq");
}

TEST(Parser, AndHoldsTighterThanOr) {
    EXPECT_EQ(read_as("a OR b AND c"), "a OR (b AND c)");
    EXPECT_EQ(read_as("(a OR b) AND c"), "(a OR b) AND c");
    EXPECT_EQ(read_as("a b OR c d"), "(a AND b) OR (c AND d)");
}

TEST(Parser, OperatorsAreUpperCaseOnly) {
    EXPECT_EQ(read_as("war and peace or not"), "war AND and AND peace AND or AND not");
}

TEST(Parser, ExcludedPartsStayExcludedWhenAnyWordMayMatch) {
    EXPECT_EQ(read_as("a b -c"), "a AND b AND NOT c");
    EXPECT_EQ(read_as("a b -c", Matching::any), "(a OR b) AND NOT c");
    EXPECT_EQ(read_as("a NOT (b c)"), "a AND NOT (b AND c)");
}

TEST(Parser, RequiredWordsDecideWhenAnyWordMayMatch) {
    EXPECT_EQ(read_as("+a b"), "a AND b");
    EXPECT_EQ(read_as("+a b", Matching::any), "a");
}

TEST(Parser, FiltersRestrictWhenAnyWordMayMatch) {
    EXPECT_EQ(read_as("a b source:Reuters", Matching::any), "(a OR b) AND source:Reuters");
    EXPECT_EQ(read_as("a b (place:iraq OR place:iran)", Matching::any),
              "(a OR b) AND (place:iraq OR place:iran)");
}

TEST(Parser, AWordOfSeveralTokensIsAPhrase) {
    EXPECT_EQ(read_as("al-Sudani"), "\"al sudani\"");
    EXPECT_EQ(read_as("U.S. AT&T 9/11"), "us AND at&t AND 9/11");
}

TEST(Parser, Phrases) {
    EXPECT_EQ(read_as("\"Prime Minister\" Iraq"), "\"prime minister\" AND iraq");
    EXPECT_EQ(read_as("\"Iraq\""), "iraq");
}

TEST(Parser, Fields) {
    EXPECT_EQ(read_as("person:\"Qassem Soleimani\""), "person:\"Qassem Soleimani\"");
    EXPECT_EQ(read_as("who:Annan ORG:UN"), "person:Annan AND organisation:UN");
    EXPECT_EQ(read_as("title:oil"), "title:oil");
    EXPECT_EQ(read_as("title:\"oil price\""), "title:\"oil price\"");
    EXPECT_EQ(read_as("title:(oil gas)"), "title:oil AND title:gas");
    EXPECT_EQ(read_as("place:(Iraq OR Iran)"), "place:Iraq OR place:Iran");
    EXPECT_EQ(read_as("url:http://example.org/a-b?c"), "url:\"http://example.org/a-b?c\"");
    EXPECT_EQ(read_as("-tag:oil"), "NOT tag:oil");
}

TEST(Parser, Dates) {
    EXPECT_EQ(read_as("date:2024-01..2024-03"), "date:2024-01-01..2024-03-31");
    EXPECT_EQ(read_as("date:>=2024"), "date:>=2024-01-01");
    EXPECT_EQ(read_as("date:>2023"), "date:>=2024-01-01");
    EXPECT_EQ(read_as("date:<2024-02"), "date:<2024-02-01");
    EXPECT_EQ(read_as("date:<=2024-02"), "date:<2024-03-01");
    EXPECT_EQ(read_as("date:2024-01-24"), "date:2024-01-24");
    EXPECT_EQ(read_as("date:..2024"), "date:<2025-01-01");
    EXPECT_EQ(read_as("date:2024.."), "date:>=2024-01-01");
    EXPECT_EQ(read_as("date:-7d"), "date:>=2024-01-17");
    EXPECT_EQ(read_as("date:2024-03..2024-01"), "date:2024-01-01..2024-03-31");
    EXPECT_EQ(warnings("date:2024-03..2024-01").size(), 1U);
}

TEST(Parser, AnImpossibleDateIsAnErrorWithItsPlace) {
    EXPECT_EQ(bad_query("oil date:2023-02-30"), "\"2023-02-30\" is no date (at character 10 of the query)");
    EXPECT_NE(bad_query("date:.."), "no error");
    EXPECT_NE(bad_query("date:soon"), "no error");
}

TEST(Parser, AnUnknownFieldIsAnErrorWithItsPlace) {
    EXPECT_EQ(bad_query("söl persn:Annan"), "there is no field \"persn\" (at character 5 of the query)");
    EXPECT_NE(bad_query("foo:\"a b\""), "no error");
    EXPECT_NE(bad_query("foo:(a b)"), "no error");
}

TEST(Parser, AColonElsewhereIsText) {
    EXPECT_EQ(read_as("10:30"), "\"10 30\"");
    EXPECT_EQ(read_as("http://example.org"), "\"http example org\"");
    EXPECT_EQ(read_as("Iraq: what next"), "iraq AND what AND next");
    EXPECT_EQ(read_as("\"foo:bar\""), "\"foo bar\"");
    EXPECT_EQ(read_as("COVID-19:x"), "\"covid 19 x\"");
}

TEST(Parser, AFieldWithoutAValueIsAWord) {
    EXPECT_EQ(read_as("who:"), "who");
    EXPECT_EQ(read_as("place: Iraq"), "place:Iraq");
    EXPECT_EQ(warnings("place: Iraq").size(), 1U);
}

TEST(Parser, DashesBetweenWordsAreNoOperators) {
    EXPECT_EQ(read_as("Iraq - the war"), "iraq AND the AND war");
    EXPECT_EQ(read_as("Iraq -- war"), "iraq AND war");
    EXPECT_EQ(read_as("1990-1991"), "\"1990 1991\"");
}

TEST(Parser, WhatIsUnbalancedIsClosedOrLeftOut) {
    EXPECT_EQ(read_as("(a OR b"), "a OR b");
    EXPECT_EQ(read_as("a) b"), "a AND b");
    EXPECT_EQ(read_as("a \"b c"), "a AND \"b c\"");
    EXPECT_EQ(read_as("5\" guns"), "5 AND guns");
    EXPECT_EQ(read_as("a AND"), "a");
    EXPECT_EQ(read_as("AND a"), "a");
    EXPECT_EQ(read_as("a OR OR b"), "a OR b");
    EXPECT_EQ(read_as("a NOT"), "a");
    EXPECT_EQ(read_as("() a \"\""), "a");
    for (const char* text : {"(a OR b", "a) b", "a \"b c", "a AND", "AND a", "a OR", "a NOT", "a \"\""}) {
        EXPECT_EQ(warnings(text).size(), 1U) << text;
    }
}

TEST(Parser, NothingTypedIsEverythingAndNothingLeftIsNothing) {
    EXPECT_TRUE(std::holds_alternative<query::Everything>(query::parse("  ", now).root.is));
    EXPECT_TRUE(std::holds_alternative<query::Nothing>(query::parse("*** ()", now).root.is));
    EXPECT_FALSE(warnings("***").empty());
}

TEST(Parser, Distances) {
    EXPECT_EQ(read_as("a W/5 b"), "a W/5 b");
    EXPECT_EQ(read_as("a NEAR/5 b"), "a W/5 b");
    EXPECT_EQ(read_as("a PRE/5 \"b c\""), "a PRE/5 \"b c\"");
    EXPECT_EQ(read_as("a W/S b W/P c"), "(a W/S b) W/P c");
    EXPECT_EQ(read_as("a NOT W/5 b"), "a NOT W/5 b");
    EXPECT_EQ(read_as("a NOT NEAR/5 b"), "a NOT W/5 b");
    EXPECT_EQ(read_as("(a OR b) W/2 (c OR d)"), "(a OR b) W/2 (c OR d)");
    EXPECT_EQ(read_as("title:(a W/2 b)"), "title:a W/2 title:b");
    for (const char* text : {"a W/5 b", "a NOT PRE/S b", "(a OR \"b c\") W/P d"})
        EXPECT_TRUE(warnings(text).empty()) << text;
}

TEST(Parser, DistancesHoldTighterThanEverythingElse) {
    EXPECT_EQ(read_as("x AND a W/5 b OR y"), "(x AND (a W/5 b)) OR y");
    EXPECT_EQ(read_as("x a W/5 b"), "x AND (a W/5 b)");
    EXPECT_EQ(read_as("NOT a W/5 b"), "NOT (a W/5 b)");
    EXPECT_EQ(read_as("x -a W/5 b"), "x AND NOT (a W/5 b)");
}

TEST(Parser, WhatHasNoPlaceIsDrawnOutOfADistance) {
    EXPECT_EQ(read_as("(a AND b) W/5 c"), "(a W/5 c) AND (b W/5 c)");
    EXPECT_EQ(read_as("(a b) W/5 (c d)"), "(a W/5 c) AND (a W/5 d) AND (b W/5 c) AND (b W/5 d)");
    EXPECT_EQ(read_as("a W/5 (b NOT c)"), "(a W/5 b) AND NOT (a W/5 c)");
    EXPECT_EQ(read_as("a W/5 (b OR (c AND d))"), "(a W/5 b) OR ((a W/5 c) AND (a W/5 d))");
    EXPECT_EQ(read_as("a NOT W/5 (b AND c)"), "(a NOT W/5 b) OR (a NOT W/5 c)");
    EXPECT_EQ(read_as("a W/5 place:Iraq"), "a AND place:Iraq");
    EXPECT_EQ(read_as("place:Iraq W/5 a"), "a AND place:Iraq");
    EXPECT_EQ(warnings("a W/5 place:Iraq").size(), 1U);
    EXPECT_EQ(read_as("ATLEAST2(a AND b)"), "ATLEAST2(a) AND ATLEAST2(b)");
    EXPECT_NE(bad_query("(" + repeated("a ", 100) + ") W/2 (" + repeated("b ", 100) + ")"), "no error");
}

TEST(Parser, DistancesWithoutASideAreLeftOut) {
    EXPECT_EQ(read_as("a W/5"), "a");
    EXPECT_EQ(read_as("W/5 b"), "b");
    EXPECT_EQ(read_as("NOT W/5 b"), "b");
    EXPECT_EQ(read_as("a W/5 W/3 b"), "a W/3 b");
    EXPECT_EQ(read_as("a W/0 b"), "a W/1 b");
    EXPECT_EQ(read_as("a W/5 NOT b"), "a NOT W/5 b");
    EXPECT_EQ(read_as("a W/5 -b"), "a NOT W/5 b");
    for (const char* text : {"a W/5", "W/5 b", "a W/0 b", "a W/5 NOT b"})
        EXPECT_EQ(warnings(text).size(), 1U) << text;
}

TEST(Parser, Functions) {
    EXPECT_EQ(read_as("ATLEAST3(iraq) oil"), "ATLEAST3(iraq) AND oil");
    EXPECT_EQ(read_as("ATLEAST3(a OR b)"), "ATLEAST3(a OR b)");
    EXPECT_EQ(read_as("ATLEAST0(a)"), "ATLEAST1(a)");
    EXPECT_EQ(read_as("CAPS(us) ALLCAPS(\"a b\") NOCAPS(aids)"),
              "CAPS(us) AND ALLCAPS(\"a b\") AND NOCAPS(aids)");
    EXPECT_EQ(read_as("LEAD(a W/2 CAPS(b))"), "LEAD(a) W/2 LEAD(CAPS(b))");
    EXPECT_EQ(read_as("HLEAD(a OR b)"), "HLEAD(a) OR HLEAD(b)");
    EXPECT_EQ(read_as("title:CAPS(us)"), "title:CAPS(us)");
    EXPECT_EQ(read_as("LEAD()"), "");
    EXPECT_EQ(read_as("CAPS who"), "caps AND who");
}

TEST(Parser, ExactFormsWildcardsAndFuzzyWords) {
    EXPECT_EQ(read_as("=Sanctions"), "=sanctions");
    EXPECT_EQ(read_as("=\"Oil Prices\""), "=\"oil prices\"");
    EXPECT_EQ(read_as("\"the =oil price\""), "\"the =oil price\"");
    EXPECT_EQ(read_as("Econom* colo?r *ology"), "econom* AND colo?r AND *ology");
    EXPECT_EQ(read_as("\"bank of * england\""), "\"bank of * england\"");
    EXPECT_EQ(read_as("\"* bank *\""), "bank");
    EXPECT_EQ(read_as("sanctoins~ Iraq~2 oil~9"), "sanctoins~ AND iraq~2 AND oil~2");
    EXPECT_EQ(read_as("al-Sud*"), "\"al sud*\"");
    EXPECT_EQ(read_as("who is it?"), "who AND is AND it");
    EXPECT_TRUE(warnings("who is it?").empty());
    EXPECT_EQ(read_as("us~"), "us");
    EXPECT_EQ(warnings("us~").size(), 1U);
}

TEST(Parser, AWildcardOfOneLetterIsAnErrorWithItsPlace) {
    EXPECT_EQ(bad_query("oil a*"),
              "a wildcard needs at least 2 letters beside it (at character 5 of the query)");
    EXPECT_EQ(bad_query("oil \"price ?a* b\""),
              "a wildcard needs at least 2 letters beside it (at character 12 of the query)");
    EXPECT_EQ(read_as("ab* a?b"), "ab* AND a?b");
}

TEST(Parser, Limits) {
    EXPECT_NE(bad_query(std::string(9000, 'a')), "no error");
    std::string many;
    for (int i = 0; i < 257; ++i)
        many += "w ";
    EXPECT_NE(bad_query(many), "no error");
    EXPECT_EQ(read_as(std::string(64, '(') + "a" + std::string(64, ')')), "a");
    EXPECT_NE(bad_query(std::string(65, '(') + "a" + std::string(65, ')')), "no error");
    EXPECT_LE(warnings(std::string(5000, ')') + "a").size(), query::most_warnings);
}

TEST(Parser, AnyStringIsReadOrRefusedAndPrintsAsItself) {
    const std::vector<std::string> pieces{"a",
                                          "iraq",
                                          "\"",
                                          "(",
                                          ")",
                                          "AND ",
                                          "OR ",
                                          "NOT ",
                                          "-",
                                          "+",
                                          " ",
                                          "title:",
                                          "who:",
                                          "date:",
                                          "2024",
                                          "..",
                                          "*",
                                          "al-Sudani",
                                          "\xff",
                                          "é",
                                          "person:",
                                          "=",
                                          "~",
                                          "?",
                                          "NEAR/3 ",
                                          "LEAD(",
                                          ":",
                                          "W/S ",
                                          "PRE/2 ",
                                          "ATLEAST2(",
                                          "ALLCAPS(",
                                          "HLEAD(",
                                          "~2 ",
                                          "~",
                                          "b*c",
                                          "=\"",
                                          "\xe2\x80\x9c",
                                          "\xc2\xbb",
                                          "w/3 ",
                                          "near5 ",
                                          "intitle:",
                                          "hd=",
                                          "|",
                                          "& ",
                                          "word! ",
                                          "and ",
                                          "AROUND(",
                                          "4)",
                                          "\xea\x94\x86"};
    std::mt19937 random(7);
    for (int round = 0; round < 60000; ++round) {
        std::string text;
        for (auto length = random() % 14; length > 0; --length)
            text += pieces[random() % pieces.size()];
        try {
            const query::Node node = query::resolved(query::parse(text, now).root, Matching::all);
            const std::string printed = query::to_text(node);
            if (std::holds_alternative<query::Nothing>(node.is)) continue;
            EXPECT_EQ(read_as(printed), printed) << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::bad_query) << text;
        }
    }
}

}  // namespace
}  // namespace broadsheet
