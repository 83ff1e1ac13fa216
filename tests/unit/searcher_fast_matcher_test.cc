// The fast matcher answers as the reference matcher does: random collections and requests, in few and in many
// segments, with deletions that are done and some that are pending.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "indexer/index_writer.h"
#include "searcher/match/article_id.h"
#include "searcher/match/matcher.h"
#include "searcher/query/parser.h"
#include "tests/support/index_builder.h"
#include "tests/support/index_changes.h"
#include "tests/support/random_search.h"

namespace broadsheet {
namespace {

using test::Random;

// Articles and stories of each value.
std::map<ValueId, std::pair<std::uint64_t, std::uint64_t>> as_map(const FieldCounts& counts) {
    std::map<ValueId, std::pair<std::uint64_t, std::uint64_t>> result;
    for (const ValueCount& each : counts.values)
        result[each.id] = {each.count, each.stories};
    return result;
}

void expect_same(Snapshot& snapshot, const MatchResult& fast, const MatchResult& reference) {
    EXPECT_EQ(fast.total, reference.total);
    ASSERT_EQ(fast.documents.size(), reference.documents.size());
    for (std::size_t i = 0; i < fast.documents.size(); ++i) {
        EXPECT_EQ(snapshot.docid(fast.documents[i].location), snapshot.docid(reference.documents[i].location))
            << "at " << i;
        EXPECT_NEAR(fast.documents[i].score, reference.documents[i].score, 1e-6) << "at " << i;
    }
    ASSERT_EQ(fast.counts.size(), reference.counts.size());
    for (std::size_t i = 0; i < fast.counts.size(); ++i) {
        EXPECT_EQ(fast.counts[i].field, reference.counts[i].field);
        EXPECT_EQ(as_map(fast.counts[i]), as_map(reference.counts[i])) << field(fast.counts[i].field).name;
    }
    EXPECT_EQ(fast.days, reference.days);
    EXPECT_EQ(fast.stories, reference.stories);
    EXPECT_EQ(fast.story_days, reference.story_days);
}

// Both matchers' answers to a request; the fast one's is returned.
MatchResult compare(Snapshot& snapshot, const Plan& plan, MatchRequest request) {
    request.matcher = Matcher::reference;
    const MatchResult reference = match(snapshot, plan, request);
    request.matcher = Matcher::fast;
    MatchResult fast = match(snapshot, plan, request);
    expect_same(snapshot, fast, reference);
    return fast;
}

void compare(Snapshot& snapshot, const SearchRequest& request, Random& random) {
    const query::ParsedQuery parsed = query::parse(request.query, 0);
    TermExpander expander(snapshot);
    Plan plan = make_plan(parsed.root, request.matching.value_or(query::Matching::all), request.restrictions,
                          snapshot, expander);
    for (ScoringTerm& term : plan.terms)
        term.weight = static_cast<double>(1 + test::below(random, 8)) / 4;
    MatchRequest wanted{request.sort, request.offset, request.limit, request.facets, {}};
    switch (test::below(random, 6)) {
        case 0:
            wanted.counted.clear();
            break;
        case 1:
            wanted.counted = {FieldId::source};
            break;
        case 2:
            wanted.limit = 0;
            break;
        default:
            break;
    }
    wanted.count_stories = test::below(random, 4) == 0;
    const MatchResult first = compare(snapshot, plan, wanted);
    if (first.stories) {
        EXPECT_LE(*first.stories, first.total);
    }
    MatchRequest only_best = wanted;
    only_best.counted.clear();
    only_best.only_best = true;
    only_best.count_stories = false;
    MatchResult best = match(snapshot, plan, only_best);
    EXPECT_LE(best.total, first.total);
    best.total = first.total;
    best.counts = first.counts;
    best.days = first.days;
    best.stories = first.stories;
    best.story_days = first.story_days;
    expect_same(snapshot, best, first);
    if (first.documents.empty() || test::below(random, 3) != 0) return;
    const RankedDocument& last = first.documents.back();
    const Article article = snapshot.article(last.location);
    wanted.offset = 0;
    wanted.after = Boundary{last.score, article.date, test::below(random, 4) == 0 ? "gone" : article.id, 0};
    compare(snapshot, plan, wanted);
}

struct Case {
    std::size_t articles;
    std::size_t segments;
    bool with_deletions;
    std::size_t queries;
};

class FastMatcherTest : public testing::TestWithParam<unsigned> {};

void run(Random& random, const Case& each) {
    std::vector<Article> articles = test::random_collection(random, each.articles);
    for (std::size_t i = 0; i < each.articles; i += 1 + test::below(random, 5)) {
        Article copy = articles[test::below(random, articles.size())];
        copy.id += "-copy" + std::to_string(i);
        copy.source = "Copyist";
        if (copy.date) *copy.date += 86400;
        articles.push_back(std::move(copy));
    }
    const test::TestIndex index(articles, each.segments);
    if (each.with_deletions) {
        const auto some = [&] {
            std::set<std::string> ids;
            for (std::size_t i = 0; i < articles.size() / 10; ++i)
                ids.insert(articles[test::below(random, articles.size())].id);
            return ids;
        };
        test::remove_articles(index.path(), some());
        test::leave_pending(index.path(), some());
    }
    Snapshot snapshot(index.path());
    for (std::size_t i = 0; i < each.queries; ++i) {
        const SearchRequest request = test::random_request(random);
        SCOPED_TRACE(testing::Message()
                     << each.articles << " articles, " << each.segments << " segments, sort "
                     << static_cast<int>(request.sort) << ", " << request.restrictions.filters.size()
                     << " filters, limit " << request.limit << ": " << request.query);
        compare(snapshot, request, random);
        if (testing::Test::HasFailure()) return;
    }
}

TEST_P(FastMatcherTest, AnswersAsTheReferenceMatcherDoes) {
    Random random(GetParam());
    for (const Case& each : {Case{100, 1, false, 300}, Case{90, 7, false, 200}, Case{100, 3, true, 300}}) {
        run(random, each);
        if (HasFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, FastMatcherTest, testing::Values(11U, 12U, 13U, 14U));

// More documents than a window and lists of many blocks.
TEST(FastMatcher, AnswersAsTheReferenceMatcherDoesOverManyWindows) {
    Random random(21);
    run(random, {10000, 1, true, 100});
}

TEST(FastMatcher, SegmentsOfManyWindows) {
    Random random(22);
    run(random, {10000, 2, true, 60});
}

// Phrases of words that are frequent and less so: pairs that have a list, and pairs that are looked up.
TEST(FastMatcher, PhrasesOfManyWords) {
    Random random(23);
    const auto words = [&random](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += (i == 0 ? "w" : " w") + std::to_string(test::below(random, 1 + test::below(random, 300)));
        return text;
    };
    std::vector<Article> articles;
    for (std::size_t i = 0; i < 5000; ++i) {
        articles.push_back(
            test::make_article("a" + std::to_string(i), words(3),
                               words(30) + ".\n\n" + words(test::below(random, 60) + 1) + "."));
    }
    const test::TestIndex index(articles, 2);
    std::set<std::string> gone;
    for (std::size_t i = 0; i < articles.size(); i += 9)
        gone.insert(articles[i].id);
    test::remove_articles(index.path(), gone);
    test::leave_pending(index.path(), {"a1", "a2", "a3"});
    Snapshot snapshot(index.path());
    ASSERT_NE(snapshot.word_pairs(0), nullptr);
    std::uint64_t found = 0;
    for (int i = 0; i < 150 && !testing::Test::HasFailure(); ++i) {
        const std::size_t length = 2 + test::below(random, 3);
        std::string text = '"' + words(length) + '"';
        if (test::below(random, 4) == 0) text += " OR \"" + words(2) + '"';
        if (test::below(random, 4) == 0) text += " -\"" + words(2) + '"';
        SCOPED_TRACE(text);
        TermExpander expander(snapshot);
        const Plan plan =
            make_plan(query::parse(text, 0).root, query::Matching::all, Restrictions{}, snapshot, expander);
        found += compare(snapshot, plan, {Sort::relevance, 0, 10, {FieldId::source}, {}}).total;
    }
    EXPECT_GT(found, 1000u);
}

// Conditions that become the values of many entities and places.
TEST(FastMatcher, WhatArticlesAreAboutAndWhatLiesNear) {
    Random random(24);
    const std::vector<std::string> sentences{"Lena Brandt spoke in Baghdad about oil.",
                                             "The talks in Basra and Mosul went on.",
                                             "Brandt left for Lyon on Tuesday.",
                                             "Omar Haddad of the World Bank was in Tehran.",
                                             "Haddad met ministers in Paris and Geneva.",
                                             "Prices rose in Kuwait and in Amman.",
                                             "Nobody was named here.",
                                             "The World Bank lent money to Jordan and Iraq."};
    std::vector<Article> articles;
    for (std::size_t i = 0; i < 300; ++i) {
        std::string body;
        for (std::size_t n = 1 + test::below(random, 4); n > 0; --n)
            body += sentences[test::below(random, sentences.size())] + (n % 2 == 0 ? "\n\n" : " ");
        articles.push_back(test::make_article("a" + std::to_string(i),
                                              sentences[test::below(random, sentences.size())], body,
                                              "2024-01-0" + std::to_string(1 + i % 9)));
    }
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    const test::TestIndex index(articles, 3, &knowledge);
    test::leave_pending(index.path(), {"a4", "a104", "a204"});
    Snapshot snapshot(index.path());
    const std::vector<std::string> queries{"about:Brandt",
                                           "about:Haddad OR about:Lyon",
                                           "about:Iraq -about:Brandt",
                                           "oil about:place:Baghdad",
                                           "\"World Bank\" about:\"World Bank\"",
                                           "",
                                           "prices OR talks"};
    const std::vector<std::optional<Vicinity>> vicinities{std::nullopt, Vicinity{33.3, 44.4, 150},
                                                          Vicinity{33.3, 44.4, 2000},
                                                          Vicinity{48.9, 2.4, 500}, Vicinity{-50, 0, 10}};
    std::uint64_t found = 0;
    for (const std::string& text : queries) {
        for (const auto& near : vicinities) {
            for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
                SCOPED_TRACE(text + (near ? " near " + std::to_string(near->kilometres) : ""));
                Restrictions restrictions;
                restrictions.near = near;
                TermExpander expander(snapshot);
                const Plan plan = make_plan(query::parse(text, 0).root, query::Matching::all, restrictions,
                                            snapshot, expander);
                found += compare(snapshot, plan,
                                 {sort, 0, 10, {FieldId::person, FieldId::place, FieldId::date}, {}})
                             .total;
            }
        }
    }
    EXPECT_GT(found, 1000u);
}

}  // namespace
}  // namespace broadsheet
