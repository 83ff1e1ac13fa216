#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "schema/stored_article.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

std::string trained(std::uint64_t seed) {
    std::vector<std::string> samples;
    for (const Article& article : test::RandomArticles(seed).some(300))
        samples.push_back(serialise(article));
    return train_dictionary(samples, 8192);
}

TEST(StoredArticle, BytesComeBackAsTheArticle) {
    EXPECT_EQ(deserialise(serialise(Article{})).article, Article{});
    const Article full = test::full_article("x");
    EXPECT_EQ(deserialise(serialise(full)).article, full);
    test::RandomArticles random(16);
    for (int i = 0; i < 300; ++i) {
        Article article = random.next(random.bytes(random.below(5)));
        article.original = random.bytes(random.below(300));
        ASSERT_EQ(deserialise(serialise(article)).article, article);
    }
}

TEST(StoredArticle, EveryDateComesBack) {
    for (const std::int64_t date :
         {0ll, 1ll, -1ll, 4102444800ll, -30610224000ll, INT64_MAX + 0ll, INT64_MIN + 0ll}) {
        Article article;
        article.date = date;
        EXPECT_EQ(deserialise(serialise(article)).article.date, date);
    }
}

TEST(StoredArticle, EveryFieldCountsForTheHash) {
    const Article article = test::full_article("x");
    std::set<std::uint64_t> hashes{content_hash(article)};
    const auto changed = [&](auto&& change) {
        Article other = article;
        change(other);
        EXPECT_TRUE(hashes.insert(content_hash(other)).second);
    };
    for (std::string Article::*field :
         {&Article::id, &Article::url, &Article::title, &Article::body, &Article::source, &Article::language,
          &Article::section, &Article::original, &Article::media_type}) {
        changed([field](Article& other) { (other.*field) += 'x'; });
    }
    for (std::vector<std::string> Article::*field :
         {&Article::authors, &Article::tags, &Article::people, &Article::organisations, &Article::places}) {
        changed([field](Article& other) { (other.*field).emplace_back(); });
        changed([field](Article& other) { (other.*field).back() += 'y'; });
    }
    changed([](Article& other) { other.date.reset(); });
    changed([](Article& other) { ++*other.date; });
    EXPECT_EQ(content_hash(test::full_article("x")), content_hash(article));
}

TEST(StoredArticle, FramesComeBackWithAndWithoutDictionary) {
    const std::string dictionary = trained(17);
    ASSERT_FALSE(dictionary.empty());
    ASSERT_NE(dictionary_number(dictionary), 0u);
    for (const std::string& used : {std::string(), dictionary}) {
        ArticleCompressor compressor(used);
        ArticleDecompressor decompressor;
        decompressor.add_dictionary(dictionary);
        decompressor.add_dictionary(dictionary);
        test::RandomArticles random(18);
        for (int i = 0; i < 200; ++i) {
            Article article = random.next("x");
            if (i == 100) article.original = random.bytes(3'000'000);
            if (i == 101) article = Article{};
            ASSERT_EQ(decompressor.article(compressor.compress(serialise(article))), article);
        }
    }
}

TEST(StoredArticle, ADictionaryPays) {
    ArticleCompressor without({});
    ArticleCompressor with(trained(19));
    std::size_t bytes_without = 0;
    std::size_t bytes_with = 0;
    for (const Article& article : test::RandomArticles(20).some(100)) {
        const std::string bytes = serialise(article);
        bytes_without += without.compress(bytes).size();
        bytes_with += with.compress(bytes).size();
    }
    EXPECT_LT(bytes_with, bytes_without);
}

TEST(StoredArticle, FewSamplesGiveNoDictionary) {
    EXPECT_EQ(train_dictionary({}), "");
    EXPECT_EQ(train_dictionary({"one", "two"}), "");
    EXPECT_EQ(train_dictionary(std::vector<std::string>(100, "")), "");
    EXPECT_EQ(train_dictionary(std::vector<std::string>(100, "x")), "");
}

