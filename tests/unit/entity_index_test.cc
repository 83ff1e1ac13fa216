// Entities in an index: what is found, counted and called how, however the articles lie in segments.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/check/check_index.h"
#include "indexer/index_writer.h"
#include "indexer/program.h"
#include "schema/aliases.h"
#include "schema/index/snapshot.h"
#include "schema/place_id.h"
#include "searcher/engine/search.h"
#include "tests/support/index_builder.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Ids = std::set<std::string>;

std::vector<Article> articles() {
    std::vector<Article> result{
        test::make_article("hillah", "Bridge opens", "Officials in Hillah opened a bridge on Monday."),
        test::make_article("mosul", "Road opens", "Officials in Mosul opened a road on Monday."),
        test::make_article("texas", "Storm moves on", "The storm left Paris, Texas, in the dark on Monday."),
        test::make_article("france", "Shops open", "Officials in Paris, France, opened a road on Monday."),
        test::make_article("us-1", "Boats sail", "The United States sent boats on Monday."),
        test::make_article("us-2", "Boats return", "The U.S. called its boats back on Monday."),
        test::make_article("us-3", "Boats rest", "The boats rest in the USA, officials said on Monday."),
        test::make_article(
            "first", "Brandt speaks",
            "Prime Minister Lena Brandt spoke to officials on Monday. Brandt was tired.\n\nThe road, said "
            "Brandt, would be long.\n\nThe minister met Jude Marlowe, a farmer."),
        test::make_article(
            "second", "Farmers meet",
            "The farmers met in the rain.\n\nThey were many, and the grass was wet.\n\nIt was late when "
            "they went home.\n\nPrime Minister Lena M. Brandt was there on Monday, said the owner."),
        test::make_article("third", "Prices fall",
                           "Prime Minister Lena M. Brandt spoke to officials on Monday."),
        test::make_article(
            "company", "Mill sold",
            "Brandt Motors Corp said on Monday that it had sold its mill. Brandt Motors made a profit."),
    };
    result[0].places = {"Iraq"};
    result[7].people = {"Brandt, Lena", "Ann Lee"};
    return result;
}

// One index as it was written, in several segments, and merged to one.
class EntityIndex : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        const entities::Knowledge knowledge = entities::built_in_knowledge();
        one_ = std::make_unique<test::TestIndex>(articles(), 1, &knowledge);
        many_ = std::make_unique<test::TestIndex>(articles(), 4, &knowledge);
        merged_ = std::make_unique<test::TestIndex>(articles(), 4, &knowledge);
        IndexWriter(merged_->path(), {}).merge_all();
    }
    static void TearDownTestSuite() {
        for (auto* index : {&one_, &many_, &merged_})
            index->reset();
    }

    static void in_each(const std::function<void(Snapshot&)>& act) {
        for (const auto* index : {&one_, &many_, &merged_}) {
            SCOPED_TRACE(index == &one_ ? "one segment" : index == &many_ ? "many segments" : "merged");
            Snapshot snapshot((*index)->path());
            act(snapshot);
        }
    }

    static Ids found(Snapshot& snapshot, const std::string& query, const std::string& near = {}) {
        SearchRequest request;
        request.query = query;
        request.limit = 100;
        if (!near.empty()) request.restrictions.near = read_vicinity(near);
        Ids ids;
        for (const Hit& hit : search(snapshot, request).hits)
            ids.insert(hit.article.id);
        return ids;
    }
    static void expect_found(const std::string& query, const Ids& ids, const std::string& near = {}) {
        in_each([&](Snapshot& snapshot) { EXPECT_EQ(found(snapshot, query, near), ids) << query; });
    }

    static inline std::unique_ptr<test::TestIndex> one_, many_, merged_;  // read only
};

TEST_F(EntityIndex, TheLayoutsAreWhatTheySay) {
    EXPECT_EQ(Snapshot(one_->path()).segments().size(), 1u);
    EXPECT_EQ(Snapshot(many_->path()).segments().size(), 4u);
    EXPECT_EQ(Snapshot(merged_->path()).segments().size(), 1u);
}

TEST_F(EntityIndex, ACountryFindsWhatNamesOnlyATown) {
    expect_found("place:Iraq", {"hillah", "mosul"});
    expect_found("place:Mosul", {"mosul"});
    expect_found("place:\"Al Hillah\"", {"hillah"});
    expect_found("place:Norway", {});
}

TEST_F(EntityIndex, OneCountryIsOneValueUnderAllItsNames) {
    for (const char* name : {"\"United States\"", "US", "U.S.", "USA"})
        expect_found(std::string("place:") + name, {"texas", "us-1", "us-2", "us-3"});
}

