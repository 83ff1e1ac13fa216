// How well the recogniser reads the sample collection, held against annotations made by hand.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/reader.h"
#include "indexer/entities/annotator.h"
#include "indexer/entities/recogniser.h"
#include "indexer/entities/train/evaluate.h"
#include "schema/error.h"
#include "schema/terms.h"
#include "tests/support/gold_entities.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet::test {
namespace {

using entities::EntityType;
using entities::Mention;
using entities::Role;
using entities::train::Count;

std::filesystem::path in_corpus(std::string_view name) {
    return std::filesystem::path(BROADSHEET_SOURCE_DIR) / "corpus" / name;
}

std::map<std::string, Article> sample_articles() {
    std::map<std::string, Article> articles;
    Receiver receiver;
    receiver.article = [&](Article&& article) {
        std::string id = article.id;
        EXPECT_TRUE(articles.emplace(id, std::move(article)).second) << id;
        return true;
    };
    receiver.problem = [](const Problem& problem) {
        ADD_FAILURE() << problem.where << ": " << problem.what;
        return true;
    };
    std::istringstream nothing;
    ReadTotals totals;
    read_sources({in_corpus("sample").string()}, {}, nothing, receiver, totals);
    return articles;
}

class SampleEntities : public ::testing::Test {
protected:
    const std::map<std::string, Article> articles_ = sample_articles();
    const Gold gold_ = read_gold(in_corpus("sample.entities.tsv"));
};

TEST_F(SampleEntities, GoldStandsWhereItSays) {
    for (const auto& [id, mentions] : gold_) {
        ASSERT_TRUE(articles_.contains(id)) << id;
        const Article& article = articles_.at(id);
        const Mention* last = nullptr;
        for (const GoldMention& gold : mentions) {
            const Mention& mention = gold.mention;
            const std::string_view text = mention.in_title ? article.title : article.body;
            ASSERT_LT(mention.begin, mention.end) << id << ' ' << gold.text;
            ASSERT_LE(mention.end, text.size()) << id << ' ' << gold.text;
            EXPECT_EQ(text.substr(mention.begin, mention.end - mention.begin), gold.text) << id;
            if (last != nullptr && last->in_title == mention.in_title) {
                EXPECT_LE(last->end, mention.begin) << id << ' ' << gold.text;
            }
            EXPECT_FALSE(last != nullptr && !last->in_title && mention.in_title) << id << ' ' << gold.text;
            last = &mention;
        }
    }
}

TEST_F(SampleEntities, GoldCoversAllThatIsEnglish) {
    std::set<std::string> without;
    for (const auto& [id, article] : articles_)
        if (!gold_.contains(id)) without.insert(id);
    EXPECT_EQ(without, (std::set<std::string>{"mn-0018", "mn-0019", "mn-0020"}));
}

TEST_F(SampleEntities, OneGoldEntityIsInOnePlace) {
    std::map<std::pair<EntityType, std::string>, std::pair<std::string, std::uint32_t>> places;
    std::map<std::uint32_t, std::string> names;
    for (const auto& [id, mentions] : gold_) {
        for (const GoldMention& gold : mentions) {
            const auto where = std::pair(gold.country, gold.geonames_id);
            const auto known = places.emplace(std::pair(gold.mention.type, gold.entity), where).first;
            EXPECT_EQ(known->second, where) << id << ' ' << gold.entity;
            if (gold.mention.type != EntityType::place) {
                EXPECT_TRUE(gold.country.empty() && gold.geonames_id == 0) << id << ' ' << gold.entity;
            }
            if (gold.geonames_id == 0) continue;
            EXPECT_EQ(gold.country.size(), 2u) << id << ' ' << gold.entity;
            EXPECT_EQ(names.emplace(gold.geonames_id, gold.entity).first->second, gold.entity) << id;
        }
    }
}

// The figures, in percent, and what they must not fall below: a point less than was measured when the
// annotations were made.
struct Floor {
    double precision;
    double recall;
    double f1;
};

void hold(std::string_view name, const Count& count, const Floor& floor) {
    std::ostringstream line;
    line << std::left << std::setw(14) << name << std::right << std::fixed << std::setprecision(2)
         << std::setw(8) << count.precision() << std::setw(8) << count.recall() << std::setw(8) << count.f1()
         << std::setw(8) << count.gold << std::setw(8) << count.found << std::setw(8) << count.right;
    std::cout << line.str() << '\n';
    EXPECT_GE(count.precision(), floor.precision) << name;
    EXPECT_GE(count.recall(), floor.recall) << name;
    EXPECT_GE(count.f1(), floor.f1) << name;
}

TEST_F(SampleEntities, RecogniserFindsThem) {
    // What is right: the same bytes with the same type; for roles, the same bytes with the same role.
    using Span = std::pair<bool, std::pair<std::uint32_t, std::uint32_t>>;
    const auto span_of = [](const Mention& it) { return Span(!it.in_title, {it.begin, it.end}); };

    const entities::Model model = entities::Model::load(BROADSHEET_ENTITY_MODEL);
    entities::Recogniser recogniser(model);
    std::map<EntityType, Count> types;
    std::map<Role, Count> roles;
    for (const auto& [id, mentions] : gold_) {
        const Article& article = articles_.at(id);
        std::map<Span, const Mention*> wanted;
        for (const GoldMention& gold : mentions) {
            wanted.emplace(span_of(gold.mention), &gold.mention);
            ++types[gold.mention.type].gold;
            ++roles[gold.mention.role].gold;
        }
        for (const Mention& mention : recogniser.recognise(article.title, article.body)) {
            ++types[mention.type].found;
            ++roles[mention.role].found;
            const auto match = wanted.find(span_of(mention));
            if (match == wanted.end()) continue;
            if (match->second->type == mention.type) ++types[mention.type].right;
            if (match->second->role == mention.role) ++roles[mention.role].right;
        }
    }
    Count all;
    for (const auto& [type, count] : types)
        all += count;

    std::cout << "              precision recall    F1    gold   found   right\n";
    hold("person", types[EntityType::person], {91.9, 93.5, 92.7});
    hold("organisation", types[EntityType::organisation], {88.0, 83.9, 85.9});
    hold("place", types[EntityType::place], {94.6, 94.1, 94.3});
    hold("all", all, {92.4, 91.3, 91.8});
    hold("subject", roles[Role::subject], {95.3, 94.2, 94.7});
    hold("dateline", roles[Role::dateline], {99.0, 98.0, 98.5});
    hold("agency", roles[Role::agency], {99.0, 99.0, 99.0});
    // None stands in these articles: the readers take bylines out of the text.
    EXPECT_EQ(roles[Role::byline].found, 0u);
    EXPECT_EQ(roles[Role::credit].found, 0u);
}

// Of the names that are found where they stand: are they who and where they are?
TEST_F(SampleEntities, AnnotatorKnowsWhoAndWhereTheyAre) {
    using Span = std::pair<bool, std::pair<std::uint32_t, std::uint32_t>>;
    const auto span_of = [](const Mention& it) { return Span(!it.in_title, {it.begin, it.end}); };

    const entities::Knowledge knowledge = entities::built_in_knowledge();
    entities::Annotator annotator(knowledge);
    std::map<EntityType, Count> types;
    Count people;
    Count organisations;
    Count countries;
    Count places;
    for (const auto& [id, mentions] : gold_) {
        Article article = articles_.at(id);
        article.people.clear();  // from the text alone
        article.organisations.clear();
        article.places.clear();
        const std::array<const Article*, 1> one{&article};
        const entities::ArticleEntities found = std::move(annotator.annotate(one).front());
        std::map<Span, const GoldMention*> wanted;
        for (const GoldMention& gold : mentions) {
            wanted.emplace(span_of(gold.mention), &gold);
            ++types[gold.mention.type].gold;
        }
        for (std::size_t i = 0; i < found.mentions.size(); ++i) {
            const Mention& mention = found.mentions[i];
            ++types[mention.type].found;
            const auto match = wanted.find(span_of(mention));
            if (match == wanted.end() || match->second->mention.type != mention.type) continue;
            ++types[mention.type].right;
            const GoldMention& gold = *match->second;
            const entities::NamedEntity& named = found.entities.at(found.entity_of[i]);
            const auto count = [](Count& into, bool right) {
                ++into.gold;
                ++into.found;
                into.right += right ? 1 : 0;
            };
            if (mention.type != EntityType::place) {
                const FieldId field =
                    mention.type == EntityType::person ? FieldId::person : FieldId::organisation;
                const auto* known = knowledge.aliases.find(field, name_key(field, gold.entity));
                const std::string& name = known == nullptr ? gold.entity : known->canonical;
                count(mention.type == EntityType::person ? people : organisations,
                      named.entity.id == value_id(field, name));
                continue;
            }
            if (gold.country.empty()) continue;
            const bool resolved = named.place != entities::no_place;
            const entities::Place place = resolved ? knowledge.gazetteer[named.place] : entities::Place{};
            if (!resolved && gold.geonames_id == 0) continue;  // neither knows where
            count(countries, resolved && place.country != entities::no_place &&
                                 knowledge.gazetteer[place.country].code == gold.country);
            if (gold.geonames_id != 0) count(places, resolved && place.geonames_id == gold.geonames_id);
        }
    }
    std::cout << "              precision recall    F1    gold   found   right\n";
    hold("person", types[EntityType::person], {94.1, 93.5, 93.8});
    hold("organisation", types[EntityType::organisation], {88.3, 86.5, 87.4});
    hold("place", types[EntityType::place], {94.9, 94.1, 94.5});
    hold("who: people", people, {96.8, 96.8, 96.8});
    hold("who: organis.", organisations, {90.2, 90.2, 90.2});
    hold("country", countries, {97.1, 97.1, 97.1});
    hold("the very place", places, {96.2, 96.2, 96.2});
}

TEST_F(SampleEntities, RecogniserFindsNothingThatIsNotEnglish) {
    const entities::Model model = entities::Model::load(BROADSHEET_ENTITY_MODEL);
    entities::Recogniser recogniser(model);
    for (const auto& [id, article] : articles_) {
        if (gold_.contains(id)) continue;
        EXPECT_TRUE(recogniser.recognise(article.title, article.body).empty()) << id;
    }
}

TEST(GoldEntities, ReadsAllColumns) {
    const TemporaryFolder folder;
    const Gold gold = read_gold(folder.write("gold.tsv",
                                             "# a comment\n"
                                             "a1\ttitle\t0\t7\tAl-Qaim\tplace\tdateline\tAl-Qaim\tIQ\t92138\n"
                                             "a1\tbody\t3\t9\tMs. Ng\tperson\tsubject\tAda Ng\t-\t-\n"));
    ASSERT_EQ(gold.size(), 1u);
    ASSERT_EQ(gold.at("a1").size(), 2u);
    const GoldMention& first = gold.at("a1")[0];
    EXPECT_EQ(first.mention, (Mention{0, 7, EntityType::place, Role::dateline, true}));
    EXPECT_EQ(first.text, "Al-Qaim");
    EXPECT_EQ(first.country, "IQ");
    EXPECT_EQ(first.geonames_id, 92138u);
    const GoldMention& second = gold.at("a1")[1];
    EXPECT_EQ(second.mention, (Mention{3, 9, EntityType::person, Role::subject, false}));
    EXPECT_EQ(second.entity, "Ada Ng");
    EXPECT_EQ(second.country, "");
    EXPECT_EQ(second.geonames_id, 0u);
}

TEST(GoldEntities, RefusesWhatIsNotOfItsForm) {
    const TemporaryFolder folder;
    for (const char* line : {"a1\ttitle\t0\t7\tBasra\tplace\tsubject\tBasra\tIQ",
                             "a1\ttitle\t0\t7\tBasra\tplace\tsubject\tBasra\tIQ\t1\t2",
                             "a1\tlead\t0\t7\tBasra\tplace\tsubject\tBasra\tIQ\t1",
                             "a1\ttitle\t-1\t7\tBasra\tplace\tsubject\tBasra\tIQ\t1",
                             "a1\ttitle\t0\t7x\tBasra\tplace\tsubject\tBasra\tIQ\t1",
                             "a1\ttitle\t0\t7\tBasra\ttown\tsubject\tBasra\tIQ\t1",
                             "a1\ttitle\t0\t7\tBasra\tplace\tobject\tBasra\tIQ\t1",
                             "a1\ttitle\t0\t7\tBasra\tplace\tsubject\t\tIQ\t1"})
        EXPECT_THROW(read_gold(folder.write("gold.tsv", line)), Error) << line;
    EXPECT_THROW(read_gold(folder / "missing.tsv"), Error);
}

}  // namespace
}  // namespace broadsheet::test
