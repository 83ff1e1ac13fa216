#include <gtest/gtest.h>

#include "searcher/evaluate/judgements.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

TEST(EvaluateJudgements, LinesOfFourFields) {
    const Judgements judgements =
        parse_judgements("1 0 a 2\n1\t0\tb  -1 \r\n\n2 Q0 a 0\n2 Q0 a 0\n", "qrels");
    EXPECT_EQ(judgements.size(), 2U);
    EXPECT_EQ(judgements.at("1").at("a"), 2);
    EXPECT_EQ(judgements.at("1").at("b"), -1);
    EXPECT_EQ(judgements.at("2").at("a"), 0);
}

TEST(EvaluateJudgements, WhatIsWrongIsSaidWithItsLine) {
    const auto error_of = [](std::string_view content) {
        const auto error = test::thrown_by([&] { parse_judgements(content, "qrels"); });
        return error ? std::string(error->what()) : "none";
    };
    EXPECT_EQ(error_of("1 0 a 1\n1 0 b\n"), "qrels:2: 3 fields");
    EXPECT_EQ(error_of("1 0 a one\n"), "qrels:1: \"one\" is no level");
    EXPECT_EQ(error_of("1 0 a 99999999999\n"), "qrels:1: \"99999999999\" is no level");
    EXPECT_EQ(error_of("1 0 a 1\n1 0 a 2\n"), "qrels:2: a has two levels");
    EXPECT_EQ(error_of(""), "qrels:0: no judgements");
}

TEST(EvaluateJudgements, WhiteSpaceOfAnIdDoesNotSeparateFields) {
    EXPECT_EQ(docno_of("a b\tc"), "a_b_c");
    EXPECT_EQ(docno_of("https://x.example/ü?q=1"), "https://x.example/ü?q=1");
}

}  // namespace
}  // namespace broadsheet
