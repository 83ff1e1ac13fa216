#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/analysis/tokenizer.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

using Words = std::vector<std::string>;

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);)
        tokens.push_back(token);
    return tokens;
}

Words words_of(std::string_view text) {
    Words words;
    for (const Token& token : tokens_of(text)) {
        words.emplace_back(text.substr(token.begin, token.end - token.begin));
    }
    return words;
}

// Words with "|" where a sentence ends and "||" where a paragraph ends.
std::string sentences_of(std::string_view text) {
    std::string result;
    Token last;
    for (const Token& token : tokens_of(text)) {
        if (!result.empty()) {
            if (token.paragraph != last.paragraph) {
                EXPECT_EQ(token.paragraph, last.paragraph + 1);
                EXPECT_EQ(token.sentence, last.sentence + 1) << "a new paragraph is a new sentence";
                result += " || ";
            } else {
                result += token.sentence != last.sentence ? " | " : " ";
            }
        }
        result += text.substr(token.begin, token.end - token.begin);
        last = token;
    }
    return result;
}

TEST(Tokenizer, WordsAreRunsOfLettersMarksAndDigits) {
    EXPECT_EQ(words_of("The harbour, closed; B52s (two)"),
              (Words{"The", "harbour", "closed", "B52s", "two"}));
    EXPECT_EQ(words_of("Café Cafe\u0301 Łódź"), (Words{"Café", "Cafe\u0301", "Łódź"}));
    EXPECT_EQ(words_of(""), Words{});
    EXPECT_EQ(words_of(" .,-\n\n\t!"), Words{});
}

TEST(Tokenizer, ApostrophesStayBetweenLetters) {
    EXPECT_EQ(words_of("Iraq's Iraq’s O'Brien O’Brien"), (Words{"Iraq's", "Iraq’s", "O'Brien", "O’Brien"}));
    EXPECT_EQ(words_of("'quoted' the boys' 1990's"), (Words{"quoted", "the", "boys", "1990", "s"}));
    EXPECT_EQ(words_of("Sanaʼa"), (Words{"Sanaʼa"}));
}

TEST(Tokenizer, FullStopsStayInAbbreviationsAndDecimals) {
    EXPECT_EQ(words_of("the U.S. at 9 a.m. for 5.93."),
              (Words{"the", "U.S", "at", "9", "a.m", "for", "5.93"}));
    EXPECT_EQ(words_of("end.Next e.g. v1.2.3 J.Smith"),
              (Words{"end", "Next", "e.g", "v1.2.3", "J", "Smith"}));
}

TEST(Tokenizer, AnInitialBeforeAnAccentedNameStandsAlone) {
    EXPECT_EQ(words_of("A.Smith A.Österreich A.Éluard"),
              (Words{"A", "Smith", "A", "Österreich", "A", "Éluard"}));
    EXPECT_EQ(words_of("E.Ö. U.É"), (Words{"E.Ö", "U.É"}));
}

TEST(Tokenizer, CommasStayInThousands) {
    EXPECT_EQ(words_of("1,200 12,345,678 1,2 1,20 1,2000 in 1999,200 men"),
              (Words{"1,200", "12,345,678", "1", "2", "1", "20", "1", "2000", "in", "1999", "200", "men"}));
    EXPECT_EQ(words_of("1,200,30 1,200th 1,200.50"), (Words{"1,200", "30", "1", "200th", "1,200.50"}));
}

TEST(Tokenizer, CommasOfThousandsFollowDigitsOnly) {
    EXPECT_EQ(words_of("9/1,200 1.5,200 B2,100"), (Words{"9/1", "200", "1.5", "200", "B2", "100"}));
}

TEST(Tokenizer, AmpersandsJoinShortWordsAndSlashesShortNumbers) {
    EXPECT_EQ(words_of("AT&T R&D Marks&Spencer a&b&c"),
              (Words{"AT&T", "R&D", "Marks", "Spencer", "a&b", "c"}));
    EXPECT_EQ(words_of("9/11 24/7 2001/02 and/or 1/2x"),
              (Words{"9/11", "24/7", "2001", "02", "and", "or", "1", "2x"}));
}

TEST(Tokenizer, HyphensSeparate) {
    EXPECT_EQ(words_of("al-Sudani co-operation 2024-01-24"),
              (Words{"al", "Sudani", "co", "operation", "2024", "01", "24"}));
}

TEST(Tokenizer, CharactersOfScriptsWithoutSpacesStandAlone) {
    EXPECT_EQ(words_of("東京 (Tokyo)"), (Words{"東", "京", "Tokyo"}));
    EXPECT_EQ(words_of("NHKは"), (Words{"NHK", "は"}));
    EXPECT_EQ(words_of("ไทย"), (Words{"ไ", "ท", "ย"}));
    EXPECT_EQ(words_of("한국어 Россия مصر"), (Words{"한국어", "Россия", "مصر"}));
}

