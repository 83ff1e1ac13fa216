#include <gtest/gtest.h>

#include "searcher/query/word_reader.h"

namespace broadsheet {
namespace {

using query::WordReading;

std::string words(const std::string& source) {
    std::string result;
    for (const query::Word& word : query::read_words(source, false, query::Letters::any).words)
        result += (result.empty() ? "" : " ") + query::to_text(word, true);
    return result;
}

WordReading::Fault fault(const std::string& source) {
    return query::read_words(source, false, query::Letters::any).fault;
}

TEST(WordReader, WildcardsArePartOfTheirWord) {
    EXPECT_EQ(words("Econom*"), "econom*");
    EXPECT_EQ(words("colo?r"), "colo?r");
    EXPECT_EQ(words("colo??r"), "colo??r");
    EXPECT_EQ(words("*ology"), "*ology");
    EXPECT_EQ(words("\xc3\x89l?s\xc3\xa9*"), "el?se*");
}

TEST(WordReader, WhatTouchesNoWordIsNone) {
    EXPECT_EQ(words("what? ***"), "what");
    EXPECT_EQ(words("a- * -b"), "a * b");
    EXPECT_EQ(words("* a * b *"), "a * b");
    EXPECT_EQ(words("?"), "");
}

TEST(WordReader, MarksCountInFrontAndBehind) {
    EXPECT_EQ(words("=Iraq's"), "=iraq");
    EXPECT_EQ(words("a=b"), "a b");
    EXPECT_EQ(words("=al-Sudani"), "=al =sudani");
    EXPECT_EQ(words("al-Sudani~"), "al sudani~");
    EXPECT_EQ(words("iraq~0 iraq~1 iraq~7"), "iraq~ iraq~ iraq~2");
    EXPECT_EQ(words("a~b"), "a b");
    EXPECT_EQ(words("~ ~2"), "2");
}

TEST(WordReader, FaultsSayWhere) {
    EXPECT_EQ(fault("a*"), WordReading::Fault::too_few_letters);
    EXPECT_EQ(query::read_words("oil a*", false, query::Letters::any).at, 4U);
    EXPECT_EQ(fault("us~"), WordReading::Fault::not_fuzzy);
    EXPECT_EQ(fault("econom*~"), WordReading::Fault::not_fuzzy);
    EXPECT_EQ(fault("oil*"), WordReading::Fault::none);
}

// The letters that stand for wildcards inside are letters when they are typed.
TEST(WordReader, StandInsThatAreTyped) {
    const std::string vai = "\xea\x94\x86\xea\x94\x87";
    EXPECT_EQ(words(vai), vai);
    EXPECT_EQ(fault(vai), WordReading::Fault::none);
}

}  // namespace
}  // namespace broadsheet
