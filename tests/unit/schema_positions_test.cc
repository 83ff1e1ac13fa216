#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "schema/bytes.h"
#include "schema/index/positions.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Sentences = std::vector<AnalysedText::Sentence>;

std::string packed(const AnalysedText& text, const Vocabulary& vocabulary) {
    std::string record;
    pack_positions(text, vocabulary, record);
    return record;
}

// Compares everything that a record answers with the text it was made of.
void expect_faithful(const AnalysedText& text, const Vocabulary& vocabulary, std::string_view record) {
    const ArticlePositions positions(record);
    ASSERT_EQ(positions.size(), text.tokens.size());
    ASSERT_EQ(positions.title_size(), text.title_tokens);
    ASSERT_EQ(positions.distinct(), text.terms.size());
    std::vector<std::vector<std::uint32_t>> expected(text.terms.size());
    for (std::uint32_t at = 0; at < text.tokens.size(); ++at)
        expected[text.tokens[at]].push_back(at);
    for (std::size_t term = 0; term < text.terms.size(); ++term) {
        const std::uint32_t rank = positions.rank_of(vocabulary.hash(text.terms[term].number));
        ASSERT_LT(rank, positions.distinct());
        for (const std::uint32_t at : {expected[term].front(), expected[term].back()}) {
            ASSERT_EQ(positions.rank_at(at), rank);
        }
        if (text.terms.size() > 2000 && term % 100 != 0) continue;  // find() looks at all tokens
        std::vector<std::uint32_t> found{4711};
        positions.find(rank, found);
        expected[term].insert(expected[term].begin(), 4711);
        ASSERT_EQ(found, expected[term]);
    }
    std::vector<std::uint32_t> none;
    positions.find(positions.distinct(), none);
    ASSERT_TRUE(none.empty());
    const Sentences sentences = positions.sentences();
    ASSERT_EQ(sentences.size(), text.sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        ASSERT_EQ(sentences[i].tokens, text.sentences[i].tokens);
        ASSERT_EQ(sentences[i].begins_paragraph, text.sentences[i].begins_paragraph);
    }
}

// `count` words of which `distinct` differ, each at least once.
std::string words(std::size_t count, std::size_t distinct) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "w" + std::to_string(i % distinct) + (i % 11 == 10 ? ". W" : " ");
    return text;
}

TEST(Positions, RandomArticlesComeBack) {
    test::RandomArticles random(7);
    Analyser analyser({});
    for (int i = 0; i < 300; ++i) {
        const Article article = random.next("x");
        const AnalysedText& text = analyser.analyse(article.title, article.body);
        expect_faithful(text, analyser.vocabulary(), packed(text, analyser.vocabulary()));
    }
}

