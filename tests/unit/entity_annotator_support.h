// Articles annotated with everything that the program carries within itself.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/annotator.h"
#include "tests/support/index_builder.h"

namespace broadsheet::entities {

using Labels = std::set<std::string>;

inline Article article_of(const std::string& title, const std::string& body) {
    Article article = test::make_article("a", title, body);
    article.source.clear();
    return article;
}

class EntityAnnotator : public ::testing::Test {
protected:
    static void SetUpTestSuite() { knowledge_ = std::make_unique<Knowledge>(built_in_knowledge()); }
    static void TearDownTestSuite() { knowledge_.reset(); }

    static ArticleEntities annotate(const Article& article) {
        Annotator annotator(*knowledge_);
        const Article* only = &article;
        return annotator.annotate({&only, 1}).front();
    }
    static ArticleEntities annotate(const std::string& title, const std::string& body) {
        return annotate(article_of(title, body));
    }
    static std::vector<ArticleEntities> annotate_all(const std::vector<Article>& articles) {
        std::vector<const Article*> pointers;
        for (const Article& article : articles)
            pointers.push_back(&article);
        return Annotator(*knowledge_).annotate(pointers);
    }

    static inline std::unique_ptr<Knowledge> knowledge_;  // read only
};

// Of the entities that facets count.
inline Labels labels(const ArticleEntities& found, FieldId field_id) {
    Labels result;
    for (const NamedEntity& each : found.entities) {
        if (each.counts() && each.entity.field == field_id) result.insert(each.label);
    }
    return result;
}

inline const NamedEntity* named(const ArticleEntities& found, std::string_view label) {
    const auto place = std::find_if(found.entities.begin(), found.entities.end(),
                                    [&](const NamedEntity& each) { return each.label == label; });
    return place == found.entities.end() ? nullptr : &*place;
}

// What a name in the text was taken for; empty where it is no mention.
inline std::string meant(const Article& article, const ArticleEntities& found, std::string_view name) {
    for (std::size_t i = 0; i < found.mentions.size(); ++i) {
        const Mention& mention = found.mentions[i];
        const std::string_view text = mention.in_title ? article.title : article.body;
        if (text.substr(mention.begin, mention.end - mention.begin) == name)
            return found.entities.at(found.entity_of.at(i)).label;
    }
    return {};
}

// What must hold of every result.
inline void expect_sound(const Article& article, const ArticleEntities& found) {
    ASSERT_EQ(found.entity_of.size(), found.mentions.size());
    for (const Mention& mention : found.mentions) {
        ASSERT_LT(mention.begin, mention.end);
        ASSERT_LE(mention.end, (mention.in_title ? article.title : article.body).size());
    }
    for (const std::uint32_t entity : found.entity_of)
        ASSERT_TRUE(entity == ArticleEntities::none || entity < found.entities.size());
    for (const std::uint32_t entity : found.dateline)
        ASSERT_LT(entity, found.entities.size());
    std::set<std::pair<FieldId, ValueId>> seen;
    for (std::size_t i = 0; i < found.entities.size(); ++i) {
        const Entity& entity = found.entities[i].entity;
        ASSERT_TRUE(seen.emplace(entity.field, entity.id).second) << found.entities[i].label;
        ASSERT_LE(entity.salience, 100);
        ASSERT_TRUE(i == 0 || found.entities[i - 1].entity.salience >= entity.salience);
        ASSERT_FALSE(found.entities[i].label.empty());
        ASSERT_TRUE(std::is_sorted(entity.mentions.begin(), entity.mentions.end(),
                                   [](const EntityMention& a, const EntityMention& b) {
                                       return a.in_title != b.in_title ? a.in_title : a.begin < b.begin;
                                   }));
    }
}

}  // namespace broadsheet::entities
