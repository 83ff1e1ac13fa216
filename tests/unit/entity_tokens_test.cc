#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/tagging/tokens.h"

namespace broadsheet::entities {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<Token> tokens;
    tokenise(text, tokens);
    std::vector<std::string> words;
    for (const Token& token : tokens)
        words.emplace_back(text.substr(token.begin, token.end - token.begin));
    return words;
}

using Words = std::vector<std::string>;

TEST(EntityTokens, KeepAbbreviationsWhole) {
    EXPECT_EQ(
        words_of("The U.S. envoy, Mr. J. Roe, left Acme Corp. early."),
        (Words{"The", "U.S.", "envoy", ",", "Mr.", "J.", "Roe", ",", "left", "Acme", "Corp.", "early", "."}));
}

TEST(EntityTokens, SplitPossessivesAndKeepOtherApostrophes) {
    EXPECT_EQ(words_of("Iraq's O'Brien doesn't"), (Words{"Iraq", "'s", "O'Brien", "doesn't"}));
    EXPECT_EQ(words_of("Iraq\xE2\x80\x99s plan"), (Words{"Iraq", "\xE2\x80\x99s", "plan"}));
    EXPECT_EQ(words_of("the players' union"), (Words{"the", "players", "'", "union"}));
}

TEST(EntityTokens, KeepHyphensAmpersandsAndNumbersInside) {
    EXPECT_EQ(words_of("al-Sudani AT&T 1,260.5 9/11 3:31 COVID-19"),
              (Words{"al-Sudani", "AT&T", "1,260.5", "9/11", "3:31", "COVID-19"}));
}

TEST(EntityTokens, SplitDatelinesAndBrackets) {
    EXPECT_EQ(words_of("BAGHDAD, Jan 24 (Agency) - It"),
              (Words{"BAGHDAD", ",", "Jan", "24", "(", "Agency", ")", "-", "It"}));
    EXPECT_EQ(words_of("one--two"), (Words{"one", "--", "two"}));
}

TEST(EntityTokens, TakeAddressesAsOneToken) {
    EXPECT_EQ(words_of("see https://example.org/a_b?c=d. Now"),
              (Words{"see", "https://example.org/a_b?c=d", ".", "Now"}));
}

TEST(EntityTokens, MarkParagraphs) {
    std::vector<Token> tokens;
    tokenise("One two\n\nthree\nfour", tokens);
    ASSERT_EQ(tokens.size(), 4u);
    EXPECT_TRUE(tokens[0].after_break);
    EXPECT_FALSE(tokens[1].after_break);
    EXPECT_TRUE(tokens[2].after_break);
    EXPECT_FALSE(tokens[3].after_break);
}

TEST(EntityTokens, KnowCapitalsBeyondAscii) {
    EXPECT_TRUE(letter_at("\xC3\x89", 0).upper);  // E with acute
    EXPECT_EQ(letter_at("\xC3\x89", 0).lower, 0xE9u);
    EXPECT_TRUE(letter_at("\xC5\xA0", 0).upper);  // S with caron
    EXPECT_FALSE(letter_at("\xC5\xA1", 0).upper);
    EXPECT_TRUE(letter_at("\xD0\x9C", 0).upper);  // Cyrillic Em
}

TEST(EntityTokens, SurviveAnyBytes) {
    std::string bytes;
    std::uint32_t state = 1;
    for (int i = 0; i < 200'000; ++i) {
        state = state * 1664525u + 1013904223u;
        bytes += static_cast<char>(state >> 24);
    }
    std::vector<Token> tokens;
    tokenise(bytes, tokens);
    std::uint32_t last = 0;
    for (const Token& token : tokens) {
        ASSERT_GE(token.begin, last);
        ASSERT_GT(token.end, token.begin);
        ASSERT_LE(token.end, bytes.size());
        ASSERT_LE(token.end - token.begin, longest_token + 4);
        last = token.end;
    }
}

TEST(EntityTokens, CutEndlessWords) {
    std::vector<Token> tokens;
    const std::string text(100'000, 'x');
    tokenise(text, tokens);
    ASSERT_GT(tokens.size(), 300u);
    EXPECT_EQ(tokens.back().end, text.size());
}

}  // namespace
}  // namespace broadsheet::entities
