#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/render/similar.h"
#include "searcher/similar/similar.h"
#include "searcher/similar/telling_words.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Ids = std::vector<std::string>;

Ids ids(const SimilarResponse& response) {
    Ids result;
    for (const SimilarHit& each : response.hits)
        result.push_back(each.hit.article.id);
    return result;
}

bool has(const Ids& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const std::string dam_story =
    "The dam above the village of Elm broke on Monday after a week of heavy rain.\n\nEngineers had warned "
    "of cracks in the wall of the dam for years, and the village council had asked for repairs.\n\nNobody "
    "was hurt when the water reached the lower meadows, but the mill was lost.";

// Enough other articles that words are rare.
std::vector<Article> articles() {
    std::vector<Article> result = test::RandomArticles(11).some(60);
    result.push_back(test::make_article("dam", "Dam breaks above Elm", dam_story, "2024-03-05"));
    result.push_back(test::make_article("copy", "Village loses mill to the water",
                                        dam_story + "\n\nThe rain goes on.", "2024-03-05"));
    result.push_back(test::make_article(
        "cracks", "Engineers warn of cracks in dam",
        "The wall of the dam above Elm has cracks, engineers told the village council. Repairs would take "
        "a summer.",
        "2023-06-01"));
    result.push_back(test::make_article(
        "repairs", "Elm to rebuild its dam",
        "The village council voted to rebuild the dam that broke in March. The mill will not be rebuilt.",
        "2024-09-01"));
    result.push_back(test::make_article(
        "repairs-2", "Council votes for the dam",
        "The village council voted to rebuild the dam that broke in March. The mill will not be rebuilt.",
        "2024-09-02"));
    Article opinion = test::make_article("opinion", "The dam of Elm",
                                         "A village that has cracks in its dam should not wait, engineers or "
                                         "not.",
                                         "2024-03-07");
    opinion.section = "Opinion";
    result.push_back(opinion);
    result.push_back(test::make_article("undated", "Elm", "The mill of Elm and its dam are old."));
    result.push_back(test::make_article("strange", "Qwxyz", "Zyxwq vutsr."));
    return result;
}

class Similar : public testing::Test {
protected:
    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles(), 3); }
    static void TearDownTestSuite() { index_.reset(); }

    static SimilarResponse ask(const std::string& id, void (*change)(SimilarRequest&) = nullptr) {
        Snapshot snapshot(index_->path());
        SimilarRequest request;
        request.id = id;
        if (change != nullptr) change(request);
        return similar(snapshot, request);
    }

    static std::unique_ptr<test::TestIndex> index_;
};
std::unique_ptr<test::TestIndex> Similar::index_;

TEST_F(Similar, StoryAndBackgroundWithoutCopies) {
    const SimilarResponse response = ask("dam");
    const Ids found = ids(response);
    ASSERT_GE(found.size(), 3U);
    EXPECT_TRUE(has({"cracks", "repairs", "repairs-2"}, found[0])) << found[0];
    EXPECT_TRUE(has(found, "cracks"));
    EXPECT_FALSE(has(found, "dam"));
    EXPECT_FALSE(has(found, "copy"));
    EXPECT_EQ(response.copies, Ids{"copy"});
    EXPECT_EQ(response.article.title, "Dam breaks above Elm");
}

TEST_F(Similar, CopiesAmongTheHitsAreOne) {
    const SimilarResponse response = ask("dam");
    const auto hit = std::find_if(response.hits.begin(), response.hits.end(), [](const SimilarHit& each) {
        return each.hit.article.id.starts_with("repairs");
    });
    ASSERT_NE(hit, response.hits.end());
    ASSERT_EQ(hit->duplicates.size(), 1U);
    EXPECT_NE(hit->duplicates.front(), hit->hit.article.id);
    EXPECT_TRUE(hit->duplicates.front().starts_with("repairs"));
    EXPECT_FALSE(has(ids(response), hit->duplicates.front()));
}

TEST_F(Similar, AHitTellsWhatIsSharedAndMarksIt) {
    const SimilarResponse response = ask("dam");
    for (const SimilarHit& each : response.hits) {
        if (each.hit.article.id != "cracks") continue;
        EXPECT_TRUE(has(each.words, "cracks"));
        EXPECT_TRUE(has(each.words, "Engineers"));
        EXPECT_NE(html_marked(each.hit.title).find("<em>dam</em>"), std::string::npos)
            << html_marked(each.hit.title);
    }
}

