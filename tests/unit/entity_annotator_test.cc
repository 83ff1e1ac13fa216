// From an article to its entities.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/entities/annotator.h"
#include "schema/place_id.h"
#include "tests/unit/entity_annotator_support.h"

namespace broadsheet::entities {
namespace {

const Article& on_iraq() {
    static const Article article = [] {
        Article made = article_of(
            "Iraq to reopen border crossing",
            "BAGHDAD, Jan 24 (Gazette) - Iraqi Prime Minister Muhammad Shia Al-Sudani opened a bridge on "
            "Wednesday. Al-Sudani thanked the workers.\n\nSudani later went to Babil with Marta Oyelaran of "
            "the "
            "European Space Agency (ESA), who said ESA had paid.\n\nBy Lena Brandt");
        made.people = {"al-Sudani, Mohammed"};
        made.organisations = {"The European Space Agency"};
        made.places = {"Iraq", "Tarnovia"};
        return made;
    }();
    return article;
}

TEST_F(EntityAnnotator, NamesOfOnePersonAreOneEntity) {
    const ArticleEntities found = annotate(on_iraq());
    expect_sound(on_iraq(), found);
    for (const char* name : {"Muhammad Shia Al-Sudani", "Al-Sudani", "Sudani"})
        EXPECT_EQ(meant(on_iraq(), found, name), "Muhammad Shia Al-Sudani") << name;
    const NamedEntity* person = named(found, "Muhammad Shia Al-Sudani");
    ASSERT_NE(person, nullptr);
    EXPECT_EQ(person->entity.id, value_id(FieldId::person, "Muhammad al-Sudani"));
    EXPECT_EQ(person->entity.mentions.size(), 3u);
    EXPECT_EQ(found.entities.front().label, "Muhammad Shia Al-Sudani") << "the most salient";
}

TEST_F(EntityAnnotator, AnAcronymIsWhatTheTextSays) {
    const ArticleEntities found = annotate(on_iraq());
    EXPECT_EQ(meant(on_iraq(), found, "ESA"), "European Space Agency");
    EXPECT_EQ(labels(found, FieldId::organisation), (Labels{"European Space Agency"}));
}

TEST_F(EntityAnnotator, TheCollectionsOwnNamesAreTheSameEntities) {
    const ArticleEntities found = annotate(on_iraq());
    for (const char* label : {"Muhammad Shia Al-Sudani", "European Space Agency", "Iraq"}) {
        const NamedEntity* entity = named(found, label);
        ASSERT_NE(entity, nullptr) << label;
        EXPECT_TRUE(entity->entity.given) << label;
        EXPECT_TRUE(entity->recognised) << label;
    }
    const NamedEntity* only_given = named(found, "Tarnovia");
    ASSERT_NE(only_given, nullptr);
    EXPECT_TRUE(only_given->entity.given && only_given->counts() && !only_given->recognised);
    EXPECT_TRUE(only_given->entity.mentions.empty());
    EXPECT_TRUE(is_name_only(only_given->entity.id)) << "no gazetteer has it";
    const NamedEntity* only_in_text = named(found, "Marta Oyelaran");
    ASSERT_NE(only_in_text, nullptr);
    EXPECT_FALSE(only_in_text->entity.given);
}

TEST_F(EntityAnnotator, BylinesAndDatelinesAreNotCounted) {
    const ArticleEntities found = annotate(on_iraq());
    EXPECT_EQ(labels(found, FieldId::person), (Labels{"Muhammad Shia Al-Sudani", "Marta Oyelaran"}));
    EXPECT_EQ(meant(on_iraq(), found, "Lena Brandt"), "Lena Brandt") << "yet known";
    EXPECT_FALSE(labels(found, FieldId::place).contains("Baghdad"));
    std::vector<std::string> dateline;
    for (const std::uint32_t i : found.dateline)
        dateline.push_back(found.entities[i].label);
    ASSERT_GE(dateline.size(), 2u);
    EXPECT_EQ(dateline.front(), "Baghdad");
    EXPECT_EQ(dateline.back(), "Iraq") << "with what it lies in";
}

TEST_F(EntityAnnotator, APlaceStandsForWhatItLiesIn) {
    const Article article = article_of("Bridge opens", "Officials in Hillah opened a bridge on Monday.");
    const ArticleEntities found = annotate(article);
    expect_sound(article, found);
    const NamedEntity* country = named(found, "Iraq");
    ASSERT_NE(country, nullptr);
    EXPECT_TRUE(country->implied);
    EXPECT_TRUE(country->counts());
    EXPECT_FALSE(country->recognised);
    EXPECT_TRUE(country->entity.mentions.empty()) << "the text does not name it";
    EXPECT_GT(country->entity.salience, 0);
    EXPECT_EQ(level_of(country->entity.id), PlaceLevel::country);
    std::size_t towns = 0;
    for (const NamedEntity& each : found.entities) {
        if (level_of(each.entity.id) != PlaceLevel::town || each.entity.field != FieldId::place) continue;
        ++towns;
        EXPECT_EQ(country_of(each.entity.id), country->entity.id);
        EXPECT_NE(each.where.region, 0u);
        EXPECT_NEAR(each.where.latitude, 32.5, 0.5);
        EXPECT_NEAR(each.where.longitude, 44.2, 0.5);
    }
    EXPECT_EQ(towns, 1u);
}

TEST_F(EntityAnnotator, WhatIsNamedIsNotImplied) {
    const ArticleEntities found =
        annotate("Bridge opens", "Officials in Hillah, in Iraq, opened a bridge on Monday.");
    const NamedEntity* country = named(found, "Iraq");
    ASSERT_NE(country, nullptr);
    EXPECT_TRUE(country->recognised);
    EXPECT_FALSE(country->implied);
}

TEST_F(EntityAnnotator, OneCountryHasManyNames) {
    const Article article = article_of(
        "Storm hits the coast",
        "The storm reached the United States on Monday. The U.S. said it was ready; the USA has many boats.");
    const ArticleEntities found = annotate(article);
    EXPECT_EQ(labels(found, FieldId::place), (Labels{"United States"}));
    EXPECT_EQ(named(found, "United States")->entity.mentions.size(), 3u);
    EXPECT_EQ(geonames_of(named(found, "United States")->entity.id), 6'252'001u);
}

TEST_F(EntityAnnotator, PlacesThatNobodyKnowsStayNames) {
    const Article article = article_of(
        "Ports of Tarnovia",
        "Ships sailed from Norway to Quorlandia on Monday. The ferry from Quorlandia to Norway was late.");
    const ArticleEntities found = annotate(article);
    const NamedEntity* unknown = named(found, "Quorlandia");
    ASSERT_NE(unknown, nullptr);
    EXPECT_EQ(unknown->entity.field, FieldId::place);
    EXPECT_TRUE(is_name_only(unknown->entity.id));
    EXPECT_EQ(unknown->place, no_place);
    EXPECT_EQ(unknown->entity.id, value_id(FieldId::place, "Quorlandia"));
}

TEST_F(EntityAnnotator, DemonymsAreNoMentions) {
    const Article article =
        article_of("Trade falls",
                   "French and German farmers met Norwegian fishermen on Monday. A Norwegian boat was late.");
    const ArticleEntities found = annotate(article);
    EXPECT_EQ(labels(found, FieldId::place), Labels{});
}

TEST_F(EntityAnnotator, ACompanyMayBeCalledByItsFirstWord) {
    const Article article = article_of(
        "",
        "Halvorsen Marine Corp said on Tuesday that it would buy two ships. Halvorsen expects them in May. "
        "Analysts said Halvorsen had paid too much.");
    const ArticleEntities found = annotate(article);
    EXPECT_EQ(labels(found, FieldId::organisation), (Labels{"Halvorsen Marine Corp"}));
    EXPECT_EQ(labels(found, FieldId::person), Labels{});
    EXPECT_EQ(meant(article, found, "Halvorsen"), "Halvorsen Marine Corp");
}

TEST_F(EntityAnnotator, NamesInCapitalsAreShownAsOthersAre) {
    const Article article = article_of("STORM HITS NORWAY",
                                       "THE STORM HIT NORWAY ON MONDAY, OFFICIALS IN OSLO SAID.\n\nPRIME "
                                       "MINISTER LENA BRANDT SAID SHE WOULD VISIT BERGEN.");
    const ArticleEntities found = annotate(article);
    expect_sound(article, found);
    EXPECT_EQ(labels(found, FieldId::person), (Labels{"Lena Brandt"}));
    EXPECT_TRUE(labels(found, FieldId::place).contains("Oslo"));
}

TEST_F(EntityAnnotator, ATableOfAliasesUnitesWhatNoTextDoes) {
    Knowledge knowledge = built_in_knowledge();
    knowledge.aliases.add(
        "Marta Oyelaran\tMother Courage\tperson\nTarn Holding\tTarn Bank\torganisation\nNorway\tthe "
        "Fjordlands\tplace\n",
        "mine");
    const Article first = article_of("",
                                     "Prime Minister Marta Oyelaran met officials on Monday. Tarn Holding "
                                     "said that it had sold its mill.");
    Article second = article_of("", "Analysts at Tarn Bank said on Monday that shares fell.");
    second.people = {"Mother Courage"};
    second.places = {"Norway"};
    const std::vector<const Article*> both{&first, &second};
    const std::vector<ArticleEntities> found = Annotator(knowledge).annotate(both);
    for (const char* label : {"Marta Oyelaran", "Tarn Holding"}) {
        ASSERT_NE(named(found[0], label), nullptr) << label;
        ASSERT_NE(named(found[1], label), nullptr) << label;
        EXPECT_EQ(named(found[0], label)->entity.id, named(found[1], label)->entity.id);
    }
    const std::vector<std::string>& keys = named(found[0], "Tarn Holding")->keys;
    EXPECT_NE(std::find(keys.begin(), keys.end(), "tarn bank"), keys.end()) << "can be asked for, too";
}

TEST_F(EntityAnnotator, AnAliasOfAPlaceIsThatPlace) {
    Knowledge knowledge = built_in_knowledge();
    knowledge.aliases.add("Norway\tQuorlandia\tplace\nZembla\tQuistland\tplace\n", "mine");
    const Article article =
        article_of("",
                   "Ships sailed from Denmark to Quorlandia on Monday. The ferry from Quorlandia to Denmark "
                   "was late. Ships "
                   "sailed from Denmark to Quistland. The ferry from Quistland to Denmark was late.");
    const Article* only = &article;
    const ArticleEntities found = Annotator(knowledge).annotate({&only, 1}).front();
    EXPECT_EQ(meant(article, found, "Quorlandia"), "Norway");
    EXPECT_EQ(meant(article, found, "Quistland"), "Zembla") << "a name for a name";
}

TEST_F(EntityAnnotator, ASourcesOtherArticlesSayWhereItIs) {
    std::vector<Article> articles;
    for (const char* town : {"Worcester, Massachusetts", "Lowell, Massachusetts", "Holyoke, Massachusetts",
                             "Pittsfield, Massachusetts"}) {
        articles.push_back(
            article_of("Council meets", std::string("The council met in ") + town + ", on Monday."));
    }
    articles.push_back(article_of("Council meets", "The council met in Springfield on Monday."));
    const Article& unclear = articles.back();
    const auto region = [](const ArticleEntities& found) {
        const NamedEntity* town = named(found, "Springfield");
        return town == nullptr ? ValueId{0} : town->where.region;
    };
    for (Article& article : articles)
        article.source = "Bay Post";
    const ArticleEntities with_others = annotate_all(articles).back();
    const NamedEntity* state = named(with_others, "Massachusetts");
    ASSERT_NE(state, nullptr);
    EXPECT_EQ(region(with_others), state->entity.id);
    EXPECT_NE(region(annotate(unclear)), state->entity.id) << "alone it is another";
}

void expect_same(const ArticleEntities& a, const ArticleEntities& b) {
    EXPECT_EQ(a.mentions, b.mentions);
    EXPECT_EQ(a.entity_of, b.entity_of);
    EXPECT_EQ(a.dateline, b.dateline);
    ASSERT_EQ(a.entities.size(), b.entities.size());
    for (std::size_t i = 0; i < a.entities.size(); ++i) {
        EXPECT_EQ(a.entities[i].entity, b.entities[i].entity);
        EXPECT_EQ(a.entities[i].label, b.entities[i].label);
        EXPECT_EQ(a.entities[i].keys, b.entities[i].keys);
    }
}

TEST_F(EntityAnnotator, WhatCameBeforeDoesNotMatter) {
    Annotator annotator(*knowledge_);
    const Article* iraq = &on_iraq();
    const Article other = article_of("Norway", "Muhammad Brandt of Tarn Bank spoke in Oslo on Monday.");
    const Article* norway = &other;
    const ArticleEntities first = annotator.annotate({&iraq, 1}).front();
    annotator.annotate({&norway, 1});
    expect_same(annotator.annotate({&iraq, 1}).front(), first);
    expect_same(annotate(on_iraq()), first);
    const std::vector<const Article*> both{norway, iraq};
    expect_same(annotator.annotate(both).back(), first);
    EXPECT_TRUE(annotator.annotate({}).empty());
}

}  // namespace
}  // namespace broadsheet::entities
