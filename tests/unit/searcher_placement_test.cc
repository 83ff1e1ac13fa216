// The evaluator over analysed text and over packed positions, against brute force.
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "searcher/match/candidate.h"
#include "searcher/match/placement_builder.h"
#include "searcher/placement/segment_placements.h"
#include "searcher/query/parser.h"
#include "tests/support/index_builder.h"
#include "tests/support/naive_language.h"

namespace broadsheet {
namespace {

using Random = std::mt19937;

std::string pick(Random& random, const std::vector<std::string>& from) {
    return from[random() % from.size()];
}

std::string random_text(Random& random) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) {
        text += pick(random, {"a", "b", "b", "c", "Cs", "D", "dd", "dds", "E"});
        text += pick(random, {" ", " ", " ", " ", " ", ". ", "\n\n"});
    }
    return text;
}

std::string random_places(Random& random, int depth) {
    if (depth == 0 || random() % 4 == 0) {
        return pick(random,
                    {"a", "b", "c", "=c", "=cs", "dd*", "CAPS(c)", "ALLCAPS(d)", "NOCAPS(e)", "\"a b\"",
                     "\"b * c\"", "\"b b\"", "=\"dd b\"", "LEAD(b)", "HLEAD(a)", "title:c", "missing"});
    }
    const auto inside = [&] { return random_places(random, depth - 1); };
    switch (random() % 6) {
        case 0:
            return '(' + inside() + " OR " + inside() + ')';
        case 1:
            return "ATLEAST" + std::to_string(1 + random() % 4) + '(' + inside() + ')';
        default:
            return '(' + inside() +
                   pick(random,
                        {" W/1 ", " W/3 ", " PRE/1 ", " PRE/4 ", " W/S ", " PRE/S ", " W/P ", " PRE/P ",
                         " NOT W/1 ", " NOT W/4 ", " NOT PRE/2 ", " NOT W/S ", " NOT PRE/P "}) +
                   inside() + ')';
    }
}

std::vector<Span> as_spans(const test::NaiveSpans& spans) {
    std::vector<Span> result;
    for (const auto& [first, last] : spans)
        result.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    return result;
}

class PlacementTest : public testing::TestWithParam<unsigned> {};

TEST_P(PlacementTest, TextAndPositionsAgreeWithBruteForce) {
    Random random(GetParam());
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) {
        const std::string title = random() % 4 == 0 ? "" : random_text(random).substr(0, 12);
        articles.push_back(test::make_article("a" + std::to_string(i), title, random_text(random)));
    }
    const test::TestIndex index(articles);
    Snapshot snapshot(index.path());
    ASSERT_NE(snapshot.positions(0), nullptr);
    TermExpander expander(snapshot.database(), "en");
    Candidate candidate(snapshot);
    Analyser analyser(snapshot.manifest().analysis);
    for (int round = 0; round < 400; ++round) {
        const std::string text = random_places(random, 3);
        const query::Node node = query::parse(text, 0).root;
        ASSERT_TRUE(query::is_positional(node)) << text;
        const auto placement = make_placement(node, expander);
        SegmentPlacements packed(snapshot, 0, placement);
        PlacementEvaluator evaluator(*placement);
        AnalysedDocument analysed(*placement);
        const Condition words = words_of(*placement);
        for (DocId document = 1; document <= articles.size(); ++document) {
            const Article article = snapshot.article({0, document});
            const std::vector<Span> expected = as_spans(test::naive_spans(node, test::naive_tokens(article)));
            analysed.turn_to(article.title, article.body, analyser.analyse(article.title, article.body),
                             analyser.vocabulary());
            ASSERT_EQ(evaluator.spans(analysed), expected) << text << " in " << article.original;
            ASSERT_EQ(evaluator.holds(analysed), !expected.empty()) << text << " in " << article.original;
            // Of the packed positions it is asked only where the words are that have to be there.
            candidate.turn_to(document);
            if (candidate.satisfies(words)) {
                ASSERT_EQ(packed.holds(document), !expected.empty()) << text << " in " << article.original;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PlacementTest, testing::Values(1U, 2U, 3U));

TEST(Placement, WithoutPositionsTheTextIsAnalysedAgain) {
    const test::TestIndex index({test::make_article("1", "Oil price", "The price of oil."),
                                 test::make_article("2", "Gas", "Of oil the price.")});
    std::filesystem::remove(SegmentPaths{IndexPaths{index.path()}.segment("000001")}.positions());
    Snapshot snapshot(index.path());
    EXPECT_EQ(snapshot.positions(0), nullptr);
    EXPECT_FALSE(snapshot.positions_problem(0).empty());
    TermExpander expander(snapshot.database(), "en");
    SegmentPlacements placements(snapshot, 0,
                                 make_placement(query::parse("price PRE/2 oil", 0).root, expander));
    EXPECT_TRUE(placements.holds(1));
    EXPECT_FALSE(placements.holds(2));
}

}  // namespace
}  // namespace broadsheet
