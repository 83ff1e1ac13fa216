#include "searcher/engine/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "schema/error.h"
#include "searcher/engine/explain.h"
#include "searcher/engine/reading.h"
#include "searcher/facets/whole_index.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

std::vector<Article> articles() {
    std::vector<Article> result;
    result.push_back(
        test::make_article("oil", "Oil price rises", "The price of oil rose in Vienna.", "2024-01-01"));
    result.push_back(test::make_article("gas", "Gas is cheap", "Gas fell. Oil did not.", "2024-01-02"));
    result.push_back(test::make_article("bank", "Bank opens", "A river bank was open.", "2024-02-01"));
    result.push_back(test::make_article("note", "Undated note", "Nothing of note about oil."));
    result[0].places = {"Vienna", "Austria"};
    result[1].places = {"Oslo", "Vienna"};
    result[2].source = "Herald";
    return result;
}

class Search : public testing::Test {
protected:
    SearchResponse find(const std::string& query, const std::vector<std::string>& filters = {}) {
        SearchRequest request;
        request.query = query;
        request.facets = {FieldId::place, FieldId::source, FieldId::date};
        for (const std::string& filter : filters) {
            request.restrictions.filters.push_back(read_filter(filter, "filter", 0));
        }
        return search(snapshot_, request);
    }

    std::vector<std::string> ids(const SearchRequest& request) {
        std::vector<std::string> result;
        for (const Hit& hit : search(snapshot_, request).hits)
            result.push_back(hit.article.id);
        return result;
    }

    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles(), 2); }
    static void TearDownTestSuite() { index_.reset(); }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

using Ids = std::vector<std::string>;

TEST_F(Search, AllWordsAndIfNoneHasAllThenAny) {
    EXPECT_EQ(find("price oil").total, 1U);
    EXPECT_EQ(find("price oil").matching, query::Matching::all);
    const SearchResponse relaxed = find("price zeppelin gas");
    EXPECT_EQ(relaxed.matching, query::Matching::any);
    EXPECT_EQ(relaxed.total, 2U);
    EXPECT_EQ(relaxed.read_as, "price OR zeppelin OR gas");
    EXPECT_EQ(relaxed.warnings.size(), 1U);
}

TEST_F(Search, WhatIsJoinedByAndIsNotRelaxed) {
    EXPECT_EQ(find("price AND zeppelin").total, 0U);
    EXPECT_EQ(find("zeppelin airship").total, 0U);
    EXPECT_EQ(find("zeppelin airship").matching, query::Matching::all);
}

TEST_F(Search, TheEmptyQueryListsEverythingNewestFirst) {
    SearchRequest request;
    EXPECT_EQ(ids(request), (Ids{"bank", "gas", "oil", "note"}));
    request.sort = Sort::oldest;
    EXPECT_EQ(ids(request), (Ids{"oil", "gas", "bank", "note"}));
    request.offset = 1;
    request.limit = 2;
    EXPECT_EQ(ids(request), (Ids{"gas", "bank"}));
    request.offset = 9;
    EXPECT_EQ(ids(request), Ids{});
    request.limit = 0;
    EXPECT_EQ(search(snapshot_, request).total, 4U);
}

TEST_F(Search, WordsOfTheTitleCountMore) {
    EXPECT_EQ(find("gas").hits.front().article.id, "gas");
    EXPECT_EQ(find("oil").hits.front().article.id, "oil");
    EXPECT_EQ(find("title:gas").total, 1U);
    EXPECT_EQ(find("title:oil").total, 1U);
    EXPECT_EQ(find("body:oil").total, 3U);
}

TEST_F(Search, HitsHaveTheirPlacesInTheOrderOfTheCollection) {
    const SearchResponse response = find("gas");
    ASSERT_EQ(response.hits.size(), 1U);
    const Hit& hit = response.hits.front();
    EXPECT_EQ(hit.rank, 1U);
    EXPECT_EQ(hit.entities[2].second, (Ids{"Oslo", "Vienna"}));
    EXPECT_EQ(hit.snippet.text, "Gas fell. Oil did not.");
    EXPECT_TRUE(hit.article.original.empty());
}

