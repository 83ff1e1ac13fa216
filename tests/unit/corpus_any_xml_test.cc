#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/xml/any.h"
#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;

TEST(AnyXml, MapsElementsByTheirNames) {
    const Outcome outcome = read_text(R"(<?xml version="1.0"?>
<archive><title>All of them</title>
<story docid="d-000000000017" lang="en"><headline>Ferry runs again</headline>
<published>2024-01-24</published><byline>By Leila Haddad and Owen Pargeter</byline>
<keywords><k>ferries</k><k>harbour</k></keywords><place>Elmsworth</place><place>Quay</place>
<content><p>The ferry runs.</p><p>It had stopped &amp; waited.</p></content></story>
<story><headline>Bridge</headline><content>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></story>
</archive>)");
    ASSERT_EQ(outcome.told(), "");
    ASSERT_EQ(outcome.articles.size(), 2U);
    const Article& first = outcome.articles[0];
    EXPECT_EQ(first.id, "d-000000000017");
    EXPECT_EQ(first.title, "Ferry runs again");
    EXPECT_EQ(first.body, "The ferry runs.\n\nIt had stopped & waited.");
    EXPECT_EQ(first.date, start_of({2024, 1, 24}));
    EXPECT_EQ(first.language, "en");
    EXPECT_THAT(first.authors, ElementsAre("Leila Haddad", "Owen Pargeter"));
    EXPECT_THAT(first.tags, ElementsAre("ferries", "harbour"));
    EXPECT_THAT(first.places, ElementsAre("Elmsworth", "Quay"));
    EXPECT_TRUE(first.original.starts_with("<story docid"));
    EXPECT_EQ(outcome.articles[1].body, "One.\n\nTwo.");
}

TEST(AnyXml, ReadsNamedFieldsOfSearchEngines) {
    const Outcome outcome = read_text(
        R"(<add><doc><field name="id">a-1</field><field name="headline">Mill closes</field>)"
        R"(<field name="body">The mill closes.</field><field name="tags">mills</field><field name="tags">jobs</field>)"
        R"(</doc></add>)");
    ASSERT_EQ(outcome.articles.size(), 1U) << outcome.told();
    EXPECT_EQ(outcome.articles[0].title, "Mill closes");
    EXPECT_THAT(outcome.articles[0].tags, ElementsAre("mills", "jobs"));
}

TEST(AnyXml, ElementsCanBeMapped) {
    ReadOptions options;
    options.mapping = {{"title", "kop"}, {"body", "inhoud.tekst"}};
    const Outcome outcome = read_text(
        "<krant><stuk><kop>Brug open</kop><inhoud><tekst>Na een jaar.</tekst></inhoud></stuk></krant>", "xml",
        options);
    ASSERT_EQ(outcome.articles.size(), 1U) << outcome.told();
    EXPECT_EQ(outcome.articles[0].title, "Brug open");
    EXPECT_EQ(outcome.articles[0].body, "Na een jaar.");
}

TEST(AnyXml, WhatHasNoArticlesIsRefused) {
    for (const char* text :
         {"<results><result><id>1</id><version>2</version></result></results>",
          "<project><name>x</name><url>http://x.example</url><description>d</description></project>",
          "<svg><title>Map</title><text>Harbour</text></svg>"}) {
        const Outcome outcome = read_text(text);
        EXPECT_TRUE(outcome.articles.empty()) << text;
        EXPECT_EQ(outcome.problems.size(), 1U) << text;
    }
}

TEST(AnyXml, PartsOfAnArticleAreNotArticles) {
    JsonFields names({});
    const auto record = any_xml_record(
        "<a><article><title>t</title><text>b</text><section><title>u</title><text>c</text></section>"
        "<section><title>v</title><text>d</text></section></article></a>",
        names);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->name, "article");
    EXPECT_FALSE(record->nest);
}

}  // namespace
}  // namespace broadsheet::testing
