#include <gtest/gtest.h>

#include <string>

#include "indexer/entities/places/compile/assemble.h"
#include "indexer/entities/places/evaluate/scores.h"
#include "schema/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/places_support.h"

namespace broadsheet::entities::places {
namespace {

constexpr const char* marked_articles = R"(<articles>
<article docid="1"><domain>one.example</domain>
<text><![CDATA[Café news: Basra & Paris]]></text>
<toponyms>
<toponym><start>11</start><end>16</end><phrase>Basra</phrase><gaztag geonameid="99532"><lat>30.5</lat>
<lon>47.8</lon><country geonameid="99237">Iraq</country></gaztag></toponym>
<toponym><start>19</start><end>24</end><phrase>Paris</phrase></toponym>
<toponym><start>90</start><end>95</end><phrase>beyond the text</phrase></toponym>
</toponyms></article>
</articles>)";

TEST(EntityPlacesEvaluation, ReadsMarkedArticlesAndScoresThem) {
    const test::TemporaryFolder folder;
    const auto articles = read_located_articles(folder.write("marked.xml", marked_articles));
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(articles[0].source, "one.example");
    ASSERT_EQ(articles[0].toponyms.size(), 2u);
    const Toponym& basra = articles[0].toponyms[0];
    EXPECT_EQ(articles[0].text.substr(basra.begin, basra.end - basra.begin), "Basra");
    EXPECT_TRUE(basra.located);
    EXPECT_EQ(basra.country_id, 99237u);
    EXPECT_FALSE(articles[0].toponyms[1].located);

    const auto any = [](const std::string&) { return true; };
    const PlaceScores scores =
        evaluate(shipped_gazetteer(), {}, articles, marked_mentions, Prior::others, any);
    EXPECT_EQ(scores.located, 1u);
    EXPECT_EQ(scores.near, 1u);
    EXPECT_EQ(scores.country_right, 1u);
    EXPECT_EQ(scores.found, 1u);  // where Paris lies nobody said
    EXPECT_EQ(scores.correct, 1u);
}

TEST(EntityPlacesEvaluation, RefusesOtherFiles) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(read_located_articles(folder.write("other.xml", "<html></html>")), Error);
    EXPECT_THROW(read_located_articles(folder / "missing.xml"), Error);
}

TEST(EntityPlacesCompiling, MakesAGazetteerOfRecords) {
    GeoNames records;
    records.countries = {{"QX", "Qxland", "Qxtown", 1000, 1}};
    records.regions = {{"QX.1", "Upper Province", "Upper Province", 2}};
    records.districts = {{"QX.1.2", "Lake County", "Lake County", 3}};
    records.towns = {{4, "Qxtöwn", "Qxtown", {"Ville Qx"}, 10.0F, 20.0F, "PPLC", "QX", "QX.1", "QX.1.2", 500},
                     {5, "Nowhere", "Nowhere", {}, 11.0F, 21.0F, "PPL", "QX", "QX.1", "QX.1.9", 50}};
    const std::string packed = Gazetteer::pack(assemble(records));
    EXPECT_EQ(Gazetteer::pack(assemble(records)), packed);
    const Gazetteer gazetteer = Gazetteer::unpack(packed);
    const auto only = [&](std::string_view key) {
        const auto found = gazetteer.find(key);
        return found.size() == 1 ? gazetteer[found[0].place()] : Place{};
    };
    const Place town = only("qxtown");
    EXPECT_EQ(town.geonames_id, 4u);
    EXPECT_EQ(gazetteer[town.district].geonames_id, 3u);
    EXPECT_EQ(only("ville qx").geonames_id, 4u);  // a capital is known abroad
    EXPECT_EQ(only("lake").geonames_id, 3u);
    EXPECT_EQ(only("lake county").geonames_id, 3u);
    const Place region = only("upper province");
    EXPECT_EQ(region.geonames_id, 2u);
    EXPECT_EQ(region.population, 550u);
    EXPECT_NEAR(region.latitude, 10.5F, 0.001F);
    EXPECT_EQ(gazetteer[region.country].geonames_id, 1u);
    EXPECT_EQ(only("nowhere").district, no_place);
}

}  // namespace
}  // namespace broadsheet::entities::places