TEST_F(Search, WithoutTimeNothingIsClaimed) {
    for (const Matcher matcher : {Matcher::fast, Matcher::reference}) {
        SearchRequest request;
        request.query = "\"of oil\"";
        request.matcher = matcher;
        request.timeout = std::chrono::milliseconds(0);
        const SearchResponse late = search(snapshot_, request);
        EXPECT_FALSE(late.is_complete);
        EXPECT_EQ(late.warnings, Ids{out_of_time});
        request.timeout = std::chrono::hours(1);
        const SearchResponse in_time = search(snapshot_, request);
        EXPECT_TRUE(in_time.is_complete);
        EXPECT_EQ(in_time.total, 1U);
        EXPECT_EQ(in_time.warnings, Ids{});
    }
}

TEST_F(Search, AllOfMeansEveryValueAndCountsWhatIsLeft) {
    SearchRequest request;
    request.facets = {FieldId::place};
    request.restrictions.required = read_all_of("place=Vienna,\"oslo\"", 0);
    const SearchResponse response = search(snapshot_, request);
    EXPECT_EQ(response.total, 1U);
    const Facet& places = response.facets[0];
    ASSERT_EQ(places.values.size(), 2U);  // Austria is with none of them
    EXPECT_TRUE(places.values[0].selected);
    EXPECT_TRUE(places.values[1].selected);
    EXPECT_EQ(read_all_of("place=\"Paris, Texas\",Rome", 0).size(), 2U);
    EXPECT_THROW(read_all_of("place=Rome,", 0), Error);
    EXPECT_THROW(read_all_of("place", 0), Error);
}

TEST_F(Search, FiltersOfOneFieldMeanEitherAndKeepTheirSiblings) {
    const SearchResponse response = find("", {"place=oslo"});
    EXPECT_EQ(response.total, 1U);
    const Facet& places = response.facets[0];
    ASSERT_EQ(places.values.size(), 3U);
    EXPECT_EQ(places.values[0], (FacetEntry{"Vienna", places.values[0].id, 2, false}));
    EXPECT_EQ(places.values[2], (FacetEntry{"Oslo", places.values[2].id, 1, true}));
    EXPECT_EQ(response.facets[1].values.size(), 1U);  // sources among the filtered
    EXPECT_EQ(find("", {"place=oslo", "place=austria"}).total, 2U);
    EXPECT_EQ(find("", {"place=vienna", "source=Herald"}).total, 0U);
    EXPECT_EQ(find("", {"date=2024-01"}).total, 2U);
    EXPECT_EQ(find("\"river bank\"", {"source=Herald"}).total, 1U);
}

TEST_F(Search, PhrasesDoNotCrossParagraphsNorTheTitle) {
    EXPECT_EQ(find("\"price of oil\"").total, 1U);
    EXPECT_EQ(find("\"oil price\"").total, 1U);        // the title
    EXPECT_EQ(find("\"rises the price\"").total, 0U);  // from the title into the text
    EXPECT_EQ(find("title:\"price of\"").total, 0U);
    EXPECT_EQ(find("NOT \"river bank\"").total, 3U);
    EXPECT_EQ(find("oil NOT \"oil did not\"").total, 2U);
}

TEST_F(Search, ExactFields) {
    EXPECT_EQ(find("id:oil").total, 1U);
    EXPECT_EQ(find("id:OIL").total, 0U);
    EXPECT_EQ(find("", {"id=gas", "id=bank"}).total, 2U);
    EXPECT_EQ(find("id:oil \"price of oil\"").total, 1U);
}

