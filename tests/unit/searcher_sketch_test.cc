#include <gtest/gtest.h>

#include "searcher/similar/sketch.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

class SketchOf : public testing::Test {
protected:
    Sketch sketch(const std::string& title, const std::string& body) {
        return {analyser_.analyse(title, body), analyser_.vocabulary()};
    }

    Analyser analyser_{AnalysisSettings{}};
    test::RandomArticles random_{3};
};

TEST_F(SketchOf, TheSameTextUnderAnotherTitleIsACopy) {
    const std::string body = random_.body(6);
    EXPECT_TRUE(sketch("One", body).is_copy_of(sketch("Another", body)));
    EXPECT_DOUBLE_EQ(sketch("One", body).share_in(sketch("Another", body)), 1.0);
}

TEST_F(SketchOf, WhatWasCutIsACopyAndTheWholeIsNot) {
    const std::string body = random_.body(6);
    const Sketch whole = sketch("Title", body + "\n\n" + random_.body(6));
    const Sketch cut = sketch("Title of its own", body);
    EXPECT_TRUE(cut.is_copy_of(whole));
    EXPECT_FALSE(whole.is_copy_of(cut));
}

TEST_F(SketchOf, CaseAndFormsOfWordsMakeNoDifference) {
    EXPECT_TRUE(sketch("", "THE MINISTERS SPOKE OF OIL PRICES IN THE PORT")
                    .is_copy_of(sketch("", "The minister spoke of oil price in the ports")));
}

TEST_F(SketchOf, OtherTextsAreNoCopies) {
    const Sketch one = sketch("Same title", random_.body(6));
    const Sketch other = sketch("Same title", random_.body(6));
    EXPECT_LT(one.share_in(other), 0.2);
    EXPECT_FALSE(one.is_copy_of(other));
}

TEST_F(SketchOf, WithoutTextTheTitleDecides) {
    EXPECT_TRUE(sketch("Oil up", "").is_copy_of(sketch("Oil up", "")));
    EXPECT_FALSE(sketch("Oil up", "").is_copy_of(sketch("Oil down", "")));
    EXPECT_FALSE(sketch("Oil up", "").is_copy_of(sketch("Oil up", "Two words")));
    EXPECT_TRUE(sketch("", "Two words").is_copy_of(sketch("", "Two words")));
}

TEST_F(SketchOf, LongTextsAreSampled) {
    std::string half;
    for (int i = 0; i < 60; ++i)
        half += random_.body(2) + "\n\n";
    std::string rest;
    for (int i = 0; i < 60; ++i)
        rest += random_.body(2) + "\n\n";
    const Sketch whole = sketch("", half + rest);
    EXPECT_NEAR(whole.share_in(sketch("", half)), 0.5, 0.12);
    EXPECT_NEAR(sketch("", half).share_in(whole), 1.0, 0.15);
}

}  // namespace
}  // namespace broadsheet
