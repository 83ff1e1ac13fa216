// What the words of a query name, and what that does to the ranking.
#include <gtest/gtest.h>

#include <memory>

#include "searcher/engine/explain.h"
#include "searcher/engine/search.h"
#include "searcher/query/parser.h"
#include "searcher/rank/entity_match.h"
#include "searcher/understand/query_entities.h"
#include "tests/support/index_builder.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

class RankEntities : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const entities::Knowledge knowledge = entities::built_in_knowledge();
        index_ = std::make_unique<test::TestIndex>(
            std::vector<Article>{
                test::make_article("about", "Brandt speaks",
                                   "Prime Minister Lena Brandt spoke to officials on Monday. Brandt was "
                                   "tired.\n\nThe road, said Brandt, would be long."),
                test::make_article("named", "Farmers meet",
                                   "The farmers met in the rain.\n\nThey were many, and the grass was "
                                   "wet.\n\nIt was late when they went home.\n\nPrime Minister Lena Brandt "
                                   "was there on Monday, said the owner."),
                test::make_article("places", "Road opens",
                                   "Officials in Mosul opened a road on Monday. The United Nations paid."),
                test::make_article("none", "Grass grows", "The grass was wet, and the road was dry."),
            },
            2, &knowledge);
    }
    static void TearDownTestSuite() { index_.reset(); }

    static std::vector<std::string> named(const std::string& query) {
        Snapshot snapshot(index_->path());
        std::vector<std::string> result;
        for (const QueryEntity& each : entities_in(query::parse(query, 0).root, snapshot)) {
            result.push_back(std::string(field(each.meant.field).name) + ' ' + each.meant.value + " by " +
                             each.words);
        }
        return result;
    }

    static std::unique_ptr<test::TestIndex> index_;
};
std::unique_ptr<test::TestIndex> RankEntities::index_;

using Named = std::vector<std::string>;

TEST_F(RankEntities, WordsSideBySideNameTheLongest) {
    EXPECT_EQ(named("lena brandt road"), (Named{"person Lena Brandt by lena brandt"}));
    EXPECT_EQ(named("road Brandt"), (Named{"person Lena Brandt by Brandt"}));
    EXPECT_EQ(named("united nations Iraq"),
              (Named{"organisation United Nations by united nations", "place Iraq by Iraq"}));
    EXPECT_EQ(named("\"united nations\" OR mosul"),
              (Named{"organisation United Nations by united nations", "place Mosul by mosul"}));
}

TEST_F(RankEntities, WhatIsExcludedOrNoPlainWordNamesNothing) {
    EXPECT_EQ(named("road -mosul"), Named{});
    EXPECT_EQ(named("road NOT brandt"), Named{});
    EXPECT_EQ(named("mos*"), Named{});
    EXPECT_EQ(named("the and of"), Named{});
    EXPECT_EQ(named(""), Named{});
}

TEST_F(RankEntities, VeryLongQueriesAreReadInPart) {
    std::string query;
    for (int i = 0; i < 200; ++i)
        query += "road ";
    EXPECT_EQ(named(query + "mosul"), Named{});
    EXPECT_EQ(named("mosul " + query), (Named{"place Mosul by mosul"}));
}

void expect_a_subject_to_count_twice(Snapshot& snapshot) {
    const ValueId brandt = snapshot.values_named(FieldId::person, "Lena Brandt").front();
    EntityMatch match(snapshot, {{FieldId::person, brandt, 3}});
    const auto measure = [&](const char* id) { return match.measure(snapshot.docid(*snapshot.find(id))); };
    EXPECT_DOUBLE_EQ(measure("about"), 3);
    EXPECT_DOUBLE_EQ(measure("named"), 1.5);
    EXPECT_DOUBLE_EQ(measure("none"), 0);
    EXPECT_DOUBLE_EQ(measure("about"), 3) << "going back";
}

TEST_F(RankEntities, ASubjectCountsTwiceAsMuchAsAMention) {
    Snapshot snapshot(index_->path());
    ASSERT_NE(snapshot.columns(0), nullptr);
    expect_a_subject_to_count_twice(snapshot);
}

TEST_F(RankEntities, WithoutColumnsPostingListsSayTheSame) {
    const test::TemporaryFolder folder;
    std::filesystem::copy(index_->path(), folder / "index", std::filesystem::copy_options::recursive);
    Snapshot snapshot(folder / "index");
    std::filesystem::remove(snapshot.segments().front().paths.columns());
    ASSERT_EQ(snapshot.columns(0), nullptr);
    expect_a_subject_to_count_twice(snapshot);
}

TEST_F(RankEntities, ItIsAPartOfTheScoreThatExplainShows) {
    Snapshot snapshot(index_->path());
    SearchRequest request;
    request.query = "brandt";
    request.ranking.entities = 0.5;
    const std::string id = "about";
    const ExplainedArticle with = *explain(snapshot, request, &id).article;
    EXPECT_GT(with.bonus->entities, 0);
    EXPECT_NEAR(search(snapshot, request).hits.front().score, with.score, 1e-6);
    request.ranking.entities = 0;
    const ExplainedArticle without = *explain(snapshot, request, &id).article;
    EXPECT_EQ(without.bonus->entities, 0);
    EXPECT_NEAR(with.score - without.score, with.bonus->entities, 1e-6);
}

}  // namespace
}  // namespace broadsheet
