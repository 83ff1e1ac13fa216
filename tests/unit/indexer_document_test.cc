#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "indexer/document.h"
#include "schema/terms.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

std::set<std::string> terms_of(const Xapian::Document& document) {
    std::set<std::string> terms;
    for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it)
        terms.insert(*it);
    return terms;
}

TEST(Document, HasWordsIdAndFacets) {
    const Article article = test::full_article("x");
    Analyser analyser({});
    const AnalysedText& text = analyser.analyse(article.title, article.body);
    const auto values = facet_values(article, nullptr);
    const Xapian::Document document = make_document(article, text, analyser.vocabulary(), 3, values, 4711);
    const std::set<std::string> terms = terms_of(document);
    for (const std::string& term : std::initializer_list<std::string>{
             "Q:x", url_term("https://gazette.example/x"), "S:basra", "basra", "lodz", "5.93", "at&t"}) {
        EXPECT_TRUE(terms.contains(term)) << term;
    }
    EXPECT_FALSE(terms.contains("S:lodz")) << "it is not in the title";
    EXPECT_TRUE(terms.contains(value_term(FieldId::place, value_id(FieldId::place, "basra"))));
    EXPECT_TRUE(terms.contains(value_term(FieldId::source, value_id(FieldId::source, "gazette"))));
    EXPECT_EQ(unpack_ids(document.get_value(field(FieldId::place).slot)).size(), 3u);
    EXPECT_EQ(document.get_value(content_hash_slot), pack_hash(4711));
    EXPECT_EQ(static_cast<std::int64_t>(
                  Xapian::sortable_unserialise(document.get_value(field(FieldId::date).slot))),
              article.date);
}

TEST(Document, WordsOfTheTitleCountMoreAndBooleanTermsNothing) {
    Analyser analyser({"none", 5});
    Article article;
    article.id = "x";
    const AnalysedText& text = analyser.analyse("oil", "oil oil grain");
    const Xapian::Document document = make_document(article, text, analyser.vocabulary(), 5, {}, 0);
    std::uint64_t sum = 0;
    for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
        EXPECT_EQ(it.get_wdf(), *it == "oil" ? 7u : *it == "grain" ? 1u : 0u) << *it;
        sum += it.get_wdf();
    }
    EXPECT_EQ(document_length(text, 5), sum);
}

TEST(Document, ItsLengthIsXapians) {
    const test::TemporaryFolder folder;
    Xapian::WritableDatabase database((folder / "db").string(), Xapian::DB_CREATE);
    Analyser analyser({});
    for (const Article& article : test::RandomArticles(43).some(100)) {
        for (const std::uint32_t weight : {0u, 1u, 3u}) {
            const AnalysedText& text = analyser.analyse(article.title, article.body);
            const auto id = database.add_document(make_document(article, text, analyser.vocabulary(), weight,
                                                                facet_values(article, nullptr), 0));
            ASSERT_EQ(document_length(text, weight), database.get_doclength(id));
        }
    }
}

TEST(Document, FacetValuesAreAscendingDistinctAndNamed) {
    Article article = test::full_article("x");
    article.people = {"María Peña", "maria pena", "", "Chen Wei", "María Peña"};
    article.section.clear();
    const auto values = facet_values(article, nullptr);
    EXPECT_TRUE(std::is_sorted(values.begin(), values.end(),
                               [](const auto& a, const auto& b) { return a.value < b.value; }));
    std::size_t people = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        EXPECT_TRUE(i == 0 || values[i - 1].value != values[i].value);
        EXPECT_FALSE(values[i].label.empty());
        EXPECT_NE(values[i].value.field, FieldId::section);
        people += values[i].value.field == FieldId::person;
        if (values[i].value.id == value_id(FieldId::person, "maria pena")) {
            EXPECT_EQ(values[i].label, "María Peña");
        }
    }
    EXPECT_EQ(people, 2u);
    const ColumnRow row = make_row(article, 17, values, {}, {});
    EXPECT_EQ(row.length, 17u);
    EXPECT_EQ(row.date, article.date);
    ASSERT_EQ(row.values.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_EQ(row.values[i], values[i].value);
}

TEST(Document, RowsTellHowMuchTheArticleIsAboutAnEntity) {
    const FacetValue person{FieldId::person, 7};
    const FacetValue place{FieldId::place, 8};
    const FacetValue country{FieldId::place, 9};
    const FacetValue tag{FieldId::tag, 9};  // no entity, whatever its number
    Annotation annotation(2);
    annotation[0].id = 7;
    annotation[0].salience = subject_salience;
    annotation[1].field = FieldId::place;
    annotation[1].id = 8;
    annotation[1].salience = subject_salience - 1;
    const ColumnRow row =
        make_row({}, 1, {{person, "A"}, {place, "B"}, {country, "C"}, {tag, "D"}}, annotation, {7, 9});
    EXPECT_EQ(row.levels, (std::vector<SalienceLevel>{subject_level, subject_level - 1, subject_level, 0}));
}

// Xapian refuses a bad term only when it is too late for the whole batch.
TEST(Document, NoArticleHasATermThatXapianRefuses) {
    const test::TemporaryFolder folder;
    Xapian::WritableDatabase database((folder / "db").string(), Xapian::DB_CREATE);
    test::RandomArticles random(44);
    for (const char* stemmer : {"en", "porter", "none"}) {
        Analyser analyser({stemmer, 3});
        for (int i = 0; i < 60; ++i) {
            Article article = random.next(random.bytes(random.below(600)));
            article.url = random.bytes(random.below(1000));
            article.title = random.bytes(100) + " s S's " + std::string(random.below(1000), 'x');
            article.body = random.bytes(1000) + std::string(random.below(1000), '1') + " " + random.body(2);
            article.people = {random.bytes(300), std::string(500, '\0'), "\xff", std::string(100'000, 'y')};
            const AnalysedText& text = analyser.analyse(article.title, article.body);
            const Xapian::Document document =
                make_document(article, text, analyser.vocabulary(), 3, facet_values(article, nullptr), 0);
            ASSERT_NO_THROW(database.add_document(document));
        }
    }
    ASSERT_NO_THROW(database.commit());
}

}  // namespace
}  // namespace broadsheet