TEST_F(EntityIndex, APlaceCanBeAskedForWithWhatItLiesIn) {
    expect_found("place:Paris", {"texas", "france"});
    expect_found("place:\"Paris, Texas\"", {"texas"});
    expect_found("place:\"Paris, France\"", {"france"});
    expect_found("place:\"Paris, Texas, USA\"", {"texas"});
    expect_found("place:\"Paris, Texas, France\"", {});
    expect_found("place:\"Paris, Iraq\"", {});
    expect_found("place:\"Mosul,\"", {"mosul"});
}

TEST_F(EntityIndex, WhatLiesNearAPoint) {
    expect_found("", {"hillah"}, "32.5,44.4,20");
    expect_found("", {"hillah", "mosul"}, "32.5,44.4,500");
    expect_found("road", {"mosul"}, "32.5,44.4,500");
    expect_found("", {"france"}, "48.85,2.35,5");
    expect_found("", {}, "-80,0,100");
    expect_found("", {"hillah", "mosul", "texas", "france"}, "30,0,12000");
}

TEST_F(EntityIndex, ASubjectIsMoreThanAMention) {
    expect_found("person:\"Lena Brandt\"", {"first", "second", "third"});
    in_each([](Snapshot& snapshot) {
        const Ids about = found(snapshot, "about:\"Lena Brandt\"");
        EXPECT_TRUE(about.contains("first"));
        EXPECT_FALSE(about.contains("second"));
        EXPECT_EQ(found(snapshot, "about:person:\"Lena Brandt\""), about);
        EXPECT_EQ(found(snapshot, "about:Brandt AND id:first"), (Ids{"first"})) << "by the surname";
    });
    expect_found("about:organisation:\"Lena Brandt\"", {});
    expect_found("about:place:\"Lena Brandt\"", {});
    expect_found("about:organisation:\"Brandt Motors\"", {"company"});
    expect_found("about:org:\"Brandt Motors\"", {"company"});
}

TEST_F(EntityIndex, PeopleAreFoundByTheirSurname) {
    expect_found("person:Brandt", {"first", "second", "third"});
    expect_found("person:Marlowe", {"first"});
    expect_found("person:Lee", {"first"});
    in_each([](Snapshot& snapshot) {
        const ValueId lena = value_id(FieldId::person, "Lena Brandt");
        EXPECT_EQ(snapshot.values_named(FieldId::person, "Brandt"),
                  (std::vector<ValueId>{std::min(lena, value_id(FieldId::person, "Brandt")),
                                        std::max(lena, value_id(FieldId::person, "Brandt"))}));
    });
}

TEST_F(EntityIndex, AValueIsFoundByItsId) {
    expect_found("person:\"" + to_text(value_id(FieldId::person, "Lena Brandt")) + "\"",
                 {"first", "second", "third"});
    expect_found("about:\"" + to_text(value_id(FieldId::organisation, "Brandt Motors")) + "\"", {"company"});
}

TEST_F(EntityIndex, TheLabelIsTheMostFrequentFullForm) {
    const ValueId lena = value_id(FieldId::person, "Lena Brandt");
    in_each([&](Snapshot& snapshot) { EXPECT_EQ(snapshot.label(FieldId::person, lena), "Lena M. Brandt"); });
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    const test::TestIndex small({articles()[7]}, 1, &knowledge);
    EXPECT_EQ(Snapshot(small.path()).label(FieldId::person, lena), "Lena Brandt") << "the id is the same";
}

TEST_F(EntityIndex, PlacesAreKnownWithWhatTheyLieIn) {
    in_each([](Snapshot& snapshot) {
        std::size_t towns = 0;
        for (const ValueId id : snapshot.values_named(FieldId::place, "Hillah")) {
            const auto record = snapshot.place(id);
            if (!record) continue;
            ++towns;
            EXPECT_NEAR(record->latitude, 32.47, 0.1);
            EXPECT_NEAR(record->longitude, 44.43, 0.1);
            EXPECT_EQ(level_of(record->region), PlaceLevel::region);
            EXPECT_EQ(snapshot.label(FieldId::place, country_of(id)), "Iraq");
        }
        EXPECT_EQ(towns, 1u);
        EXPECT_FALSE(snapshot.place(value_id(FieldId::place, "Atlantis")));
    });
}