TEST(StoredArticle, TwoDictionariesLiveSideBySide) {
    const std::string dictionaries[] = {trained(21), trained(22)};
    ASSERT_NE(dictionary_number(dictionaries[0]), dictionary_number(dictionaries[1]));
    EXPECT_NE(dictionary_key(dictionary_number(dictionaries[0])),
              dictionary_key(dictionary_number(dictionaries[1])));
    ArticleDecompressor decompressor;
    for (const std::string& dictionary : dictionaries)
        decompressor.add_dictionary(dictionary);
    for (const std::string& dictionary : dictionaries) {
        EXPECT_EQ(
            decompressor.article(ArticleCompressor(dictionary).compress(serialise(test::full_article("x")))),
            test::full_article("x"));
    }
}

TEST(StoredArticle, AMissingDictionaryIsDamage) {
    ArticleCompressor compressor(trained(23));
    const std::string frame(compressor.compress(serialise(test::full_article("x"))));
    const auto error = test::thrown_by([&] { ArticleDecompressor().article(frame); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_damaged);
    EXPECT_NE(std::string(error->what()).find("dictionary"), std::string::npos);
}

TEST(StoredArticle, DamagedDictionariesAreNoDictionaries) {
    const std::string dictionary = trained(24);
    ArticleCompressor compressor(dictionary);
    const std::string frame(compressor.compress(serialise(test::full_article("x"))));
    for (std::size_t size = 0; size < dictionary.size(); size += 1 + size / 3) {
        ArticleDecompressor decompressor;
        decompressor.add_dictionary(dictionary.substr(0, size));
        EXPECT_EQ(test::code_of([&] { decompressor.article(frame); }), ErrorCode::index_damaged) << size;
    }
}

TEST(StoredArticle, DamagedFramesAreDamage) {
    const Article article = test::full_article("x");
    const std::string dictionary = trained(25);
    for (const std::string& used : {std::string(), dictionary}) {
        ArticleDecompressor decompressor;
        decompressor.add_dictionary(dictionary);
        const std::string frame(ArticleCompressor(used).compress(serialise(article)));
        for (std::size_t size = 0; size < frame.size(); ++size) {
            ASSERT_EQ(test::code_of([&] { decompressor.article(frame.substr(0, size)); }),
                      ErrorCode::index_damaged);
        }
        test::RandomArticles random(26);
        for (std::size_t at = 0; at < frame.size(); ++at) {
            std::string damaged = frame;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
            const auto code = test::code_of([&] { ASSERT_EQ(decompressor.article(damaged), article); });
            ASSERT_TRUE(!code || code == ErrorCode::index_damaged)
                << at << ": zstd has a bit that means nothing";
        }
        EXPECT_EQ(decompressor.article(frame), article) << "still of use after all that";
    }
}

TEST(StoredArticle, DamagedBytesAreDamageOrAnotherArticle) {
    const std::string bytes = serialise(test::full_article("x"));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ASSERT_EQ(test::code_of([&] { deserialise(bytes.substr(0, size)); }), ErrorCode::index_damaged)
            << size;
    }
    EXPECT_EQ(test::code_of([&] { deserialise(bytes + "x"); }), ErrorCode::index_damaged);
    test::RandomArticles random(27);
    for (int i = 0; i < 3000; ++i) {
        std::string damaged = bytes;
        damaged[random.below(damaged.size())] = random.bytes(1)[0];
        const auto code = test::code_of([&] { deserialise(damaged); });
        ASSERT_TRUE(!code || code == ErrorCode::index_damaged);
        const std::string noise = random.bytes(random.below(30));
        ASSERT_EQ(test::code_of([&] { deserialise("\1" + noise); }), ErrorCode::index_damaged);
    }
}

}  // namespace
}  // namespace broadsheet
