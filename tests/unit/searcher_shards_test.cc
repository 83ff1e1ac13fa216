// Shards on other machines: what is found must be what one index of all the articles gives.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "indexer/index_writer.h"
#include "searcher/engine/search.h"
#include "searcher/render/json.h"
#include "tests/support/index_builder.h"
#include "tests/support/random_search.h"
#include "tests/support/shard_server.h"

namespace broadsheet {
namespace {

std::vector<Article> some_articles() {
    test::Random random(5);
    return test::random_collection(random, 60);
}

std::vector<Article> part_of(const std::vector<Article>& articles, std::size_t part) {
    std::vector<Article> result;
    for (std::size_t i = part; i < articles.size(); i += 4)
        result.push_back(articles[i]);
    return result;
}

// An index with a quarter of the articles, and three shards that have the others.
class Shards : public testing::Test {
protected:
    Shards() {
        IndexWriter writer(index(), {});
        writer.set_remotes({first_server_.address(), second_server_.address(), third_server_.address()});
    }

    std::filesystem::path index() const { return own_.path(); }

    static nlohmann::ordered_json answer(Snapshot& snapshot, const SearchRequest& request) {
        nlohmann::ordered_json json = to_json(search(snapshot, request), {}, 0);
        json.erase("next");
        return json;
    }

    const std::vector<Article> articles_ = some_articles();
    const test::TestIndex own_{part_of(articles_, 0)};
    const test::TestIndex first_{part_of(articles_, 1)};
    const test::TestIndex second_{part_of(articles_, 2)};
    const test::TestIndex third_{part_of(articles_, 3)};
    test::ShardServer first_server_{first_.path()};
    test::ShardServer second_server_{second_.path()};
    test::ShardServer third_server_{third_.path()};
};

TEST_F(Shards, AnswerAsIfAllWereHere) {
    const test::TestIndex whole(articles_);
    Snapshot together(whole.path());
    Snapshot sharded(index());
    EXPECT_EQ(sharded.missing_shards(), std::vector<std::string>{});
    EXPECT_EQ(sharded.article_count(), articles_.size());
    test::Random random(6);
    for (int i = 0; i < 60; ++i) {
        SearchRequest request = test::random_request(random);
        request.ranking = {};
        if (i % 3 == 0) request.timeline = TimelineRequest{Interval::day, FieldId::place, 2};
        SCOPED_TRACE(request.query);
        EXPECT_EQ(answer(sharded, request), answer(together, request));
    }
}

TEST_F(Shards, OneThatIsNotThereIsNamed) {
    second_server_.end();
    Snapshot snapshot(index());
    const SearchResponse response = search(snapshot, {});
    EXPECT_EQ(response.total, articles_.size() - part_of(articles_, 2).size());
    ASSERT_EQ(response.warnings.size(), 1U);
    EXPECT_EQ(response.warnings[0],
              "the shard " + to_text(second_server_.address()) + " is missing: Connection refused");
}

TEST_F(Shards, OneThatIsKilledDuringAQueryIsNamed) {
    const SearchResponse response = with_snapshot(index(), [&](Snapshot& snapshot) {
        third_server_.end();
        return search(snapshot, {});
    });
    EXPECT_EQ(response.total, articles_.size() - part_of(articles_, 3).size());
    ASSERT_EQ(response.warnings.size(), 1U);
    EXPECT_EQ(response.warnings[0],
              "the shard " + to_text(third_server_.address()) + " is missing: it stopped answering");
}

TEST_F(Shards, OneThatFallsSilentIsNotWaitedForLong) {
    first_server_.fall_silent();
    ShardSettings impatient;
    impatient.connecting = 100;
    impatient.answering = 100;
    const Snapshot snapshot(index(), impatient);
    ASSERT_EQ(snapshot.missing_shards().size(), 1U);
    EXPECT_EQ(snapshot.missing_shards()[0],
              "the shard " + to_text(first_server_.address()) + " is missing: it does not answer in time");
}

}  // namespace
}  // namespace broadsheet
