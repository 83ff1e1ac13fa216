#include <gtest/gtest.h>
#include <xapian.h>

#include <set>

#include "indexer/worker_pool.h"
#include "schema/index/columns.h"
#include "schema/index/positions.h"
#include "schema/terms.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

PoolSettings settings(const std::filesystem::path& folder, unsigned threads = 2) {
    PoolSettings result;
    result.threads = threads;
    result.memory = 1;  // as little as it goes, so that several segments are built
    result.folder = folder;
    return result;
}

TEST(WorkerPool, EveryArticleIsInOneSegmentUnderItsNumber) {
    for (const unsigned threads : {0u, 1u, 3u}) {
        const test::TemporaryFolder folder;
        const std::vector<Article> articles = test::RandomArticles(41).some(900);
        WorkerPool pool(settings(folder.path(), threads));
        for (std::size_t i = 0; i < articles.size(); ++i)
            pool.add({i, articles[i]});
        const std::vector<BuiltSegment> built = pool.finish();
        EXPECT_GE(built.size(), 2u);
        std::set<std::uint64_t> numbers;
        for (const BuiltSegment& segment : built) {
            const Xapian::Database database(segment.paths.xapian().string());
            ASSERT_EQ(database.get_doccount(), segment.numbers.size());
            ASSERT_EQ(database.get_lastdocid(), segment.numbers.size());
            if (segment.numbers.empty()) {
                EXPECT_NE(database.metadata_keys_begin("label:"), database.metadata_keys_end("label:"));
                continue;
            }
            for (std::size_t i = 0; i < segment.numbers.size(); ++i) {
                ASSERT_TRUE(numbers.insert(segment.numbers[i]).second);
                const std::string term = id_term(articles.at(segment.numbers[i]).id);
                ASSERT_EQ(*database.postlist_begin(term), i + 1);
            }
            const Columns columns(segment.paths.columns(), database.get_uuid());
            columns.verify();
            EXPECT_EQ(columns.last(), segment.numbers.size());
            const Positions positions(segment.paths.positions(), database.get_uuid());
            positions.verify();
            EXPECT_EQ(positions.last(), segment.numbers.size());
        }
        EXPECT_EQ(numbers.size(), articles.size());
    }
}

TEST(WorkerPool, WithoutArticlesThereAreNoSegments) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(WorkerPool(settings(folder.path())).finish().empty());
}

TEST(WorkerPool, DroppingItMidwayEndsItsThreads) {
    const test::TemporaryFolder folder;
    WorkerPool pool(settings(folder.path()));
    for (const Article& article : test::RandomArticles(42).some(200))
        pool.add({0, article});
}

TEST(WorkerPool, WhatAWorkerThrowsReachesTheCaller) {
    const test::TemporaryFolder folder;
    PoolSettings bad = settings(folder.path());
    bad.analysis.stemmer = "klingon";
    EXPECT_EQ(test::code_of([&] { WorkerPool(bad).finish(); }), ErrorCode::usage);
    EXPECT_EQ(test::code_of([&] {
                  WorkerPool pool(bad);
                  Article article;
                  article.body = std::string(100'000, 'x');
                  for (std::uint64_t i = 0; i < 1000; ++i)
                      pool.add({i, article});
              }),
              ErrorCode::usage)
        << "without waiting for the end";
}

TEST(WorkerPool, AFolderThatCanNotBeMadeReachesTheCaller) {
    const test::TemporaryFolder folder;
    WorkerPool pool(settings(folder.write("file", "")));
    pool.add({0, test::full_article("x")});
    EXPECT_THROW(pool.finish(), std::exception);
}

}  // namespace
}  // namespace broadsheet