TEST_F(Similar, WithoutTimeNothingIsClaimed) {
    const SimilarResponse late =
        ask("dam", [](SimilarRequest& request) { request.timeout = std::chrono::milliseconds(0); });
    EXPECT_FALSE(late.is_complete);
    ASSERT_EQ(late.warnings.size(), 1U);
    EXPECT_TRUE(late.warnings.front().starts_with("time ran out")) << late.warnings.front();
    const SimilarResponse in_time =
        ask("dam", [](SimilarRequest& request) { request.timeout = std::chrono::hours(1); });
    EXPECT_TRUE(in_time.is_complete);
    EXPECT_EQ(in_time.warnings, Ids{});
    EXPECT_EQ(ids(in_time), ids(ask("dam")));
}

TEST_F(Similar, EarlierMeansBeforeItsDate) {
    const SimilarResponse response = ask("dam", [](SimilarRequest& request) { request.earlier = true; });
    EXPECT_TRUE(has(ids(response), "cracks"));
    EXPECT_FALSE(has(ids(response), "undated"));
    for (const SimilarHit& each : response.hits)
        EXPECT_LT(each.hit.article.date, response.article.date);
    EXPECT_EQ(test::code_of([] { ask("undated", [](SimilarRequest& r) { r.earlier = true; }); }),
              ErrorCode::usage);
}

TEST_F(Similar, OpinionsOnlyWhenAskedFor) {
    EXPECT_FALSE(has(ids(ask("dam")), "opinion"));
    EXPECT_TRUE(has(ids(ask("dam", [](SimilarRequest& r) { r.with_opinion = true; })), "opinion"));
    EXPECT_TRUE(has(ids(ask("dam",
                            [](SimilarRequest& r) {
                                r.restrictions.filters.push_back(read_filter("section=Opinion", "filter", 0));
                            })),
                    "opinion"));
}

TEST_F(Similar, AsManyAsAskedForAndRestricted) {
    EXPECT_EQ(ask("dam", [](SimilarRequest& r) { r.limit = 2; }).hits.size(), 2U);
    const SimilarResponse response =
        ask("dam", [](SimilarRequest& r) { r.restrictions.dates.begin = 1722470400; });
    EXPECT_EQ(ids(response).front().substr(0, 7), "repairs");
    EXPECT_FALSE(has(ids(response), "cracks"));
}

TEST_F(Similar, AnArticleLikeNoOtherHasNone) {
    const SimilarResponse response = ask("strange");
    EXPECT_TRUE(response.hits.empty());
    EXPECT_EQ(response.warnings.size(), 1U);
}

TEST_F(Similar, AnUnknownArticleIsAnError) {
    EXPECT_EQ(test::code_of([] { ask("nobody"); }), ErrorCode::not_found);
}

TEST_F(Similar, TheSameHoweverArticlesLieInSegments) {
    const test::TestIndex one(articles(), 1);
    Snapshot snapshot(one.path());
    SimilarRequest request;
    request.id = "dam";
    const SimilarResponse a = similar(snapshot, request);
    const SimilarResponse b = ask("dam");
    EXPECT_EQ(ids(a), ids(b));
    for (std::size_t i = 0; i < std::min(a.hits.size(), b.hits.size()); ++i)
        EXPECT_NEAR(a.hits[i].hit.score, b.hits[i].hit.score, 1e-5);
}

TEST(SimilarWords, ContractionsTellNothing) {
    const std::string body = "I’ve said you're late, don't ask, can’t stay. O'Brien's ferry, the Elbe.";
    const test::TestIndex index(
        {test::make_article("one", "Ferry", body), test::make_article("two", "Other", body)});
    const Snapshot snapshot(index.path());
    Analyser analyser(snapshot.manifest().analysis);
    std::vector<std::string> words;
    for (const ScoringTerm& each :
         telling_words(test::make_article("one", "Ferry", body), snapshot.database(), analyser, {}))
        words.push_back(each.word);
    std::sort(words.begin(), words.end());
    EXPECT_EQ(words, (Ids{"Elbe", "O'Brien's", "ask", "ferry", "late", "said", "stay"}));
}

TEST(SimilarToLong, OnlyTheBeginningOfALongArticleIsRead) {
    std::vector<Article> all = test::RandomArticles(5).some(40);
    std::string body = dam_story + "\n\n";
    while (body.size() < std::size_t{1} << 20)
        body += "Road. ";
    body += "Quagga xylophones.";
    all.push_back(test::make_article("long", "Dam breaks", body));
    all.push_back(test::make_article("cracks", "Cracks in dam above Elm", "Engineers saw the village."));
    all.push_back(test::make_article("tail", "Quagga xylophones", "Quagga xylophones were heard."));
    const test::TestIndex index(all);
    Snapshot snapshot(index.path());
    SimilarRequest request;
    request.id = "long";
    const Ids found = ids(similar(snapshot, request));
    EXPECT_TRUE(has(found, "cracks"));
    EXPECT_FALSE(has(found, "tail"));
    request.id = "tail";
    EXPECT_EQ(ids(similar(snapshot, request)), Ids{"long"});
}

}  // namespace
}  // namespace broadsheet
