#include <gtest/gtest.h>

#include <random>
#include <string>

#include "schema/error.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"

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

TEST(Parser, WhatComesLaterIsReadWithoutItAndSaid) {
    EXPECT_EQ(read_as("econom*"), "econom");
    EXPECT_EQ(read_as("colo?r"), "color");
    EXPECT_EQ(read_as("=Exact sanctoins~"), "exact AND sanctoins");
    EXPECT_EQ(read_as("a NEAR/5 b"), "a AND b");
    EXPECT_EQ(read_as("ATLEAST3(iraq) oil"), "iraq AND oil");
    EXPECT_EQ(read_as("who is it?"), "who AND is AND it");
    for (const char* text : {"econom*", "colo?r", "=exact", "sanctoins~", "a NEAR/5 b", "CAPS(us)"}) {
        EXPECT_EQ(warnings(text).size(), 1U) << text;
    }
    EXPECT_TRUE(warnings("who is it?").empty());
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
    const std::vector<std::string> pieces{
        "a",    "iraq", "\"",      "(",    ")",     "AND ", "OR ",     "NOT ",  "-",
        "+",    " ",    "title:",  "who:", "date:", "2024", "..",      "*",     "al-Sudani",
        "\xff", "é",    "person:", "=",    "~",     "?",    "NEAR/3 ", "LEAD(", ":"};
    std::mt19937 random(7);
    for (int round = 0; round < 20000; ++round) {
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
