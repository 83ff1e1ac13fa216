// What comes from outside as it likes to be, and what is no English news.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/articles.h"
#include "tests/unit/entity_annotator_support.h"

namespace broadsheet::entities {
namespace {

using EntityAnnotatorHostile = EntityAnnotator;

TEST_F(EntityAnnotatorHostile, BadInputIsAnnotatedSoundly) {
    std::string list;
    for (int i = 0; i < 3'000; ++i)
        list += "Lena Brandt" + std::to_string(i % 700) + ", Marta Oyelaran, Tarn Bank, Oslo\n";
    const std::vector<Article> articles{
        article_of("", ""),
        article_of(" \n\n ", "\n\n\n"),
        article_of("", "word word word"),
        article_of("...", "??? !!! ... --- (((( \"\"\"\""),
        article_of("", list),
        article_of("Oslo", std::string("Oslo \xff\xfe Brandt \xc3 said\xe2\x82 in \x80 Norway.")),
        article_of(std::string("Os\0lo", 5), std::string("In Norway,\0 Lena Brandt\0\0 spoke in Oslo.", 41)),
        article_of("", std::string(100'000, 'A')),
        article_of("", std::string(100'000, '(')),
        article_of("Oslo", std::string(50'000, '\n')),
    };
    const std::vector<ArticleEntities> found = annotate_all(articles);
    ASSERT_EQ(found.size(), articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i)
        expect_sound(articles[i], found[i]);
    EXPECT_TRUE(found[0].entities.empty());
    EXPECT_TRUE(found[2].entities.empty());
    EXPECT_LE(found[4].entities.size(), 4'000u);
}

TEST_F(EntityAnnotatorHostile, OtherLanguagesAndScriptsGiveNothing) {
    const std::vector<Article> articles{
        article_of(
            "Le port est fermé",
            "Le maire de la ville a déclaré lundi que le pont de Lyon serait fermé pendant trois semaines, a "
            "rapporté la radio. Les habitants sont inquiets et demandent une réunion avec le conseil."),
        article_of(
            "Der Hafen ist zu",
            "Der Bürgermeister von Bremen sagte am Montag, dass die Brücke wegen der Arbeiten drei Wochen "
            "lang "
            "geschlossen bleibt. Die Anwohner der Stadt sind besorgt und wollen mit dem Rat sprechen."),
        article_of("", "北京的市长星期一说,这座桥将关闭三个星期。居民们很担心,希望与市政府谈谈。"),
        article_of("",
                   "Мэр Москвы сказал в понедельник, что мост будет закрыт на три недели. Жители города "
                   "обеспокоены."),
        article_of("", "قال رئيس بلدية بغداد يوم الاثنين إن الجسر سيغلق لمدة ثلاثة أسابيع."),
    };
    for (const Article& article : articles)
        EXPECT_TRUE(annotate(article).entities.empty()) << article.body;
}

TEST_F(EntityAnnotatorHostile, WhatTheCollectionGivesCountsInEveryLanguage) {
    Article article = article_of("", "北京的市长星期一说,这座桥将关闭三个星期。");
    article.people = {"陈伟"};
    article.places = {"Beijing"};
    const ArticleEntities found = annotate(article);
    EXPECT_EQ(labels(found, FieldId::person), (Labels{"陈伟"}));
    EXPECT_TRUE(labels(found, FieldId::place).contains("China"));
}

// With a time limit of the suite that squares would not keep.
TEST_F(EntityAnnotatorHostile, FiveMegabytesOfOneParagraphAreRead) {
    test::RandomArticles random(63);
    Article article = article_of("Oslo", "");
    while (article.body.size() < 5'000'000)
        article.body += random.sentence() + " Lena Brandt of Tarn Bank went to Oslo, Norway. ";
    const ArticleEntities found = annotate(article);
    expect_sound(article, found);
    EXPECT_TRUE(labels(found, FieldId::place).contains("Oslo"));
}

TEST_F(EntityAnnotatorHostile, AnyBytesAreAnnotated) {
    test::RandomArticles random(64);
    Annotator annotator(*knowledge_);
    for (int i = 0; i < 300; ++i) {
        Article article = article_of(random.bytes(random.below(60)), random.bytes(random.below(2'000)));
        if (random.one_in(2)) article.body += " Lena Brandt said in Oslo. " + random.bytes(40);
        article.people = {random.bytes(20), ""};
        article.organisations = {random.bytes(20), "  "};
        article.places = {random.bytes(20), ",", ""};
        const Article* only = &article;
        expect_sound(article, annotator.annotate({&only, 1}).front());
        if (HasFatalFailure()) return;
    }
}

TEST_F(EntityAnnotatorHostile, EmptyNamesOfTheCollectionAreNoEntities) {
    Article article = article_of("", "");
    article.people = {""};
    article.organisations = {"", ""};
    article.places = {"", "Norway"};
    const ArticleEntities found = annotate(article);
    ASSERT_EQ(found.entities.size(), 1u);
    EXPECT_EQ(found.entities.front().label, "Norway");
}

}  // namespace
}  // namespace broadsheet::entities
