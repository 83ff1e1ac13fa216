#include <gtest/gtest.h>

#include "searcher/placement/written_words.h"

namespace broadsheet {
namespace {

TEST(WrittenWords, Capitals) {
    for (const char* word : {"US", "U.S.", "US's", "ÖVP", "G7"}) {
        EXPECT_TRUE(has_letters(letters_of(word), query::Letters::all_capital)) << word;
        EXPECT_TRUE(has_letters(letters_of(word), query::Letters::some_capital)) << word;
        EXPECT_FALSE(has_letters(letters_of(word), query::Letters::no_capital)) << word;
    }
    EXPECT_FALSE(has_letters(letters_of("Us"), query::Letters::all_capital));
    EXPECT_TRUE(has_letters(letters_of("Us"), query::Letters::some_capital));
    EXPECT_TRUE(has_letters(letters_of("iPhone"), query::Letters::some_capital));
    EXPECT_TRUE(has_letters(letters_of("us"), query::Letters::no_capital));
    EXPECT_TRUE(has_letters(letters_of("9/11"), query::Letters::no_capital));
    EXPECT_FALSE(has_letters(letters_of("9/11"), query::Letters::some_capital));
    EXPECT_FALSE(has_letters(letters_of("Österreich"), query::Letters::no_capital));
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
    word.letters = query::Letters::all_capital;
    EXPECT_FALSE(written.satisfy(word, FormCheck::form, 5));
    EXPECT_TRUE(written.satisfy(word, FormCheck::letters, 6));
    EXPECT_FALSE(written.satisfy(word, FormCheck::letters, 7));  // beyond the text
}

}  // namespace
}  // namespace broadsheet