TEST(Positions, SizesAroundEveryLimitComeBack) {
    Analyser analyser({"none", 3});
    for (const std::size_t distinct : {1, 2, 3, 255, 256, 257, 511, 512, 513, 1499, 1500, 1501, 70'000}) {
        const AnalysedText& text =
            analyser.analyse(words(distinct < 5 ? distinct : 5, 5), words(distinct + 100, distinct));
        expect_faithful(text, analyser.vocabulary(), packed(text, analyser.vocabulary()));
    }
    const AnalysedText& text = analyser.analyse("", words(300'000, 3000));
    expect_faithful(text, analyser.vocabulary(), packed(text, analyser.vocabulary()));
}

TEST(Positions, AnArticleWithoutWordsComesBack) {
    Analyser analyser({});
    const std::string record = packed(analyser.analyse("", ""), analyser.vocabulary());
    const ArticlePositions positions(record);
    EXPECT_EQ(positions.size(), 0u);
    EXPECT_EQ(positions.rank_of(4711), positions.distinct());
    EXPECT_TRUE(positions.sentences().empty());
}

TEST(Positions, RecordsAreTheSameInEveryVocabulary) {
    Analyser first({});
    Analyser second({});
    second.analyse("other words", "before these");
    const Article article = test::full_article("x");
    EXPECT_EQ(packed(first.analyse(article.title, article.body), first.vocabulary()),
              packed(second.analyse(article.title, article.body), second.vocabulary()));
}

TEST(Positions, NewsTakesLittle) {
    test::RandomArticles random(8);
    Analyser analyser({});
    std::size_t bytes = 0;
    std::size_t tokens = 0;
    for (int i = 0; i < 100; ++i) {
        const AnalysedText& text = analyser.analyse(random.sentence(), random.body(12));
        bytes += packed(text, analyser.vocabulary()).size();
        tokens += text.tokens.size();
    }
    std::cout << "positions: " << bytes / 100 << " bytes an article of " << tokens / 100 << " tokens\n";
}

// Whatever the bytes: an Error or some answer, nothing outside of the record.
void use(const std::string& bytes) {
    const std::vector<char> exact(bytes.begin(), bytes.end());  // so that a sanitizer sees its end
    try {
        const ArticlePositions positions(std::string_view(exact.data(), exact.size()));
        std::vector<std::uint32_t> found;
        for (std::uint64_t hash = 1; hash < 50; ++hash) {
            const std::uint32_t rank = positions.rank_of(hash * 0x9e3779b97f4a7c15u);
            ASSERT_LE(rank, positions.distinct());
            positions.find(rank, found);
        }
        for (std::uint32_t at = 0; at < positions.size(); ++at)
            positions.rank_at(at);
        positions.sentences();
    } catch (const Error& error) {
        ASSERT_EQ(error.code(), ErrorCode::index_damaged);
    }
}

TEST(Positions, DamagedRecordsNeverReachBeyondTheirBytes) {
    test::RandomArticles random(9);
    Analyser analyser({"none", 3});
    for (const auto& [title, body] : {std::pair{random.sentence(), random.body(3)}, {"", words(400, 300)}}) {
        const std::string record = packed(analyser.analyse(title, body), analyser.vocabulary());
        for (std::size_t size = 0; size < record.size(); ++size)
            use(record.substr(0, size));
        for (std::size_t at = 0; at < record.size(); ++at) {
            for (int i = 0; i < 4; ++i) {
                std::string damaged = record;
                damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
                if (random.one_in(2)) damaged[random.below(damaged.size())] = random.bytes(1)[0];
                use(damaged);
            }
        }
    }
    for (int i = 0; i < 3000; ++i)
        use(random.bytes(random.below(40)));
}

TEST(Positions, FileGivesEachDocumentItsRecord) {
    const test::TemporaryFolder folder;
    const std::vector<std::string> records{"one", "", "three", std::string(100'000, 'x'), ""};
    PositionsWriter writer(folder / "positions");
    for (const std::string& record : records)
        writer.add(record);
    writer.finish("uuid", true);
    const Positions positions(folder / "positions", "uuid");
    positions.verify();
    ASSERT_EQ(positions.last(), 5u);
    for (DocId document = 1; document <= 5; ++document) {
        EXPECT_EQ(positions.record(document), records[document - 1]);
    }
    EXPECT_EQ(test::code_of([&] { positions.record(0); }), ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([&] { positions.record(6); }), ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([&] { Positions(folder / "positions", "another"); }), ErrorCode::index_damaged);
}

TEST(Positions, RecordsAreTheSameReadAndMapped) {
    const test::TemporaryFolder folder;
    const std::vector<std::string> records{"one", "", std::string(100'000, 'x')};
    PositionsWriter writer(folder / "positions");
    for (const std::string& record : records)
        writer.add(record);
    writer.finish("uuid", true);
    const Positions positions(folder / "positions", "uuid");
    std::string buffer = "what was there before";
    bool was_read = false;
    bool was_mapped = false;
    for (int i = 0; i < 1000; ++i) {
        for (DocId document = 1; document <= 3; ++document) {
            const std::string_view record = positions.record(document, buffer);
            ASSERT_EQ(record, records[document - 1]);
            (record.data() == buffer.data() ? was_read : was_mapped) = true;
        }
    }
    EXPECT_TRUE(was_read && was_mapped);
    EXPECT_EQ(test::code_of([&] { positions.record(4, buffer); }), ErrorCode::index_damaged);
}

TEST(Positions, FileOfNoDocumentsIsWhole) {
    const test::TemporaryFolder folder;
    PositionsWriter(folder / "positions").finish("uuid", false);
    const Positions positions(folder / "positions", "uuid");
    positions.verify();
    EXPECT_EQ(positions.last(), 0u);
}

}  // namespace
}  // namespace broadsheet
