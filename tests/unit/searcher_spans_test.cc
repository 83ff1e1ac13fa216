#include <gtest/gtest.h>

#include "searcher/placement/spans.h"

namespace broadsheet {

inline void PrintTo(const Span& span, std::ostream* out) {
    *out << '[' << span.first << ' ' << span.last << ']';
}

namespace {

using query::Proximity;
using Spans = std::vector<Span>;

Spans near(Proximity proximity, const Spans& left, const Spans& right, std::uint32_t title = 0,
           const TextStructure* structure = nullptr) {
    Spans found;
    Neighbours(proximity, title, structure).near(left, right, true, found);
    return found;
}

Proximity within(std::uint32_t words, bool ordered = false) {
    return {Proximity::Unit::words, words, ordered, false};
}

TEST(Spans, DistancesAreFromTheNearerEnds) {
    EXPECT_EQ(near(within(3), {{0, 1}}, {{4, 6}}), (Spans{{0, 1}}));
    EXPECT_EQ(near(within(2), {{0, 1}}, {{4, 6}}), Spans{});
    EXPECT_EQ(near(within(1), {{5, 5}}, {{4, 4}}), (Spans{{5, 5}}));
    EXPECT_EQ(near(within(1, true), {{5, 5}}, {{4, 4}}), Spans{});
    EXPECT_EQ(near(within(1, true), {{5, 5}}, {{6, 6}}), (Spans{{5, 5}}));
}

TEST(Spans, NothingIsNearItself) {
    EXPECT_EQ(near(within(5), {{3, 3}}, {{3, 3}}), Spans{});
    EXPECT_EQ(near(within(5), {{3, 5}}, {{4, 4}}), Spans{});
    EXPECT_EQ(near(within(5), {{3, 3}}, {{3, 3}, {8, 8}}), (Spans{{3, 3}}));
}

TEST(Spans, TheTitleIsApartFromTheText) {
    EXPECT_EQ(near(within(5), {{2, 2}}, {{3, 3}}, 3), Spans{});
    EXPECT_EQ(near(within(5), {{2, 2}}, {{0, 0}, {3, 3}}, 3), (Spans{{2, 2}}));
}

TEST(Spans, WhatOverlapsIsNearWhereNothingMayBe) {
    const Proximity negative{Proximity::Unit::words, 1, false, true};
    Spans apart;
    Neighbours(negative, 0, nullptr).apart({{4, 4}, {9, 9}}, {{3, 5}}, true, apart);
    EXPECT_EQ(apart, (Spans{{9, 9}}));
    apart.clear();
    Neighbours(negative, 0, nullptr).apart({{4, 4}, {5, 5}, {9, 9}}, {{4, 4}, {5, 5}, {9, 9}}, true, apart);
    EXPECT_EQ(apart, (Spans{{9, 9}}));
}

TEST(Spans, SentencesAndParagraphs) {
    TextStructure structure;  // a title of two tokens, then sentences of three, paragraphs of two of them
    structure.assign({{2, true}, {3, true}, {3, false}, {3, true}, {3, false}}, 2);
    EXPECT_EQ(structure.lead_end(), 11U);
    EXPECT_EQ(structure.sentence_of({2, 4}), 1U);
    EXPECT_FALSE(structure.sentence_of({4, 5}));
    EXPECT_EQ(structure.paragraph_of({4, 5}), 1U);
    EXPECT_FALSE(structure.paragraph_of({7, 8}));
    const Proximity sentence{Proximity::Unit::sentence, 0, false, false};
    const Proximity paragraph{Proximity::Unit::paragraph, 0, true, false};
    EXPECT_EQ(near(sentence, {{2, 2}, {5, 5}}, {{4, 4}}, 2, &structure), (Spans{{2, 2}}));
    EXPECT_EQ(near(paragraph, {{2, 2}, {6, 6}, {8, 8}}, {{5, 5}}, 2, &structure), (Spans{{2, 2}}));
}

TEST(Spans, CountedApart) {
    EXPECT_EQ(disjoint({}), 0U);
    EXPECT_EQ(disjoint({{0, 0}, {0, 1}, {1, 2}, {2, 3}}), 2U);
    EXPECT_EQ(disjoint({{0, 9}, {1, 1}, {2, 2}}), 2U);
}

}  // namespace
}  // namespace broadsheet
