#include <gtest/gtest.h>

#include "schema/error.h"
#include "searcher/engine/cursor.h"
#include "searcher/engine/search.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

std::string filler(char mark) {
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += std::string(1, mark) + std::string(1, static_cast<char>('a' + i % 26)) +
                std::string(1, static_cast<char>('a' + i / 26)) + ' ';
    return text;
}

// Three stories: one in three articles, one in two, one in one. All have the word storm.
std::vector<Article> articles() {
    std::vector<Article> result;
    const auto add = [&](const std::string& id, char story, const std::string& day,
                         const std::string& source) {
        Article article = test::make_article(id, "Storm " + id, "Storm. " + filler(story), day);
        article.source = source;
        result.push_back(article);
    };
    add("a1", 'x', "2024-01-01", "Gazette");
    add("b1", 'y', "2024-01-01", "Courier");
    add("a2", 'x', "2024-01-02", "Courier");
    add("c1", 'z', "2024-02-01", "Courier");
    add("a3", 'x', "2024-02-01", "Courier");
    add("b2", 'y', "2024-02-03", "Gazette");
    return result;
}

SearchRequest request() {
    SearchRequest result;
    result.query = "storm";
    result.sort = Sort::oldest;
    result.count_stories = true;
    return result;
}

SearchResponse found(const test::TestIndex& index, const SearchRequest& wanted) {
    Snapshot snapshot(index.path());
    return search(snapshot, wanted);
}

std::vector<std::string> ids(const SearchResponse& response) {
    std::vector<std::string> result;
    for (const Hit& hit : response.hits)
        result.push_back(hit.article.id);
    return result;
}

using Ids = std::vector<std::string>;

TEST(Collapsing, TotalsTellStoriesAndHitsTheirCopies) {
    for (const std::size_t segments : {1, 3, 6}) {
        const test::TestIndex index(articles(), segments);
        const SearchResponse response = found(index, request());
        EXPECT_EQ(response.total, 6u);
        EXPECT_EQ(response.stories, 3u);
        ASSERT_EQ(response.hits.size(), 6u);
        Ids duplicates = response.hits[0].duplicates;
        std::sort(duplicates.begin(), duplicates.end());
        EXPECT_EQ(duplicates, (Ids{"a2", "a3"}));
        EXPECT_EQ(response.hits[1].duplicates, Ids{"b2"});
    }
}

TEST(Collapsing, OfAStoryOnlyTheFirstHitIsShown) {
    for (const std::size_t segments : {1, 3, 6}) {
        const test::TestIndex index(articles(), segments);
        SearchRequest wanted = request();
        wanted.collapse = true;
        EXPECT_EQ(ids(found(index, wanted)), (Ids{"a1", "b1", "c1"}));
        wanted.sort = Sort::newest;
        EXPECT_EQ(ids(found(index, wanted)), (Ids{"b2", "a3", "c1"}));
        wanted.matcher = Matcher::reference;
        EXPECT_EQ(ids(found(index, wanted)), (Ids{"b2", "a3", "c1"}));
    }
}

TEST(Collapsing, PagesFitTogether) {
    const test::TestIndex index(articles(), 3);
    for (const Sort sort : {Sort::oldest, Sort::newest, Sort::relevance}) {
        SearchRequest wanted = request();
        wanted.sort = sort;
        wanted.collapse = true;
        const Ids all = ids(found(index, wanted));
        ASSERT_EQ(all.size(), 3u);
        wanted.limit = 1;
        Ids by_offset;
        for (; wanted.offset < all.size(); ++wanted.offset) {
            for (const std::string& id : ids(found(index, wanted)))
                by_offset.push_back(id);
        }
        EXPECT_EQ(by_offset, all);
        wanted.offset = 0;
        Ids by_cursor;
        for (;;) {
            const SearchResponse page = found(index, wanted);
            for (const std::string& id : ids(page))
                by_cursor.push_back(id);
            if (page.next.empty() || by_cursor.size() > all.size()) break;
            const Cursor cursor = read_cursor(page.next, wanted);
            wanted.after = cursor.last;
            wanted.after->rank = cursor.rank;
            wanted.rank_before = cursor.rank;
        }
        EXPECT_EQ(by_cursor, all);
    }
}

TEST(Collapsing, ACursorIsOfPagesThatCollapseOrThatDoNot) {
    const test::TestIndex index(articles());
    SearchRequest wanted = request();
    wanted.limit = 1;
    const std::string next = found(index, wanted).next;
    wanted.collapse = true;
    EXPECT_THROW(read_cursor(next, wanted), Error);
}

TEST(Collapsing, FacetsAndTimelinesCountStories) {
    const test::TestIndex index(articles(), 2);
    SearchRequest wanted = request();
    wanted.facets = {FieldId::source, FieldId::date};
    wanted.timeline = TimelineRequest{Interval::month, {}, 5};
    const SearchResponse response = found(index, wanted);
    const std::vector<FacetEntry>& sources = response.facets[0].values;
    ASSERT_EQ(sources.size(), 2u);
    EXPECT_EQ(sources[0].count, 4u);  // Courier: b1 a2 c1 a3
    EXPECT_EQ(sources[0].stories, 3u);
    EXPECT_EQ(sources[1].stories, 2u);
    ASSERT_EQ(response.timeline->buckets.size(), 2u);
    EXPECT_EQ(response.timeline->buckets[0].count, 3u);  // a1 b1 a2
    EXPECT_EQ(response.timeline->buckets[0].stories, 2u);
    EXPECT_EQ(response.timeline->buckets[1].stories, 3u);
}

TEST(Collapsing, NobodyCountsStoriesWithoutBeingAsked) {
    const test::TestIndex index(articles());
    SearchRequest wanted = request();
    wanted.count_stories = false;
    const SearchResponse response = found(index, wanted);
    EXPECT_FALSE(response.stories);
    EXPECT_TRUE(response.hits[0].duplicates.empty());
}

}  // namespace
}  // namespace broadsheet