TEST(PendingDeletions, AreNotThere) {
    const test::TestIndex index(articles(), 2);
    const IndexPaths paths{index.path()};
    Manifest manifest = read_manifest(paths);
    const Snapshot before(index.path());
    const Location gone = before.find("oil").value();
    manifest.pending = {{before.segments()[gone.segment].entry.name, {gone.document}}};
    ++manifest.generation;
    publish_manifest(paths, manifest);
    Snapshot snapshot(index.path());
    for (const char* query : {"oil", "\"of oil\" OR oil", ""}) {
        SearchRequest request;
        request.query = query;
        request.facets = {FieldId::place, FieldId::date};
        const SearchResponse response = search(snapshot, request);
        EXPECT_EQ(response.total, query[0] == '\0' ? 3U : 2U) << query;
        EXPECT_EQ(response.hits.size(), response.total) << query;
        EXPECT_EQ(response.facets[0].distinct, 2U) << query;
        for (const Hit& hit : response.hits)
            EXPECT_NE(hit.article.id, "oil");
    }
    FieldCounts places = count_whole_index(snapshot, FieldId::place);
    EXPECT_EQ(places.values.size(), 2U);
}

TEST_F(Search, AnExplanationAddsUpToTheScore) {
    SearchRequest request;
    request.query = "oil price";
    const std::string id = "oil";
    const Explanation explanation = explain(snapshot_, request, &id);
    ASSERT_TRUE(explanation.article);
    EXPECT_TRUE(explanation.article->matches);
    EXPECT_EQ(explanation.article->parts.size(), 2U);
    EXPECT_NEAR(explanation.article->score, search(snapshot_, request).hits.front().score, 1e-9);
    EXPECT_EQ(explanation.tree, "all of\n  word oil\n  word price\n");
    EXPECT_EQ(explanation.terms[1].articles, 1U);
    const std::string missing = "missing";
    EXPECT_THROW(explain(snapshot_, request, &missing), Error);
}

TEST_F(Search, AnUnknownFilterFieldIsWrongUsage) {
    EXPECT_THROW(read_filter("colour=red", "filter", 0), Error);
    EXPECT_THROW(read_filter("place", "filter", 0), Error);
    EXPECT_THROW(read_filter("title=oil", "filter", 0), Error);
    EXPECT_THROW(read_filter("date=2024-13", "filter", 0), Error);
    EXPECT_THROW(read_facet_name("title"), Error);
}

TEST_F(Search, ExportWritesEveryHitOnce) {
    for (const char* query : {"oil", "", "\"price of\" OR gas", "oil -title:gas"}) {
        SearchRequest request;
        request.query = query;
        std::vector<std::string> written;
        export_hits(snapshot_, request, [&](const Hit& hit) { written.push_back(hit.article.id); });
        Ids found = ids(request);
        std::sort(written.begin(), written.end());
        std::sort(found.begin(), found.end());
        EXPECT_EQ(written, found) << query;
    }
}

TEST_F(Search, ExportFindsWhatSynonymsFind) {
    SearchRequest request;
    request.query = "cheap";
    request.synonyms = std::make_shared<const Synonyms>(SynonymLines("cheap, open", "synonyms"));
    Ids written;
    export_hits(snapshot_, request, [&](const Hit& hit) { written.push_back(hit.article.id); });
    Ids found = ids(request);
    std::sort(written.begin(), written.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, (Ids{"bank", "gas"}));
    EXPECT_EQ(written, found);
}

TEST(SearchOrder, TiesDoNotDependOnTheSegments) {
    std::vector<Article> same;
    for (int i = 0; i < 150; ++i) {
        same.push_back(test::make_article("id" + std::to_string((i * 61) % 150 + 100), "Same words",
                                          "Same text.", i % 3 == 0 ? "2024-01-01" : ""));
    }
    std::vector<Ids> found;
    for (const std::size_t segments : {std::size_t{1}, std::size_t{5}}) {
        const test::TestIndex index(same, segments);
        Snapshot snapshot(index.path());
        for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
            SearchRequest request;
            request.query = "same";
            request.sort = sort;
            request.offset = 45;
            request.limit = 10;
            Ids ids;
            for (const Hit& hit : search(snapshot, request).hits)
                ids.push_back(hit.article.id);
            EXPECT_TRUE(std::is_sorted(ids.begin(), ids.begin() + 5));
            EXPECT_TRUE(std::is_sorted(ids.begin() + 5, ids.end()));
            found.push_back(ids);
        }
    }
    for (const Ids& ids : found)
        EXPECT_EQ(ids, found.front());
}

}  // namespace
}  // namespace broadsheet
