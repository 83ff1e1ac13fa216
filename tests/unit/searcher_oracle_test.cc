// Random collections and queries, answered by the searcher and by looking at every article: both must agree
// on totals, hits, scores, order and counts, however the articles are spread over segments.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "searcher/engine/reading.h"
#include "searcher/match/bm25.h"
#include "searcher/match/order.h"
#include "searcher/match/reference_matcher.h"
#include "searcher/match/slot_counter.h"
#include "searcher/query/parser.h"
#include "searcher/query/resolve.h"
#include "tests/support/index_builder.h"
#include "tests/support/index_changes.h"
#include "tests/support/naive_language.h"
#include "tests/support/random_search.h"

namespace broadsheet {
namespace {

using test::Random;

constexpr std::size_t article_count = 60;
constexpr std::size_t query_count = 300;

// An article as the oracle sees it.
struct Seen {
    const Article* article;
    std::vector<test::NaiveToken> tokens;
    std::map<std::string, std::size_t> occurrences;  // of stems, the title's weighted
    std::size_t length = 0;
};

Seen look_at(const Article& article) {
    Seen seen{&article, test::naive_tokens(article), {}, 0};
    for (const test::NaiveToken& token : seen.tokens) {
        const std::size_t weight = token.in_title ? AnalysisSettings{}.title_weight : 1;
        seen.occurrences[token.stem] += weight;
        seen.length += weight;
    }
    return seen;
}

std::set<std::string> values(const Article& article, FieldId field) {
    if (field == FieldId::person) return {article.people.begin(), article.people.end()};
    if (field == FieldId::place) return {article.places.begin(), article.places.end()};
    if (field == FieldId::source && !article.source.empty()) return {article.source};
    if (field == FieldId::id) return {article.id};
    return {};
}

bool holds(const query::Node& node, const Seen& seen) {
    const auto hold = [&](const query::Node& part) { return holds(part, seen); };
    if (query::is_positional(node)) return !test::naive_spans(node, seen.tokens).empty();
    if (const auto* all = std::get_if<query::All>(&node.is))
        return std::all_of(all->parts.begin(), all->parts.end(), hold);
    if (const auto* any = std::get_if<query::Any>(&node.is))
        return std::any_of(any->parts.begin(), any->parts.end(), hold);
    if (const auto* negated = std::get_if<query::Not>(&node.is)) return !holds(negated->part.front(), seen);
    if (const auto* value = std::get_if<query::Value>(&node.is)) {
        return values(*seen.article, value->field).contains(value->value);
    }
    if (const auto* dates = std::get_if<query::Dates>(&node.is)) {
        const auto date = seen.article->date;
        return date && *date >= dates->begin.value_or(*date) && *date < dates->end.value_or(*date + 1);
    }
    return std::holds_alternative<query::Everything>(node.is);
}

class Oracle {
public:
    // The hidden ones are in the statistics, and nowhere else.
    Oracle(const std::vector<Article>& articles, std::set<std::string> hidden) : hidden_(std::move(hidden)) {
        std::size_t length = 0;
        for (const Article& article : articles) {
            seen_.push_back(look_at(article));
            length += seen_.back().length;
        }
        mean_length_ = static_cast<double>(length) / static_cast<double>(articles.size());
    }

    // Articles that match, as if the filters of `without` were off.
    std::vector<const Seen*> matches(const query::Node& query, const SearchRequest& request,
                                     std::optional<FieldId> without = std::nullopt) const {
        std::vector<const Seen*> result;
        for (const Seen& seen : seen_) {
            if (hidden_.contains(seen.article->id)) continue;
            if (holds(query, seen) && allowed(seen, request, without)) result.push_back(&seen);
        }
        return result;
    }

    double score(const Seen& seen, const std::vector<ScoringTerm>& terms) const {
        std::set<std::string> scoring;
        for (const ScoringTerm& term : terms)
            scoring.insert(term.stem);
        double sum = 0;
        for (const std::string& stem : scoring) {
            const auto found = seen.occurrences.find(stem);
            if (found == seen.occurrences.end()) continue;
            const auto having =
                static_cast<std::uint64_t>(std::count_if(seen_.begin(), seen_.end(), [&](const Seen& each) {
                    return each.occurrences.contains(stem);
                }));
            sum +=
                contribution({}, inverse_frequency(seen_.size(), having), static_cast<double>(found->second),
                             static_cast<double>(seen.length), mean_length_);
        }
        return sum;
    }

private:
    static bool allowed(const Seen& seen, const SearchRequest& request, std::optional<FieldId> without) {
        const Restrictions& restrictions = request.restrictions;
        std::map<FieldId, bool> satisfied;
        for (const query::Node& filter : restrictions.filters) {
            bool& field = satisfied[field_of(filter)];
            field = field || field_of(filter) == without || holds(filter, seen);
        }
        for (const auto& [field, is_satisfied] : satisfied) {
            if (!is_satisfied) return false;
        }
        for (const query::Node& required : restrictions.required) {
            if (!holds(required, seen)) return false;
        }
        for (const query::Node& excluded : restrictions.excluded) {
            if (holds(excluded, seen)) return false;
        }
        return (!restrictions.dates.begin && !restrictions.dates.end) ||
               holds({restrictions.dates, {}}, seen);
    }

