#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "schema/analysis/vocabulary.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

TEST(Fold, CaseAndDiacriticsDoNotCount) {
    for (const char* form : {"Café", "CAFÉ", "cafe", "Cafe\u0301", "CAFE\u0301", "Ｃａｆé"}) {
        EXPECT_EQ(fold_token(form), "cafe") << form;
    }
    EXPECT_EQ(fold_token("Erdoğan"), "erdogan");
    EXPECT_EQ(fold_token("Łódź"), "lodz");
    EXPECT_EQ(fold_token("Straße"), "strasse");
    EXPECT_EQ(fold_token("İstanbul"), "istanbul");
    EXPECT_EQ(fold_token("ISTANBUL"), "istanbul");
    EXPECT_EQ(fold_token("Diyarbakır"), "diyarbakir");
    EXPECT_EQ(fold_token("Əliyev"), "aliyev");
    EXPECT_EQ(fold_token("Ærø"), "aero");
    EXPECT_EQ(fold_token("ＮＡＴＯ２０２４"), "nato2024");
    EXPECT_EQ(fold_token("ΑΘΗΝΑΣ"), fold_token("Αθήνας"));
    EXPECT_EQ(fold_token("РОССИЯ"), "россия");
    EXPECT_EQ(fold_token("ЁЛКА"), "елка");
    EXPECT_EQ(fold_token("Чай"), "чай") << "another letter than и";
    EXPECT_EQ(fold_token("НОВЫЙ"), fold_token("новыи\u0306"));
    EXPECT_EQ(fold_token("مُحَمَّد"), "محمد");
    EXPECT_EQ(fold_token("أحمد"), "احمد");
    EXPECT_EQ(fold_token("كتــاب"), "كتاب");
    EXPECT_EQ(fold_token("が"), "が") << "another syllable than か";
}

TEST(Fold, PunctuationInsideAWordIsDropped) {
    EXPECT_EQ(fold_token("U.S"), "us");
    EXPECT_EQ(fold_token("US"), "us");
    EXPECT_EQ(fold_token("O'Brien"), "obrien");
    EXPECT_EQ(fold_token("O’Brien"), "obrien");
    EXPECT_EQ(fold_token("Sana'a"), "sanaa");
    EXPECT_EQ(fold_token("Sanaʼa"), "sanaa");
    EXPECT_EQ(fold_token("1,000"), "1000");
    EXPECT_EQ(fold_token("5.93"), "5.93");
    EXPECT_EQ(fold_token("9/11"), "9/11");
    EXPECT_EQ(fold_token("AT&T"), "at&t");
}

TEST(Fold, ThePossessiveIsDropped) {
    EXPECT_EQ(fold_token("Iraq's"), "iraq");
    EXPECT_EQ(fold_token("Iraq’s"), "iraq");
    EXPECT_EQ(fold_token("IRAQ'S"), "iraq");
    EXPECT_EQ(fold_token("Peña’s"), "pena");
    EXPECT_EQ(fold_token("O'Brien's"), "obrien");
    EXPECT_EQ(fold_token("AT&T's"), "at&t");
}

TEST(Fold, CharactersThatContainBracketsOrBlanksLeaveTheirLettersOnly) {
    EXPECT_EQ(fold_token("⑴"), "1");
    EXPECT_EQ(fold_token("⒈"), "1");
    EXPECT_EQ(fold_token("㈠"), "一");
    EXPECT_EQ(fold_token("½"), "1/2");
    EXPECT_EQ(fold_token("ﷺ").find(' '), std::string::npos);
    EXPECT_EQ(fold_token("ﱞ"), "?") << "a blank and two vowel signs: nothing remains";
}

TEST(Fold, BrokenBytesAreLeftOut) {
    EXPECT_EQ(fold_token("caf\xc3\xa9\xff"), "cafe");
    EXPECT_EQ(fold_token("\xc3"
                         "Caf\xc3\xa9"),
              "cafe");
    EXPECT_EQ(fold_token("\xed\xa0\x80"), "?") << "half of a surrogate pair";
}

TEST(Fold, TheLongestDecompositionFits) {
    std::string blessings;
    for (int i = 0; i < 100; ++i)
        blessings += "ﷺ";
    EXPECT_EQ(fold_token(blessings).size(), longest_token);
}

TEST(Fold, LongTokensAreCutAtACharacter) {
    EXPECT_EQ(fold_token(std::string(64, 'a')), std::string(64, 'a'));
    EXPECT_EQ(fold_token(std::string(1000, 'a')), std::string(64, 'a'));
    std::string cyrillic = "a";
    for (int i = 0; i < 100; ++i)
        cyrillic += "л";
    EXPECT_EQ(fold_token(cyrillic), cyrillic.substr(0, 63));
}

