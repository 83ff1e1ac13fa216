#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/query/word_pattern.h"

namespace broadsheet {
namespace {

using query::matches_pattern;
using query::within_edits;

TEST(WordPattern, StarsAndQuestionMarks) {
    EXPECT_TRUE(matches_pattern("econom*", "economy"));
    EXPECT_TRUE(matches_pattern("econom*", "econom"));
    EXPECT_FALSE(matches_pattern("econom*", "ecology"));
    EXPECT_TRUE(matches_pattern("colo?r", "color") == false);
    EXPECT_TRUE(matches_pattern("colo?r", "colour"));
    EXPECT_TRUE(matches_pattern("*a*b*", "xxaxxbxx"));
    EXPECT_FALSE(matches_pattern("*a*b", "xxaxxbxx"));
    EXPECT_TRUE(matches_pattern("a?c",
                                "a\xc3\xa9"
                                "c"));
    EXPECT_TRUE(matches_pattern("", ""));
    EXPECT_FALSE(matches_pattern("", "a"));
}

TEST(WordPattern, ManyStarsTakeNoTime) {
    std::string pattern;
    for (int i = 0; i < 30; ++i)
        pattern += "a*";
    EXPECT_FALSE(matches_pattern(pattern + "b", std::string(64, 'a')));
}

TEST(WordPattern, Edits) {
    EXPECT_TRUE(within_edits("sanctoin", "sanction", 1));   // exchanged
    EXPECT_TRUE(within_edits("sancton", "sanction", 1));    // one missing
    EXPECT_TRUE(within_edits("sanctixon", "sanction", 1));  // one too many
    EXPECT_FALSE(within_edits("sanctoon", "auction", 2));
    EXPECT_FALSE(within_edits("abcd", "badc", 1));
    EXPECT_TRUE(within_edits("abcd", "badc", 2));
    EXPECT_TRUE(within_edits("", "ab", 2));
    EXPECT_TRUE(within_edits("\xd1\x81\xd0\xbb", "\xd1\x81", 1));
}

query::WordPattern pattern(const std::string& text) {
    query::Word word;
    word.kind = query::Word::Kind::pattern;
    word.token = word.folded = text;
    return {word, "en"};
}

bool doubts(const std::string& text, const std::string& stem) {
    const auto made = pattern(text);
    return std::any_of(made.doubtful().begin(), made.doubtful().end(),
                       [&](const std::string& each) { return matches_pattern(each, stem); });
}

TEST(WordPattern, StemsOfSomeOfTheWordsMeant) {
    EXPECT_TRUE(doubts("terroris*", "terror"));
    EXPECT_TRUE(doubts("sanctions*", "sanction"));
    EXPECT_TRUE(doubts("nationali*", "nation"));
    EXPECT_TRUE(doubts("colo?rs", "colour"));
    EXPECT_TRUE(doubts("cities*", "citi"));
    EXPECT_FALSE(doubts("sanction*", "sanction"));  // no doubt about it
    EXPECT_TRUE(pattern("sanction*").matches("sanction"));
    EXPECT_TRUE(pattern("terroris*").matches_form("terrorism"));
    EXPECT_FALSE(pattern("terroris*").matches_form("terror"));
    EXPECT_EQ(pattern("terroris*").prefix(), "terroris");
    EXPECT_EQ(pattern("*ology").prefix(), "");
}

}  // namespace
}  // namespace broadsheet
