#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/index/snapshot.h"
#include "schema/index/word_pairs.h"
#include "tests/support/errors.h"
#include "tests/support/index_builder.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Random = std::mt19937;
using Words = std::pair<std::string, std::string>;

constexpr std::size_t articles_in_test = 5000;  // more than a window

// Words of which some are in most articles and most are in few.
std::string some_words(Random& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = static_cast<unsigned>(random() % (1 + random() % 400));
        text += "w" + std::to_string(word);
        text += random() % 12 == 0 ? "\n\n" : random() % 6 == 0 ? ". " : " ";
    }
    return text;
}

std::vector<Article> some_articles() {
    Random random(5);
    std::vector<Article> articles;
    for (std::size_t i = 0; i < articles_in_test; ++i)
        articles.push_back(test::make_article("a" + std::to_string(i), some_words(random, 4),
                                              some_words(random, random() % 120)));
    return articles;
}

class WordPairsTest : public testing::Test {
protected:
    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(some_articles()); }
    static void TearDownTestSuite() { index_.reset(); }

    WordPairsTest() : snapshot_(index_->path()), pairs_(snapshot_.word_pairs(0)) {}

    // The documents of each pair of words that stand side by side in a paragraph.
    std::map<Words, std::set<DocId>> pairs_of_texts() {
        std::map<Words, std::set<DocId>> result;
        Analyser analyser(snapshot_.manifest().analysis);
        for (DocId document = 1; document <= articles_in_test; ++document) {
            const Article article = snapshot_.article({0, document});
            const AnalysedText& text = analyser.analyse(article.title, article.body);
            std::size_t at = 0;
            for (const AnalysedText::Sentence& sentence : text.sentences) {
                const std::size_t end = at + sentence.tokens;
                for (std::size_t i = at + (sentence.begins_paragraph ? 1 : 0); i < end; ++i) {
                    const auto stem = [&](std::size_t token) {
                        return std::string(analyser.vocabulary().text(text.terms[text.tokens[token]].number));
                    };
                    if (i > 0) result[{stem(i - 1), stem(i)}].insert(document);
                }
                at = end;
            }
        }
        return result;
    }

    static std::set<DocId> documents_of(const PackedList& list) {
        std::set<DocId> result;
        std::array<DocId, PackedList::block_size> documents{};
        for (std::size_t block = 0; block < list.blocks(); ++block) {
            const std::size_t count = list.documents(block, documents);
            result.insert(documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(count));
        }
        return result;
    }

    std::set<DocId> passing(WordPairs::Pair pair) const {
        std::set<DocId> result;
        for (DocId base = 0; base <= articles_in_test; base += WordPairs::window) {
            std::vector<std::uint64_t> bits(WordPairs::window / 64, ~std::uint64_t{0});
            pairs_->filter(pair, base, bits);
            for (DocId at = 0; at < WordPairs::window; ++at) {
                if ((bits[at / 64] >> at % 64 & 1) != 0) result.insert(base + at);
            }
        }
        return result;
    }

    static std::unique_ptr<test::TestIndex> index_;
    Snapshot snapshot_;
    const WordPairs* pairs_;
};

std::unique_ptr<test::TestIndex> WordPairsTest::index_;

TEST_F(WordPairsTest, AreThoseOfTheTexts) {
    ASSERT_NE(pairs_, nullptr);
    std::size_t lists = 0;
    std::size_t filtered = 0;
    std::size_t wrong = 0;
    std::size_t without = 0;
    for (const auto& [words, documents] : pairs_of_texts()) {
        const auto first = pairs_->word(stem_hash(words.first));
        const auto second = pairs_->word(stem_hash(words.second));
        if (!first || !second) continue;
        const WordPairs::Pair pair = WordPairs::pair(*first, *second);
        if (const auto list = pairs_->list(pair)) {
            ++lists;
            EXPECT_EQ(documents_of(*list), documents) << words.first << ' ' << words.second;
        } else if (++filtered % 50 == 0) {
            const std::set<DocId> found = passing(pair);
            EXPECT_TRUE(std::includes(found.begin(), found.end(), documents.begin(), documents.end()))
                << words.first << ' ' << words.second;
            wrong += found.size() - documents.size();
            without += articles_in_test - documents.size();
        }
    }
    EXPECT_GT(lists, 5u);
    EXPECT_GT(filtered, 5000u);
    EXPECT_LT(wrong * 12, without);
}

TEST_F(WordPairsTest, RareWordsHaveNone) {
    EXPECT_FALSE(pairs_->word(stem_hash("nowhere")));
    EXPECT_TRUE(pairs_->word(stem_hash("w0")));
}

TEST_F(WordPairsTest, DamageNeverLeadsOutOfTheFile) {
    const std::string uuid = snapshot_.segments()[0].database.get_uuid();
    const std::string whole = read_file(snapshot_.segments()[0].paths.word_pairs());
    const test::TemporaryFolder folder;
    Random random(6);
    // The table itself may say anything; what comes behind it says where things are.
    const std::size_t small = whole.size() / 8;
    std::size_t refused = 0;
    for (int i = 0; i < 100; ++i) {
        std::string bytes = whole;
        for (int flips = 0; flips < 3; ++flips)
            bytes[bytes.size() - 1 - random() % small] = static_cast<char>(random());
        test::overwrite(folder / "pairs", bytes);
        try {
            const WordPairs pairs(folder / "pairs", uuid);
            for (WordPairs::Word word = 0; word < 40; ++word) {
                std::vector<std::uint64_t> bits(WordPairs::window / 64, ~std::uint64_t{0});
                pairs.filter(WordPairs::pair(word, 1), 0, bits);
                pairs.filter(WordPairs::pair(word, 1), WordPairs::window, bits);
                if (const auto list = pairs.list(WordPairs::pair(word, 1))) documents_of(*list);
            }
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_damaged);
            ++refused;
        }
    }
    EXPECT_GT(refused, 0u);
}

}  // namespace
}  // namespace broadsheet
