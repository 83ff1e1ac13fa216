#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/salience.h"

namespace broadsheet::entities {
namespace {

// A lead and three more paragraphs, each a quarter.
const std::string body = std::string(98, 'a') + "\n\n" + std::string(300, 'b');
constexpr EntityMention in_title{0, 4, true};
constexpr EntityMention in_lead{10, 14, false};
constexpr EntityMention in_second{110, 114, false};
constexpr EntityMention in_third{210, 214, false};
constexpr EntityMention in_last{390, 394, false};

int of(const std::vector<EntityMention>& mentions, bool given = false, std::size_t most = 1) {
    return salience(mentions, given, body, most);
}

TEST(Salience, WhatIsNotThereIsNotSalient) {
    EXPECT_EQ(of({}), 0);
    EXPECT_EQ(salience({}, false, "", 0), 0);
}

TEST(Salience, TitleAndLeadCount) {
    EXPECT_GT(of({in_title}), of({in_second}));
    EXPECT_GT(of({in_lead}), of({in_second}));
    EXPECT_GT(of({in_title, in_lead}), of({in_lead, in_lead}));
    EXPECT_EQ(of({in_second}), of({in_last}));
}

TEST(Salience, BeingNamedOftenCountsRelativeToTheMostFrequent) {
    EXPECT_GT(of({in_second, in_second, in_second}, false, 3), of({in_second}, false, 3));
    EXPECT_GT(of({in_second}, false, 1), of({in_second}, false, 30));
    EXPECT_EQ(of({in_second}, false, 0), of({in_second}, false, 3)) << "once is not often";
}

TEST(Salience, BeingNamedThroughoutCounts) {
    EXPECT_GT(of({in_second, in_third, in_last}, false, 3), of({in_second, in_second, in_second}, false, 3));
}

TEST(Salience, TheCollectionsWordCounts) {
    EXPECT_GT(of({}, true), 0);
    EXPECT_GT(of({in_second}, true), of({in_second}));
}

TEST(Salience, IsAtMostAHundred) {
    EXPECT_EQ(of({in_title, in_lead, in_second, in_third, in_last}, true, 5), 100);
    EXPECT_EQ(of({in_title, in_lead, in_second, in_third, in_last}, false, 5), 100);
    EXPECT_EQ(salience(std::vector<EntityMention>(10'000, in_lead), true, body, 1),
              of({in_lead, in_lead, in_lead}, true));
}

TEST(Salience, ALeadHasItsLength) {
    const std::string one_paragraph(10'000, 'x');
    const std::vector<EntityMention> early{{0, 4, false}};
    const std::vector<EntityMention> late{{1'000, 1'004, false}};
    EXPECT_GT(salience(early, false, one_paragraph, 1), salience(late, false, one_paragraph, 1));
}

TEST(Salience, TheTextMayBeEmptyOrShort) {
    const std::vector<EntityMention> mentions{{0, 1, false}};
    EXPECT_GT(salience(mentions, false, "X", 1), 0);
    const std::vector<EntityMention> title{in_title};
    EXPECT_GT(salience(title, false, "", 1), 0);
}

}  // namespace
}  // namespace broadsheet::entities