    std::vector<Seen> seen_;
    std::set<std::string> hidden_;
    double mean_length_ = 0;
};

// Whether `a` comes before `b`, given their scores.
bool comes_before(const std::pair<const Seen*, double>& a, const std::pair<const Seen*, double>& b,
                  Sort sort) {
    const double first_score = rounded_score(a.second);
    const double second_score = rounded_score(b.second);
    if (sort == Sort::relevance && first_score != second_score) return first_score > second_score;
    const auto& [first, second] = std::pair(a.first->article->date, b.first->article->date);
    if (first != second) {
        if (!first || !second) return first.has_value();
        return sort == Sort::oldest ? *first < *second : *first > *second;
    }
    return a.first->article->id < b.first->article->id;
}

std::map<ValueId, std::uint64_t> as_map(const FieldCounts& counts) {
    std::map<ValueId, std::uint64_t> result;
    for (const ValueCount& each : counts.values)
        result[each.id] = each.count;
    return result;
}

// The stored text says the same as the packed positions.
void expect_same_by_text(Snapshot& snapshot, const SearchRequest& request, const AnsweredQuery& answered) {
    if (!answered.plan.has_placements) return;
    const MatchRequest wanted{request.sort, request.offset, request.limit, request.facets, {}};
    const MatchResult result = reference_match(snapshot, answered.plan, wanted, {}, Places::analysed);
    EXPECT_EQ(result.total, answered.result.total);
    ASSERT_EQ(result.documents.size(), answered.result.documents.size());
    for (std::size_t i = 0; i < result.documents.size(); ++i) {
        EXPECT_EQ(snapshot.docid(result.documents[i].location),
                  snapshot.docid(answered.result.documents[i].location));
    }
    for (std::size_t i = 0; i < result.counts.size(); ++i)
        EXPECT_EQ(as_map(result.counts[i]), as_map(answered.result.counts[i]));
    EXPECT_EQ(result.days, answered.result.days);
}

void compare(const Oracle& oracle, Snapshot& snapshot, const SearchRequest& request) {
    const AnsweredQuery answered = answer(snapshot, request);
    const query::Node query = query::resolved(answered.root, answered.matching);
    const std::vector<const Seen*> expected = oracle.matches(query, request);
    ASSERT_EQ(answered.result.total, expected.size());

    std::vector<std::pair<const Seen*, double>> ranked;
    for (const Seen* seen : expected)
        ranked.emplace_back(seen, oracle.score(*seen, answered.plan.terms));
    std::sort(ranked.begin(), ranked.end(),
              [&](const auto& a, const auto& b) { return comes_before(a, b, request.sort); });
    const std::size_t begin = std::min(request.offset, ranked.size());
    const std::size_t end = std::min(request.offset + request.limit, ranked.size());
    ASSERT_EQ(answered.result.documents.size(), end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const RankedDocument& document = answered.result.documents[i - begin];
        EXPECT_EQ(snapshot.article(document.location).id, ranked[i].first->article->id) << "at " << i;
        EXPECT_NEAR(document.score, ranked[i].second, 1e-6);
    }

    expect_same_by_text(snapshot, request, answered);
    for (const FieldCounts& counts : answered.result.counts) {
        std::map<ValueId, std::uint64_t> of_field;
        for (const Seen* seen : oracle.matches(query, request, counts.field)) {
            for (const std::string& value : values(*seen->article, counts.field))
                ++of_field[value_id(counts.field, value)];
        }
        EXPECT_EQ(as_map(counts), of_field) << field(counts.field).name;
    }
    DayCounts days;
    for (const Seen* seen : oracle.matches(query, request, FieldId::date)) {
        if (seen->article->date) ++days[day_of(*seen->article->date)];
    }
    EXPECT_EQ(answered.result.days, days);
}

struct Layout {
    std::size_t segments;
    bool with_pending;
};

class OracleTest : public testing::TestWithParam<unsigned> {};

TEST_P(OracleTest, SearcherAgrees) {
    Random random(GetParam());
    const std::vector<Article> articles = test::random_collection(random, article_count);
    for (const Layout layout : {Layout{1, false}, Layout{7, false}, Layout{3, true}}) {
        const test::TestIndex index(articles, layout.segments);
        std::set<std::string> hidden;
        if (layout.with_pending) {
            while (hidden.size() < article_count / 5)
                hidden.insert(articles[test::below(random, article_count)].id);
            test::leave_pending(index.path(), hidden);
        }
        const Oracle oracle(articles, hidden);
        Snapshot snapshot(index.path());
        ASSERT_EQ(snapshot.segments().size(), layout.segments);
        for (std::size_t i = 0; i < query_count; ++i) {
            const SearchRequest request = test::random_request(random);
            SCOPED_TRACE(testing::Message()
                         << layout.segments << " segments, sort " << static_cast<int>(request.sort) << ", "
                         << request.restrictions.filters.size() << " filters: " << request.query);
            compare(oracle, snapshot, request);
            if (HasFailure()) return;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, OracleTest, testing::Values(1U, 2U, 3U, 4U));

}  // namespace
}  // namespace broadsheet
