#include <gtest/gtest.h>

#include <fstream>

#include "searcher/engine/explain.h"
#include "searcher/engine/search.h"
#include "searcher/query/parser.h"
#include "searcher/understand/synonyms.h"
#include "tests/support/errors.h"
#include "tests/support/index_builder.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

std::vector<std::string> forms_of(const std::string& lines, const std::string& typed) {
    const SynonymLines read(lines, "file");
    const SynonymTable table(read, "en");
    query::Words words;
    const query::Node root = query::parse(typed, 0).root;
    query::for_each_leaf(root, [&](const query::Node& leaf, bool) {
        const auto& text = std::get<query::Text>(leaf.is).words;
        words.insert(words.end(), text.begin(), text.end());
    });
    std::vector<std::string> result;
    for (const query::Words& form : table.find(words).forms) {
        std::string text;
        for (const query::Word& word : form)
            text += (text.empty() ? "" : " ") + word.folded;
        result.push_back(text);
    }
    return result;
}

std::string why(const std::string& lines) {
    try {
        const SynonymLines read(lines, "file");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::usage);
        return error.what();
    }
    return "";
}

using Texts = std::vector<std::string>;

TEST(Synonyms, OfALineFindEachOther) {
    const std::string lines = "# vehicles\n\ncar, automobile, motor car\r\n";
    EXPECT_EQ(forms_of(lines, "car"), (Texts{"automobile", "motor car"}));
    EXPECT_EQ(forms_of(lines, "motor car"), (Texts{"car", "automobile"}));
    EXPECT_EQ(forms_of(lines, "motor"), Texts{});
    EXPECT_EQ(forms_of(lines, "motor bus"), Texts{});
}

TEST(Synonyms, AnArrowGoesOneWay) {
    const std::string lines = "sanction, penalty => embargo, boycott\n";
    EXPECT_EQ(forms_of(lines, "sanction"), (Texts{"embargo", "boycott"}));
    EXPECT_EQ(forms_of(lines, "penalty"), (Texts{"embargo", "boycott"}));
    EXPECT_EQ(forms_of(lines, "embargo"), Texts{});
}

TEST(Synonyms, EveryFormOfAWordIsMeant) {
    const std::string lines = "\xef\xbb\xbf\x43\x61\x66\xc3\xa9, coffee house\n";  // with a byte order mark
    EXPECT_EQ(forms_of(lines, "CAFES"), Texts{"coffee house"});
    EXPECT_EQ(forms_of(lines, "Coffee Houses"), Texts{"cafe"});
}

TEST(Synonyms, OfSeveralLinesAddUp) {
    EXPECT_EQ(forms_of("a1, b1\na1, c1, b1\na1 => d1\n", "a1"), (Texts{"b1", "c1", "d1"}));
}

TEST(Synonyms, ABadLineIsNamed) {
    EXPECT_EQ(why("car, automobile\n\nlonely\n"), "file:3 has only one word or phrase");
    EXPECT_EQ(why("a, , b"), "file:1 has nothing to search for between its commas");
    EXPECT_EQ(why("a,b,"), "file:1 has nothing to search for between its commas");
    EXPECT_EQ(why("=> b"), "file:1 has nothing to search for between its commas");
    EXPECT_EQ(why("a =>"), "file:1 has nothing to search for between its commas");
    EXPECT_EQ(why("a => b => c"), "file:1 has more than one =>");
    EXPECT_EQ(why("# fine\na, \x01\x02"), "file:2 has nothing to search for between its commas");
    EXPECT_EQ(why("a, one two three four five six seven eight nine"),
              "file:1 has a phrase of more than 8 words");
    EXPECT_EQ(why(""), "");
}

