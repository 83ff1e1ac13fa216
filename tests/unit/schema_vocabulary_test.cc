#include <gtest/gtest.h>
#include <xxhash.h>

#include <string>

#include "schema/analysis/fold.h"
#include "schema/analysis/vocabulary.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

TEST(Vocabulary, FormsOfAWordAreOneTerm) {
    Vocabulary vocabulary("en");
    const TermNumber term = vocabulary.term_of("Sanctions");
    EXPECT_EQ(vocabulary.term_of("sanctioned"), term);
    EXPECT_EQ(vocabulary.term_of("SANCTION's"), term);
    EXPECT_NE(vocabulary.term_of("Iraq"), term);
    EXPECT_EQ(vocabulary.text(term), "sanction");
    EXPECT_EQ(vocabulary.size(), 2u);
}

TEST(Vocabulary, AgreesWithStemOf) {
    test::RandomArticles random(5);
    for (const char* stemmer : {"en", "none", "de", "porter"}) {
        Vocabulary vocabulary(stemmer);
        for (int i = 0; i < 3000; ++i) {
            std::string word = test::random_words()[random.below(test::random_words().size())];
            if (random.one_in(3)) word += std::to_string(random.below(1000));
            const TermNumber term = vocabulary.term_of(word);
            ASSERT_EQ(vocabulary.text(term), stem_of(word, stemmer)) << word;
            ASSERT_EQ(vocabulary.hash(term),
                      XXH3_64bits(vocabulary.text(term).data(), vocabulary.text(term).size()));
        }
    }
}

TEST(Vocabulary, HashesAreTheSameInEveryVocabulary) {
    Vocabulary first("en");
    Vocabulary second("en");
    second.term_of("something");
    second.term_of("else");
    EXPECT_EQ(first.hash(first.term_of("barrels")), second.hash(second.term_of("barrel")));
}

TEST(Vocabulary, ForgetsEverythingWhenCleared) {
    Vocabulary vocabulary("none");
    for (int i = 0; i < 10000; ++i)
        vocabulary.term_of("word" + std::to_string(i));
    vocabulary.clear();
    EXPECT_EQ(vocabulary.size(), 0u);
    EXPECT_EQ(vocabulary.term_of("word77"), 0u);
    EXPECT_EQ(vocabulary.text(0), "word77");
    EXPECT_EQ(vocabulary.term_of("Word77"), 0u);
}

TEST(Vocabulary, AGiantTokenDoesNotStayInMemory) {
    Vocabulary vocabulary("en");
    const std::size_t before = vocabulary.memory();
    for (char c = 'a'; c <= 'z'; ++c)
        vocabulary.term_of(std::string(1'000'000, c));
    EXPECT_LT(vocabulary.memory(), before + 1'000'000);
}

TEST(Vocabulary, AGiantTokenIsCutWhereAQueryCutsIt) {
    Vocabulary vocabulary("none");
    for (std::size_t ascii = 0; ascii < 8; ++ascii) {
        std::string word(ascii, 'a');
        // Marks that folding takes away, so that the place of the cut shows.
        for (int i = 0; i < 62; ++i)
            word += "\u0301\u0301";
        for (int i = 0; i < 20; ++i)
            word += "東б";
        EXPECT_EQ(vocabulary.text(vocabulary.term_of(word)), stem_of(word, "none")) << ascii;
    }
}

TEST(Vocabulary, AnUnknownStemmerIsAWrongArgument) {
    const auto error = test::thrown_by([] { Vocabulary("klingon"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::usage);
    EXPECT_NE(error->hint().find("english"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
