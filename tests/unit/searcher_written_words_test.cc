#include <gtest/gtest.h>

#include "searcher/placement/written_words.h"

namespace broadsheet {
namespace {

using query::Letters;

TEST(WrittenWords, Capitals) {
    for (const char* word : {"US", "U.S.", "US's", "ÖVP", "G7"}) {
        EXPECT_TRUE(has_letters(word, Letters::all_capital)) << word;
        EXPECT_TRUE(has_letters(word, Letters::some_capital)) << word;
        EXPECT_FALSE(has_letters(word, Letters::no_capital)) << word;
    }
    EXPECT_FALSE(has_letters("Us", Letters::all_capital));
    EXPECT_TRUE(has_letters("Us", Letters::some_capital));
    EXPECT_TRUE(has_letters("iPhone", Letters::some_capital));
    EXPECT_TRUE(has_letters("us", Letters::no_capital));
    EXPECT_TRUE(has_letters("9/11", Letters::no_capital));
    EXPECT_FALSE(has_letters("9/11", Letters::some_capital));
    EXPECT_FALSE(has_letters("Österreich", Letters::no_capital));
}

TEST(WrittenWords, FormsByPosition) {
    const std::string title = "Sanctions";
    const std::string body = "The sanction's end. It sanctioned IRAQ.";
    WrittenWords written;
    written.turn_to(title, body);
    PlacedWord word;
    word.form = "sanction";
    EXPECT_FALSE(written.satisfy(word, FormCheck::form, 0));
    EXPECT_TRUE(written.satisfy(word, FormCheck::form, 2));  // a possessive is no other form
    EXPECT_FALSE(written.satisfy(word, FormCheck::form, 5));
    EXPECT_TRUE(written.satisfy(word, FormCheck::none, 5));
    word.form = "sanction*";
    EXPECT_TRUE(written.satisfy(word, FormCheck::form, 5));
    word.letters = Letters::all_capital;
    EXPECT_FALSE(written.satisfy(word, FormCheck::form, 5));
    EXPECT_TRUE(written.satisfy(word, FormCheck::letters, 6));
    EXPECT_FALSE(written.satisfy(word, FormCheck::letters, 7));  // beyond the text
}

}  // namespace
}  // namespace broadsheet
