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

std::map<ValueId, std::uint64_t> as_map(const FieldCounts& counts) {
    std::map<ValueId, std::uint64_t> result;
    for (const ValueCount& each : counts.values)
        result[each.id] = each.count;
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
    TermExpander expander(snapshot.database(), snapshot.manifest().analysis.stemmer);
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
    const MatchResult first = compare(snapshot, plan, wanted);
    MatchRequest only_best = wanted;
    only_best.counted.clear();
    only_best.only_best = true;
    MatchResult best = match(snapshot, plan, only_best);
    EXPECT_LE(best.total, first.total);
    best.total = first.total;
    best.counts = first.counts;
    best.days = first.days;
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
    const std::vector<Article> articles = test::random_collection(random, each.articles);
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

}  // namespace
}  // namespace broadsheet