TEST(Synonyms, AreBounded) {
    std::string wide = "w0";
    for (int i = 1; i < 65; ++i)
        wide += ",w" + std::to_string(i);
    EXPECT_EQ(why(wide), "file:1 has more than 64 words and phrases");
    std::string tall;
    for (std::size_t i = 0; i <= most_lines_of_synonyms; ++i)
        tall += "a,b\n";
    EXPECT_EQ(why(tall), "file:50001 is one too many: at most 50000 are read");
    const std::string word(8'000, 'x');
    EXPECT_EQ(forms_of(word + ", y1\n", word), Texts{"y1"});
    EXPECT_EQ(forms_of(std::string(100'000, 'x') + ", y1\n", word), Texts{"y1"});  // as far as words count
    EXPECT_LE(forms_of(wide.substr(0, wide.rfind(',')), "w0").size(), query::most_forms);
}

TEST(Synonyms, FilesThatAreTooLargeOrNoneAreRefused) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "large";
    std::ofstream(path) << std::string(largest_synonyms + 1, 'a');
    EXPECT_THROW(read_synonyms(path), Error);
    EXPECT_THROW(read_synonyms(folder.path() / "none"), Error);
    EXPECT_THROW(read_synonyms(folder.path()), Error);
    EXPECT_THROW(read_synonyms("/dev/zero"), Error);
}

class SynonymSearch : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<Article> articles{
            test::make_article("car", "Cars sell", "The car is red. A car is a car."),
            test::make_article("auto", "Vehicles sell", "The automobile is red."),
            test::make_article("motor", "Vehicles stand", "The motor car is blue."),
            test::make_article("other", "Motors stand", "A motor stands in the rain, and no cart."),
        };
        index_ = std::make_unique<test::TestIndex>(articles, 2);
    }
    static void TearDownTestSuite() { index_.reset(); }

    static SearchRequest request(const std::string& query, const std::string& lines) {
        SearchRequest request;
        request.query = query;
        request.synonyms = std::make_shared<const Synonyms>(SynonymLines(lines, "file"));
        return request;
    }

    std::vector<std::string> ids(const std::string& query, const std::string& lines) {
        std::vector<std::string> result;
        for (const Hit& hit : search(snapshot_, request(query, lines)).hits)
            result.push_back(hit.article.id);
        return result;
    }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

TEST_F(SynonymSearch, WhatWasTypedComesFirst) {
    EXPECT_EQ(ids("car", "car, automobile"), (Texts{"car", "motor", "auto"}));
    EXPECT_EQ(ids("automobile", "car, automobile"), (Texts{"auto", "car", "motor"}));
    EXPECT_EQ(ids("automobile", "car => automobile"), Texts{"auto"});
    EXPECT_EQ(ids("automobile red", "automobile, motor car"), Texts{"auto"});
    EXPECT_EQ(ids("automobile", "automobile, motor car"), (Texts{"auto", "motor"}));
}

TEST_F(SynonymSearch, NegationsTakeThemOutToo) {
    EXPECT_EQ(ids("vehicles -automobile", "automobile, car"), Texts{});
}

TEST_F(SynonymSearch, AreMarkedInHits) {
    const SearchResponse response = search(snapshot_, request("automobile", "automobile, motor car"));
    ASSERT_EQ(response.hits.size(), 2U);
    const MarkedText& snippet = response.hits[1].snippet;
    ASSERT_EQ(snippet.marks.size(), 1U);
    EXPECT_EQ(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end - snippet.marks[0].begin),
              "motor car");
}

TEST_F(SynonymSearch, AreExplained) {
    const std::string id = "motor";
    const Explanation explanation = explain(snapshot_, request("automobile", "automobile, motor car"), &id);
    EXPECT_EQ(explanation.read_as, "automobile OR \"motor car\"");
    EXPECT_EQ(explanation.tree, "any of the synonyms\n  word automobile\n  phrase \"motor car\"\n");
    ASSERT_EQ(explanation.terms.size(), 3U);
    EXPECT_FALSE(explanation.terms[0].is_added);
    EXPECT_TRUE(explanation.terms[1].is_added);
    EXPECT_EQ(explanation.terms[0].weight, 1);
    // However rare its words are, a synonym counts no more than its part of what was typed.
    const double synonym = explanation.terms[1].weight * explanation.terms[1].inverse_frequency +
                           explanation.terms[2].weight * explanation.terms[2].inverse_frequency;
    EXPECT_LE(synonym, 0.5 * explanation.terms[0].inverse_frequency + 1e-9);
    ASSERT_TRUE(explanation.article);
    EXPECT_TRUE(explanation.article->matches);
    const SearchResponse found = search(snapshot_, request("automobile", "automobile, motor car"));
    EXPECT_NEAR(explanation.article->score, found.hits[1].score, 1e-9);
}

}  // namespace
}  // namespace broadsheet