TEST_F(EntityIndex, ThePlaceFacetOpensWhatIsChosen) {
    in_each([](Snapshot& snapshot) {
        SearchRequest request;
        request.facets = {FieldId::place};
        const Facet closed = search(snapshot, request).facets.front();
        ASSERT_FALSE(closed.values.empty());
        EXPECT_EQ(closed.values.front().value, "United States");
        EXPECT_EQ(closed.values.front().count, 4u);
        EXPECT_EQ(closed.distinct, 3u) << "countries";
        for (const FacetEntry& entry : closed.values) {
            EXPECT_EQ(entry.level, PlaceLevel::country);
            EXPECT_TRUE(entry.within.empty());
        }
        request.restrictions.filters.push_back(read_filter("place=Iraq", "filter", 0));
        const SearchResponse response = search(snapshot, request);
        EXPECT_EQ(response.total, 2u);
        const auto& values = response.facets.front().values;
        const auto iraq = std::find_if(values.begin(), values.end(),
                                       [](const FacetEntry& each) { return each.value == "Iraq"; });
        ASSERT_NE(iraq, values.end());
        EXPECT_TRUE(iraq->selected);
        EXPECT_EQ(iraq->count, 2u);
        EXPECT_EQ(iraq->within.size(), 2u) << "two governorates";
        for (const FacetEntry& region : iraq->within) {
            EXPECT_EQ(region.level, PlaceLevel::region);
            EXPECT_FALSE(region.selected);
            EXPECT_TRUE(region.within.empty()) << "not chosen";
        }
        request.restrictions.filters = {read_filter("place=Hillah", "filter", 0)};
        const SearchResponse town = search(snapshot, request);
        EXPECT_EQ(town.total, 1u);
        const auto& around = town.facets.front().values;
        const auto open = std::find_if(around.begin(), around.end(),
                                       [](const FacetEntry& each) { return !each.within.empty(); });
        ASSERT_NE(open, around.end());
        EXPECT_EQ(open->value, "Iraq");
        const auto region = std::find_if(open->within.begin(), open->within.end(),
                                         [](const FacetEntry& each) { return !each.within.empty(); });
        ASSERT_NE(region, open->within.end());
        ASSERT_EQ(region->within.size(), 1u);
        EXPECT_TRUE(region->within.front().selected);
        EXPECT_EQ(region->within.front().level, PlaceLevel::town);
    });
}

TEST_F(EntityIndex, IsWholeAndItsColumnsCanBeMadeAnew) {
    for (const auto* index : {&one_, &many_, &merged_}) {
        const CheckReport report = check_index((*index)->path(), false,
                                               [](const std::string& problem) { ADD_FAILURE() << problem; });
        EXPECT_EQ(report.problems, 0u);
        EXPECT_EQ(report.articles, articles().size());
    }
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    const test::TestIndex damaged(articles(), 2, &knowledge);
    const Snapshot before(damaged.path());
    for (const Snapshot::Segment& segment : before.segments())
        test::overwrite(segment.paths.columns(), "garbage");
    EXPECT_EQ(check_index(damaged.path(), true, [](const std::string&) {}).repaired, 2u);
    EXPECT_EQ(check_index(damaged.path(), false, [](const std::string& problem) { ADD_FAILURE() << problem; })
                  .problems,
              0u);
    Snapshot snapshot(damaged.path());
    EXPECT_EQ(found(snapshot, "place:Iraq"), (Ids{"hillah", "mosul"}));
    SearchRequest request;
    request.facets = {FieldId::place};
    EXPECT_EQ(search(snapshot, request).facets.front().values.front().count, 4u) << "counted by the columns";
}

nlohmann::json statistics_of(const std::filesystem::path& index) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    EXPECT_EQ(run_program(indexer_program(), {"stats", index.string(), "--json"}, {}, terminal), 0)
        << err.str();
    return nlohmann::json::parse(out.str());
}

TEST_F(EntityIndex, StatisticsSayWhatCameFromWhere) {
    for (const auto* index : {&one_, &many_, &merged_}) {
        const nlohmann::json origins = statistics_of((*index)->path())["origins"];
        EXPECT_EQ(origins["person"].dump(), R"({"both":1,"collection":1,"text":3})");
        EXPECT_EQ(origins["place"].dump(), R"({"both":1,"collection":1,"text":7})");
        EXPECT_EQ(origins["organisation"].dump(), R"({"both":0,"collection":0,"text":1})");
    }
    const test::TestIndex without(articles());
    const nlohmann::json origins = statistics_of(without.path())["origins"];
    EXPECT_EQ(origins["person"].dump(), R"({"both":0,"collection":1,"text":0})");
    EXPECT_EQ(origins["organisation"].dump(), R"({"both":0,"collection":0,"text":0})");
}

TEST_F(EntityIndex, AnUpdatedArticleHasItsNewEntitiesOnly) {
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    const test::TestIndex index(articles(), 1, &knowledge);
    WriterSettings settings;
    settings.knowledge = &knowledge;
    IndexWriter writer(index.path(), settings);
    writer.add(
        test::make_article("mosul", "Road closes", "Officials in Bergen, Norway, closed a road on Monday."));
    writer.publish();
    Snapshot snapshot(index.path());
    EXPECT_EQ(found(snapshot, "place:Iraq"), (Ids{"hillah"}));
    EXPECT_EQ(found(snapshot, "place:Norway"), (Ids{"mosul"}));
}

}  // namespace
}  // namespace broadsheet