TEST(Tokenizer, WhatIsNoTextSeparates) {
    EXPECT_EQ(words_of("oil\xff\xfeprice \xc3 end\xe2\x82"), (Words{"oil", "price", "end"}));
    EXPECT_EQ(words_of(std::string_view("oil\0price", 9)), (Words{"oil", "price"}));
    EXPECT_EQ(words_of("won👍🏽today ❤️ 👩‍👩‍👧"), (Words{"won", "today"}));
    EXPECT_EQ(words_of("\xed\xa0\x80word\xf4\x90\x80\x80"), (Words{"word"})) << "surrogates, beyond Unicode";
}

TEST(Tokenizer, SentencesEndBeforeWhatIsNotASmallLetter) {
    EXPECT_EQ(sentences_of("Prices rose. Trade fell! Why? 40 ships wait."),
              "Prices rose | Trade fell | Why | 40 ships wait");
    EXPECT_EQ(sentences_of("It rose. then fell ... and rose"), "It rose then fell and rose");
    EXPECT_EQ(sentences_of("\"Go.\" He went. (Then he slept.) Good"), "Go | He went | Then he slept | Good");
    EXPECT_EQ(sentences_of("Visit example.Com now"), "Visit example Com now") << "no white space";
    EXPECT_EQ(sentences_of("東京。大阪。"), "東 京 | 大 阪");
    EXPECT_EQ(sentences_of("東京！Nasa？40。end"), "東 京 | Nasa | 40 end");
}

TEST(Tokenizer, AbbreviationsAndInitialsEndNoSentence) {
    EXPECT_EQ(sentences_of("Mr. Haddad met Sen. J. Smith of the U.S. Senate on Jan. 5."),
              "Mr Haddad met Sen J Smith of the U.S Senate on Jan 5");
    EXPECT_EQ(sentences_of("Trade at 5.93. Then he left Acme Corp. Inc. shares fell"),
              "Trade at 5.93 | Then he left Acme Corp Inc shares fell");
}

TEST(Tokenizer, FullStopsOfThaiStandBehindAbbreviations) {
    EXPECT_EQ(sentences_of("อ.เมือง ต. (ก)"), "อ เ ม ื อ ง ต ก");
}

TEST(Tokenizer, LongAbbreviationsEndNoSentenceEither) {
    EXPECT_EQ(sentences_of("the U.S.S.R. Government"), "the U.S.S.R Government");
}

TEST(Tokenizer, ParagraphsEndAtBlankLines) {
    EXPECT_EQ(sentences_of("one\ntwo\n\nthree\n\n\n\nfour"), "one two || three || four");
    EXPECT_EQ(sentences_of("one\r\ntwo\r\n\r\nthree"), "one two || three");
    EXPECT_EQ(sentences_of("\n\n\none\n \t\ntwo\n\n"), "one || two");
    EXPECT_EQ(sentences_of("one.\n\"\ntwo"), "one two") << "the quotation mark stands on the line";
}

void expect_sound(std::string_view text) {
    Token last;
    bool first = true;
    for (const Token& token : tokens_of(text)) {
        ASSERT_LT(token.begin, token.end);
        ASSERT_LE(token.end, text.size());
        if (first) {
            ASSERT_EQ(token.sentence, 0u);
            ASSERT_EQ(token.paragraph, 0u);
        } else {
            ASSERT_GE(token.begin, last.end);
            ASSERT_LE(token.sentence - last.sentence, 1u);
            ASSERT_LE(token.paragraph - last.paragraph, token.sentence - last.sentence);
        }
        last = token;
        first = false;
    }
}

TEST(Tokenizer, RangesAscendWithinBoundsForAnyBytes) {
    test::RandomArticles random(1);
    const std::string alphabet = "aZ09.,'&/-! \n\r\xe2\x80\x99\xcc\x81\xe6\x9d\xb1\xc3\xa9";
    for (int i = 0; i < 3000; ++i) {
        expect_sound(random.bytes(random.below(60)));
        std::string text;
        for (std::size_t left = random.below(60); left > 0; --left)
            text += alphabet[random.below(alphabet.size())];
        expect_sound(text);
    }
}

TEST(Tokenizer, EveryCutOfATextIsRead) {
    const std::string text = test::full_article("x").body;
    for (std::size_t size = 0; size <= text.size(); ++size)
        expect_sound(std::string_view(text).substr(0, size));
}

// Quadratic work on so much text would take hours.
TEST(Tokenizer, HugeMonotonousTextIsReadInLinearTime) {
    const auto read = [](std::string_view piece, std::size_t size) {
        std::string text;
        while (text.size() < size)
            text += piece;
        Tokenizer tokenizer(text);
        std::size_t count = 0;
        for (Token token; tokenizer.next(token);)
            ++count;
        EXPECT_LE(count, text.size() / piece.size() + 1) << piece;
    };
    for (const char* piece : {"a", ".", "\n", "'"})
        read(piece, 10'000'000);
    for (const char* piece : {"1", ",", "1,", "1.", "a.", "a'", "a&", "1/", "1,111", "\xcc\x81", "’", "東"}) {
        read(piece, 1'000'000);
    }
    constexpr std::size_t size = 1'000'000;
    std::string digits(size, '7');
    digits[1] = ',';
    EXPECT_EQ(words_of(digits).size(), 2u);
}

}  // namespace
}  // namespace broadsheet