TEST(Fold, ATowerOfMarksLeavesItsLetter) {
    std::string tower = "ae";
    for (int i = 0; i < 1000; ++i)
        tower += "\u0301";
    EXPECT_EQ(fold_token(tower), "ae");
    EXPECT_EQ(fold_token(tower + "x"), "ae");
}

TEST(Fold, NoTokenFoldsToNothing) {
    test::RandomArticles random(2);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (int j = 0; j < 3; ++j) {
            // A character of up to three bytes, from all over the plane.
            const auto c = static_cast<unsigned>(0x20 + random.below(0xd7e0));
            if (c < 0x80) {
                text += static_cast<char>(c);
            } else if (c < 0x800) {
                text += {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
            } else {
                text += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                         static_cast<char>(0x80 | (c & 63))};
            }
        }
        Tokenizer tokenizer(text);
        for (Token token; tokenizer.next(token);) {
            const std::string folded = fold_token(text.substr(token.begin, token.end - token.begin));
            ASSERT_FALSE(folded.empty()) << text;
            ASSERT_EQ(folded.find_first_of(std::string("\0 ():'", 6)), std::string::npos) << text;
        }
    }
}

TEST(FoldName, RunsOfBlanksAndPunctuationAreOneBlank) {
    EXPECT_EQ(fold_name("Al-Sudani, Muhammad"), "al sudani muhammad");
    EXPECT_EQ(fold_name("  Łódź \n(Poland) "), "lodz poland");
    EXPECT_EQ(fold_name("U.N."), "un");
    EXPECT_EQ(fold_name("Moody's"), "moody");
    EXPECT_EQ(fold_name("東京"), "東 京");
}

TEST(FoldName, WhatHasNoLettersStaysAsItIs) {
    EXPECT_EQ(fold_name("!!!"), "!!!");
    EXPECT_EQ(fold_name("👍"), "👍");
    EXPECT_EQ(fold_name(""), "");
    EXPECT_EQ(fold_name("ﱞ"), "ﱞ");
}

TEST(FoldName, FoldingTwiceChangesNothing) {
    const auto twice = [](const std::string& name) {
        const std::string once = fold_name(name);
        EXPECT_EQ(fold_name(once), once) << name;
    };
    for (const char* name :
         {"Al-Sudani, Muhammad", "O’Brien & Söhne", "9/1,200", "1.5,200", "⑴ ⒈ ㈠ ½ ﷺ", "ﱞ and", "ŉ",
          "J.Éluard", "U.S.A.", "x's's", "AT&T's", "ﬁnance", "Ⅷ", "١٬٠٠٠", "!!!"}) {
        twice(name);
    }
    test::RandomArticles random(3);
    for (int i = 0; i < 2000; ++i)
        twice(random.sentence());
    // Without "&": "a&b'cdef" loses its apostrophe, and the word behind it is then too long for the "&".
    const std::string alphabet = "abAB12.,'/- ";
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (std::size_t left = random.below(12); left > 0; --left)
            text += alphabet[random.below(alphabet.size())];
        twice(text);
    }
}

TEST(Stem, FormsOfAWordMeet) {
    for (const char* form : {"sanction", "Sanctions", "SANCTIONED", "sanctioning", "sanction's"}) {
        EXPECT_EQ(stem_of(form, "en"), "sanction") << form;
    }
    EXPECT_EQ(stem_of("U.S", "en"), stem_of("US", "en"));
    EXPECT_EQ(stem_of("Sanctions", "none"), "sanctions");
    EXPECT_EQ(stem_of("Häuser", "de"), stem_of("HAUS", "de"));
}

TEST(Stem, ElidedArticlesAreOffWhereTheLanguageHasThem) {
    for (const char* form : {"économie", "l'économie", "L’ÉCONOMIE", "d'économies", "qu'economie"})
        EXPECT_EQ(stem_of(form, "fr"), stem_of("économie", "fr")) << form;
    EXPECT_EQ(stem_of("dell'economia", "it"), stem_of("economia", "it"));
    EXPECT_EQ(stem_of("l'economia", "ca"), stem_of("economia", "ca"));
    EXPECT_EQ(stem_of("D'Amato", "en"), "damato");
    EXPECT_EQ(stem_of("l'", "fr"), stem_of("l", "fr"));
    EXPECT_EQ(stem_of("aujourd'hui", "fr"), stem_of("aujourdhui", "fr"));
}

TEST(Stem, NoStemmerLeavesNothingOfAWord) {
    EXPECT_EQ(stem_of("s", "porter"), "s");
    EXPECT_EQ(stem_of("S", "earlyenglish"), "s");
    EXPECT_EQ(stem_of("\u0650", "arabic"), "?");
}

TEST(Stem, AnUnknownStemmerIsAWrongArgument) {
    EXPECT_EQ(test::code_of([] { stem_of("word", "klingon"); }), ErrorCode::usage);
}

}  // namespace
}  // namespace broadsheet
