#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "schema/analysis/analyser.h"
#include "schema/analysis/tokenizer.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

// What an AnalysedText says, without the numbers that only its vocabulary understands.
struct Plain {
    std::vector<std::string> stems;                                              // by position
    std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> frequencies;  // in title, in body
    std::vector<std::pair<std::uint32_t, bool>> sentences;
    std::uint32_t title_tokens = 0;

    friend bool operator==(const Plain&, const Plain&) = default;
};

Plain plain(const AnalysedText& text, const Vocabulary& vocabulary) {
    Plain result;
    for (const std::uint32_t index : text.tokens) {
        result.stems.emplace_back(vocabulary.text(text.terms.at(index).number));
    }
    for (const AnalysedText::Term& term : text.terms) {
        const bool is_new =
            result.frequencies
                .try_emplace(std::string(vocabulary.text(term.number)), term.in_title, term.in_body)
                .second;
        EXPECT_TRUE(is_new) << "terms are distinct";
    }
    for (const AnalysedText::Sentence& sentence : text.sentences) {
        result.sentences.emplace_back(sentence.tokens, sentence.begins_paragraph);
    }
    result.title_tokens = text.title_tokens;
    return result;
}

// The same from tokenizer and stem_of alone.
Plain naive(std::string_view title, std::string_view body, const std::string& stemmer) {
    Plain result;
    for (const bool in_title : {true, false}) {
        const std::string_view text = in_title ? title : body;
        Tokenizer tokenizer(text);
        Token last;
        bool first = true;
        for (Token token; tokenizer.next(token); last = token, first = false) {
            const std::string stem = stem_of(text.substr(token.begin, token.end - token.begin), stemmer);
            result.stems.push_back(stem);
            auto& [title_count, body_count] = result.frequencies[stem];
            ++(in_title ? title_count : body_count);
            const bool paragraph = first || (!in_title && token.paragraph != last.paragraph);
            if (paragraph || (!in_title && token.sentence != last.sentence))
                result.sentences.emplace_back(0, paragraph);
            ++result.sentences.back().first;
        }
        if (in_title) result.title_tokens = static_cast<std::uint32_t>(result.stems.size());
    }
    return result;
}

TEST(Analyser, TitleAndBodyAreOneSequence) {
    Analyser analyser({});
    const AnalysedText& text = analyser.analyse("Oil prices fall", "Prices fell. Oil flows.\n\nThe end");
    const Plain got = plain(text, analyser.vocabulary());
    EXPECT_EQ(got.stems, (std::vector<std::string>{"oil", "price", "fall", "price", "fell", "oil", "flow",
                                                   "the", "end"}));
    EXPECT_EQ(got.title_tokens, 3u);
    EXPECT_EQ(got.frequencies.at("oil"), std::make_pair(1u, 1u));
    EXPECT_EQ(got.frequencies.at("fall"), std::make_pair(1u, 0u));
    EXPECT_EQ(got.sentences,
              (std::vector<std::pair<std::uint32_t, bool>>{{3, true}, {2, true}, {2, false}, {2, true}}));
}

TEST(Analyser, TheTitleIsOneSentence) {
    Analyser analyser({});
    EXPECT_EQ(analyser.analyse("War? Not yet. Peace!\n\nPerhaps", "").sentences.size(), 1u);
    EXPECT_EQ(analyser.analyse("War? Not yet. Peace!", "Body").sentences.size(), 2u);
}

TEST(Analyser, EmptyTextHasNothing) {
    Analyser analyser({});
    analyser.analyse("something", "before");
    const AnalysedText& text = analyser.analyse("", "...");
    EXPECT_TRUE(text.terms.empty());
    EXPECT_TRUE(text.tokens.empty());
    EXPECT_TRUE(text.sentences.empty());
    EXPECT_EQ(text.title_tokens, 0u);
}

TEST(Analyser, EveryCallIsByItself) {
    Analyser analyser({});
    const Plain before = plain(analyser.analyse("Oil", "oil grain oil"), analyser.vocabulary());
    analyser.analyse("Grain", "grain");
    EXPECT_EQ(plain(analyser.analyse("Oil", "oil grain oil"), analyser.vocabulary()), before);
}

TEST(Analyser, AgreesWithTokenizerAndStemmerOnRandomArticles) {
    test::RandomArticles random(6);
    for (const char* stemmer : {"en", "none", "de"}) {
        Analyser analyser({stemmer, 3});
        for (int i = 0; i < 150; ++i) {
            const Article article = random.next("x");
            const AnalysedText& text = analyser.analyse(article.title, article.body);
            ASSERT_EQ(plain(text, analyser.vocabulary()), naive(article.title, article.body, stemmer));
            std::uint32_t sum = 0;
            for (const AnalysedText::Sentence& sentence : text.sentences) {
                ASSERT_GT(sentence.tokens, 0u);
                sum += sentence.tokens;
            }
            ASSERT_EQ(sum, text.tokens.size());
        }
    }
}

TEST(Analyser, SurvivesAVocabularyThatStartsAnew) {
    Analyser analyser({"none", 3});
    const auto word = [](std::uint64_t number) { return std::string(40, 'w') + std::to_string(number); };
    std::uint64_t next = 0;
    bool started_anew = false;
    while (!started_anew && next < 2'000'000) {
        const std::size_t before = analyser.vocabulary().size();
        std::string body;
        for (int i = 0; i < 100'000; ++i)
            body += word(next++) + ' ';
        const AnalysedText& text = analyser.analyse("one two", body);
        ASSERT_EQ(text.tokens.size(), 100'002u);
        ASSERT_EQ(analyser.vocabulary().text(text.terms[text.tokens.back()].number), word(next - 1));
        started_anew = analyser.vocabulary().size() < before;
    }
    EXPECT_TRUE(started_anew) << "its memory is bounded";
}

}  // namespace
}  // namespace broadsheet
