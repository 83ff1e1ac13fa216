#include <gtest/gtest.h>

#include <thread>

#include "indexer/index_writer.h"
#include "schema/error.h"
#include "searcher/engine/cache.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

SearchRequest request(const std::string& query) {
    SearchRequest result;
    result.query = query;
    return result;
}

std::shared_ptr<const SearchResponse> answer_of(std::size_t bytes) {
    SearchResponse response;
    response.query = std::string(bytes, 'x');
    return std::make_shared<const SearchResponse>(std::move(response));
}

TEST(SearchKey, DiffersInWhateverTheAnswerDependsOn) {
    std::vector<SearchRequest> requests(17, request("oil -2d"));
    requests[1].query = "oil";
    requests[2].limit = 11;
    requests[3].offset = 1;
    requests[4].facets = {FieldId::place};
    requests[5].restrictions.filters = {read_filter("place=Oslo", "filter", 0)};
    requests[6].restrictions.excluded = {read_filter("place=Oslo", "exclude", 0)};
    requests[7].restrictions.required = {read_filter("place=Oslo", "all-of", 0)};
    requests[8].sort = Sort::newest;
    requests[9].ranking.bm25.k1 = 2;
    requests[10].timeline = TimelineRequest{};
    requests[11].significant_words = true;
    requests[12].after = Boundary{1, 5, "a", 3};
    requests[13].restrictions.near = Vicinity{1, 2, 3};
    requests[14].with_body = true;
    requests[15].count_stories = true;
    requests[16].collapse = true;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_NE(key_of(requests[i]), key_of(requests[j])) << i << " and " << j;
    }
}

TEST(SearchKey, RelativeDatesAreWhatTheyMeanNow) {
    SearchRequest monday = request("oil date:today");
    SearchRequest tuesday = monday;
    tuesday.now = 86400;
    EXPECT_NE(key_of(monday), key_of(tuesday));
    SearchRequest noon = monday;
    noon.now = 43200;
    EXPECT_EQ(key_of(monday), key_of(noon));
    EXPECT_EQ(key_of(request("oil")), key_of(request("oil")));
}

TEST(SearchCache, IsBoundedAndKeepsWhatWasUsedLast) {
    SearchCache cache(10000);
    cache.keep("a", 1, answer_of(3000));
    cache.keep("b", 1, answer_of(3000));
    EXPECT_NE(cache.find("a", 1), nullptr);
    cache.keep("c", 1, answer_of(3000));
    EXPECT_NE(cache.find("a", 1), nullptr);
    EXPECT_EQ(cache.find("b", 1), nullptr);
    EXPECT_NE(cache.find("c", 1), nullptr);
    cache.keep("large", 1, answer_of(20000));
    EXPECT_EQ(cache.find("large", 1), nullptr);
    EXPECT_EQ(cache.statistics().answers, 2U);
    EXPECT_LE(cache.statistics().bytes, 10000U);
    EXPECT_EQ(cache.statistics().hits, 3U);
    EXPECT_EQ(cache.statistics().misses, 2U);
}

TEST(SearchCache, ANewGenerationKnowsNothing) {
    SearchCache cache(10000);
    cache.keep("a", 1, answer_of(10));
    EXPECT_EQ(cache.find("a", 2), nullptr);
    EXPECT_EQ(cache.statistics().bytes, 0U);
}

TEST(SearchCache, AnswersAreThoseOfTheIndexAsItIs) {
    const test::TestIndex index({test::make_article("a", "Oil", "The price of oil.")});
    SearchCache cache(1 << 20);
    Snapshot first(index.path());
    const auto answer = search(first, request("oil"), cache);
    EXPECT_EQ(answer->total, 1U);
    EXPECT_EQ(search(first, request("oil"), cache), answer);
    {
        IndexWriter writer(index.path(), {});
        writer.add(test::make_article("b", "Oil again", "More oil."));
        writer.publish();
    }
    Snapshot second(index.path());
    EXPECT_EQ(search(second, request("oil"), cache)->total, 2U);
    EXPECT_THROW(search(second, request("nofield:oil"), cache), Error);
}

TEST(SearchCache, WhatIsNotCompleteIsNotKept) {
    const test::TestIndex index({test::make_article("a", "Oil", "The price of oil.")});
    SearchCache cache(1 << 20);
    Snapshot snapshot(index.path());
    SearchRequest hasty = request("oil");
    hasty.timeout = std::chrono::milliseconds(0);
    EXPECT_FALSE(search(snapshot, hasty, cache)->is_complete);
    EXPECT_TRUE(search(snapshot, request("oil"), cache)->is_complete);
}

TEST(SearchCache, CanBeSharedByThreads) {
    SearchCache cache(20000);
    const auto use = [&cache](std::size_t seed) {
        for (std::size_t i = 0; i < 2000; ++i) {
            const std::string key = std::to_string((i * 7 + seed) % 20);
            if (!cache.find(key, 1 + i / 500)) cache.keep(key, 1 + i / 500, answer_of(1000));
        }
    };
    std::thread other(use, 3);
    use(0);
    other.join();
    EXPECT_LE(cache.statistics().bytes, 20000U);
}

}  // namespace
}  // namespace broadsheet
