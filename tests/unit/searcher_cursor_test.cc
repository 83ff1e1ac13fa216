#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "indexer/index_writer.h"
#include "schema/error.h"
#include "searcher/engine/cache.h"
#include "searcher/engine/cursor.h"
#include "searcher/engine/search.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Ids = std::vector<std::string>;

// Every hit of a search, page by page.
std::vector<std::string> paged(const std::filesystem::path& index, SearchRequest request,
                               const std::function<void()>& between = nullptr) {
    std::vector<std::string> ids;
    for (int page = 0; page < 100; ++page) {
        Snapshot snapshot(index);
        const SearchResponse response = search(snapshot, request);
        for (const Hit& hit : response.hits) {
            ids.push_back(hit.article.id);
            EXPECT_EQ(hit.rank, request.rank_before + (&hit - response.hits.data()) + 1);
        }
        if (response.next.empty()) break;
        const Cursor cursor = read_cursor(response.next, request);
        request.after = cursor.last;
        request.rank_before = cursor.rank;
        request.matching = cursor.matching;
        if (between) between();
    }
    return ids;
}

std::vector<Article> many_articles(int count) {
    std::vector<Article> result;
    for (int i = 0; i < count; ++i) {
        const std::string body = i % 3 == 0   ? "Oil."
                                 : i % 3 == 1 ? "Oil and oil."
                                              : "Oil for the whole town.";
        result.push_back(test::make_article("id" + std::to_string((i * 61) % 150 + 100), "Note", body,
                                            i % 4 == 0   ? ""
                                            : i % 2 == 0 ? "2024-01-01"
                                                         : "2024-01-02"));
    }
    return result;
}

TEST(Cursors, PagesAreTheWholeInItsOrder) {
    const test::TestIndex index(many_articles(60), 3);
    for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
        SearchRequest request;
        request.query = "oil";
        request.sort = sort;
        request.limit = 100;
        Ids whole;
        {
            Snapshot snapshot(index.path());
            for (const Hit& hit : search(snapshot, request).hits)
                whole.push_back(hit.article.id);
        }
        ASSERT_EQ(whole.size(), 60U);
        request.limit = 7;
        EXPECT_EQ(paged(index.path(), request), whole);
    }
}

TEST(Cursors, StandInNewGenerations) {
    const test::TestIndex index(many_articles(30), 2);
    SearchRequest request;
    request.query = "oil";
    request.sort = Sort::newest;
    request.limit = 10;
    int added = 0;
    const Ids ids = paged(index.path(), request, [&] {
        WriterSettings settings;
        settings.command = "test";
        IndexWriter writer(index.path(), settings);
        writer.add(test::make_article("new" + std::to_string(added++), "Oil", "Oil.", "2024-02-01"));
        writer.publish();
    });
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    EXPECT_EQ(ids.size(), 30U);
    for (const std::string& id : ids)
        EXPECT_FALSE(id.starts_with("new"));
}

TEST(Cursors, OfAnotherSearchAreRefused) {
    SearchRequest request;
    request.query = "oil";
    const std::string cursor = to_text(Cursor{{1.5, 86400, "id 1"}, 10, query::Matching::any}, request);
    const Cursor read = read_cursor(cursor, request);
    EXPECT_EQ(read.last.score, 1.5);
    EXPECT_EQ(read.last.date, 86400);
    EXPECT_EQ(read.last.id, "id 1");
    EXPECT_EQ(read.rank, 10U);
    EXPECT_EQ(read.matching, query::Matching::any);
    for (const std::string& damaged : {std::string(), std::string("xyz"), cursor.substr(2), cursor + "00",
                                       cursor.substr(0, cursor.size() - 2), std::string(40000, '0')}) {
        EXPECT_THROW(read_cursor(damaged, request), Error) << damaged.substr(0, 80);
    }
    request.query = "gas";
    EXPECT_THROW(read_cursor(cursor, request), Error);
}

std::shared_ptr<const Synonyms> synonyms(const std::string& lines) {
    return std::make_shared<const Synonyms>(SynonymLines(lines, "synonyms"));
}

// What changes the hits or their order, and not the query.
TEST(Cursors, BelongToTheirSynonymsAndRanking) {
    SearchRequest request;
    request.query = "oil";
    const std::string without = to_text(Cursor{}, request);
    SearchRequest other = request;
    other.synonyms = synonyms("oil, petroleum");
    EXPECT_THROW(read_cursor(without, other), Error);
    EXPECT_NE(key_of(other), key_of(request));
    const std::string cursor = to_text(Cursor{}, other);
    other.synonyms = synonyms("oil, petroleum");
    EXPECT_NO_THROW(read_cursor(cursor, other));
    other.synonyms = synonyms("oil => petroleum");
    EXPECT_THROW(read_cursor(cursor, other), Error);
    other = request;
    other.ranking.title = 2;
    EXPECT_THROW(read_cursor(without, other), Error);
}

}  // namespace
}  // namespace broadsheet
