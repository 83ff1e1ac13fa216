#include <gtest/gtest.h>

#include "schema/revision.h"
#include "schema/stored_article.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

Article version(int number) {
    Article article = test::full_article("x");
    article.title += std::to_string(number);
    article.original += std::to_string(number);
    return article;
}

Revisions some(int count) {
    Revisions revisions;
    for (int i = 1; i <= count; ++i)
        add_revision(revisions, version(i), 1000 + i);
    return revisions;
}

// An article's frame and its revisions.
std::string data_with(const Revisions& revisions) {
    ArticleCompressor compressor("");
    return std::string(compressor.compress(serialise(version(99)))) + compress_revisions(revisions);
}

TEST(Revisions, StandBehindTheArticle) {
    for (const int count : {0, 1, 3}) {
        const std::string data = data_with(some(count));
        EXPECT_EQ(stored_revisions(data), some(count));
        EXPECT_EQ(ArticleDecompressor().article(data), version(99));
    }
}

TEST(Revisions, TheOldestAreDroppedAndNumbersStay) {
    const Revisions revisions = some(static_cast<int>(most_kept_revisions) + 3);
    EXPECT_EQ(revisions.count, most_kept_revisions + 3);
    EXPECT_EQ(revisions.kept.size(), most_kept_revisions);
    EXPECT_EQ(revisions.first_kept(), 4u);
    EXPECT_EQ(revisions.find(3), nullptr);
    ASSERT_NE(revisions.find(4), nullptr);
    EXPECT_EQ(revisions.find(4)->article, version(4));
    EXPECT_EQ(revisions.find(revisions.count)->article, version(static_cast<int>(revisions.count)));
    EXPECT_EQ(revisions.find(revisions.count + 1), nullptr);
    EXPECT_EQ(stored_revisions(data_with(revisions)), revisions);
}

TEST(Revisions, LargeOnesAreCountedButNotKept) {
    Revisions revisions = some(2);
    Article large = version(3);
    large.body.assign(most_kept_bytes, 'x');
    add_revision(revisions, large, 5);
    EXPECT_EQ(revisions.count, 3u);
    EXPECT_TRUE(revisions.kept.empty());
    EXPECT_EQ(revisions.find(3), nullptr);
    add_revision(revisions, version(4), 6);
    EXPECT_EQ(revisions.find(4)->article, version(4));
    EXPECT_EQ(stored_revisions(data_with(revisions)), revisions);
}

TEST(Revisions, OnlyOtherWordsOfAnotherRecordAreACorrection) {
    Article later = version(1);
    EXPECT_FALSE(is_correction(version(1), later));
    later.original += "section: local";
    later.section = "local";
    EXPECT_FALSE(is_correction(version(1), later)) << "not a word of it is another";
    later.body += " More.";
    EXPECT_TRUE(is_correction(version(1), later));
    later.original = version(1).original;
    EXPECT_FALSE(is_correction(version(1), later)) << "the record was read in another way";
}

TEST(Revisions, DamageIsNoticed) {
    const std::string data = data_with(some(3));
    const std::size_t own = data.size() - compress_revisions(some(3)).size();
    for (std::size_t size = own + 1; size < data.size(); ++size) {
        ASSERT_EQ(test::code_of([&] { stored_revisions(data.substr(0, size)); }), ErrorCode::index_damaged)
            << size;
    }
    EXPECT_EQ(test::code_of([&] { stored_revisions(data + "x"); }), ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([&] { stored_revisions("noise"); }), ErrorCode::index_damaged);
    for (std::size_t i = own; i < data.size(); ++i) {
        std::string changed = data;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        const auto code = test::code_of([&] { stored_revisions(changed); });
        ASSERT_TRUE(!code || code == ErrorCode::index_damaged) << i;
    }
}

}  // namespace
}  // namespace broadsheet
