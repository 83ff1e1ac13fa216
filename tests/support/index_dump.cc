#include "tests/support/index_dump.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/check/check_index.h"
#include "indexer/document.h"
#include "schema/terms.h"

namespace broadsheet::test {

namespace {

bool is_pending(const Snapshot& snapshot, Xapian::docid document) {
    return std::binary_search(snapshot.pending().begin(), snapshot.pending().end(), document);
}

// How many articles have each term, as the index should count them.
std::map<std::string, std::size_t> expected_frequencies(const Articles& articles,
                                                        const AnalysisSettings& settings) {
    std::map<std::string, std::size_t> frequencies;
    Analyser analyser(settings);
    for (const auto& [id, article] : articles) {
        const AnalysedText& text = analyser.analyse(article.title, article.body);
        Xapian::Document document = make_document(article, text, analyser.vocabulary(), settings.title_weight,
                                                  facet_values(article, nullptr), content_hash(article));
        add_entity_terms(article, nullptr, document);
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
            ++frequencies[*term];
    }
    return frequencies;
}

}  // namespace

Articles articles_in(Snapshot& snapshot) {
    Articles articles;
    const Xapian::Database& database = snapshot.database();
    for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
        if (is_pending(snapshot, *it)) continue;
        const Location location = snapshot.locate(*it);
        EXPECT_EQ(snapshot.docid(location), *it);
        Article article = snapshot.article(location);
        const auto found = snapshot.find(article.id);
        EXPECT_TRUE(found && snapshot.docid(*found) == *it) << article.id;
        EXPECT_TRUE(articles.emplace(article.id, article).second) << article.id << " is there twice";
    }
    return articles;
}

Articles articles_in(const std::filesystem::path& index) {
    return with_snapshot(index, [](Snapshot& snapshot) { return articles_in(snapshot); });
}

std::size_t frequency(const Snapshot& snapshot, const std::string& term) {
    const Xapian::Database& database = snapshot.database();
    std::size_t count = 0;
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
        if (!is_pending(snapshot, *it)) ++count;
    }
    return count;
}

void expect_index(const std::filesystem::path& index, const Articles& expected) {
    Snapshot snapshot(index);
    ASSERT_EQ(snapshot.article_count(), expected.size());
    ASSERT_TRUE(articles_in(snapshot) == expected);
    const auto frequencies = expected_frequencies(expected, snapshot.manifest().analysis);
    for (const auto& [term, count] : frequencies)
        ASSERT_EQ(frequency(snapshot, term), count) << term;
    const Xapian::Database& database = snapshot.database();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        ASSERT_TRUE(frequencies.contains(*term) || frequency(snapshot, *term) == 0) << *term;
    }
    const CheckReport report =
        check_index(index, false, [](const std::string& problem) { ADD_FAILURE() << problem; });
    ASSERT_EQ(report.problems, 0u);
}

}  // namespace broadsheet::test
