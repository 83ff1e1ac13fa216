// Each operator's example in the table finds what the table says.
#include <gtest/gtest.h>

#include "searcher/engine/search.h"
#include "searcher/query/operators.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

Article article_of(const std::string& id, std::string_view text) {
    const std::size_t bar = text.find(" | ");
    return test::make_article(id, std::string(text.substr(0, bar)), std::string(text.substr(bar + 3)),
                              "2024-02-01");
}

TEST(Operators, ExamplesFindWhatTheTableSays) {
    std::vector<Article> articles;
    std::vector<const query::Operator*> rows;
    for (const query::Operator& row : query::operators) {
        if (row.found.empty()) continue;
        const std::string number = std::to_string(rows.size());
        articles.push_back(article_of("found" + number, row.found));
        articles.push_back(article_of("missed" + number, row.missed));
        rows.push_back(&row);
    }
    const test::TestIndex index(articles, 2);
    Snapshot snapshot(index.path());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        SearchRequest request;
        request.query = '(' + std::string(rows[i]->example) + ") AND (id:found" + std::to_string(i) +
                        " OR id:missed" + std::to_string(i) + ")";
        const SearchResponse response = search(snapshot, request);
        ASSERT_EQ(response.total, 1U) << rows[i]->example;
        EXPECT_EQ(response.hits[0].article.id, "found" + std::to_string(i)) << rows[i]->example;
        EXPECT_TRUE(response.warnings.empty()) << rows[i]->example << ": " << response.warnings[0];
    }
}

TEST(Operators, ExamplesPrintAsThemselves) {
    for (const query::Operator& row : query::operators) {
        const auto read = [](const std::string& text) {
            return query::to_text(query::resolved(query::parse(text, 0).root, query::Matching::all));
        };
        const std::string printed = read(std::string(row.example));
        EXPECT_EQ(read(printed), printed);
        for (const std::string_view form : {row.form, row.also}) {
            if (form == "( )") continue;
            EXPECT_TRUE(query::parse(form.starts_with("field") ? "title:a" : form, 0).warnings.empty())
                << form;
        }
    }
}

TEST(Operators, AreAllInTheHelp) {
    const std::string help = query::language_help();
    for (const query::Operator& row : query::operators)
        EXPECT_NE(help.find(row.form), std::string::npos) << row.form;
}

}  // namespace
}  // namespace broadsheet
