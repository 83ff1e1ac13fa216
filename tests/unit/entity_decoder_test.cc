#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "indexer/entities/tagging/decoder.h"

namespace broadsheet::entities {
namespace {

std::uint32_t random(std::uint32_t& state) {
    return state = state * 1664525u + 1013904223u;
}

std::vector<Scores<std::int32_t>> random_scores(std::size_t count, std::uint32_t& state) {
    std::vector<Scores<std::int32_t>> scores(count);
    for (auto& token : scores)
        for (auto& score : token)
            score = static_cast<std::int32_t>(random(state) >> 20) - 2048;
    return scores;
}

bool well_formed(const std::vector<Label>& labels) {
    Label previous = outside;
    for (const Label label : labels) {
        if (!may_follow(previous, label)) return false;
        previous = label;
    }
    return !is_open(previous);
}

std::int64_t score_of(const std::vector<Label>& labels, const std::vector<Scores<std::int32_t>>& scores,
                      const Transitions<std::int32_t>& transitions) {
    std::int64_t sum = 0;
    Label previous = outside;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        sum += scores[i][labels[i]] + transitions[previous][labels[i]];
        previous = labels[i];
    }
    return sum + transitions[previous][outside];
}

void best_by_trial(std::size_t at, std::vector<Label>& labels,
                   const std::vector<Scores<std::int32_t>>& scores,
                   const Transitions<std::int32_t>& transitions, std::int64_t& best) {
    if (at == labels.size()) {
        if (well_formed(labels)) best = std::max(best, score_of(labels, scores, transitions));
        return;
    }
    for (int label = 0; label < label_count; ++label) {
        labels[at] = static_cast<Label>(label);
        if (may_follow(at == 0 ? outside : labels[at - 1], labels[at]))
            best_by_trial(at + 1, labels, scores, transitions, best);
    }
}

TEST(EntityDecoder, GivesOnlyWellFormedSequences) {
    std::uint32_t state = 7;
    Decoder<std::int32_t> decoder;
    std::vector<Label> labels;
    for (std::size_t size = 0; size < 200; ++size) {
        decoder.decode(random_scores(size, state), {}, {}, labels);
        ASSERT_EQ(labels.size(), size);
        EXPECT_TRUE(well_formed(labels));
    }
}

TEST(EntityDecoder, FindsTheBestSequence) {
    std::uint32_t state = 3;
    Decoder<std::int32_t> decoder;
    for (int trial = 0; trial < 10; ++trial) {
        const auto scores = random_scores(4, state);
        Transitions<std::int32_t> transitions{};
        for (auto& row : transitions)
            for (auto& score : row)
                score = static_cast<std::int32_t>(random(state) >> 21) - 1024;
        std::vector<Label> labels;
        decoder.decode(scores, transitions, {}, labels);
        std::vector<Label> tried(scores.size());
        std::int64_t best = std::numeric_limits<std::int64_t>::min();
        best_by_trial(0, tried, scores, transitions, best);
        EXPECT_EQ(score_of(labels, scores, transitions), best);
    }
}

TEST(EntityDecoder, ObeysAllowedLabels) {
    std::uint32_t state = 11;
    Decoder<std::int32_t> decoder;
    std::vector<Label> labels;
    const std::uint32_t person[] = {1u << label_of(Kind::person, Part::begin),
                                    1u << label_of(Kind::person, Part::end),
                                    1u << outside | 1u << label_of(Kind::other, Part::single)};
    decoder.decode(random_scores(3, state), {}, person, labels);
    EXPECT_EQ(labels[0], label_of(Kind::person, Part::begin));
    EXPECT_EQ(labels[1], label_of(Kind::person, Part::end));
    EXPECT_TRUE(labels[2] == outside || labels[2] == label_of(Kind::other, Part::single));
}

TEST(EntityDecoder, TurnsLabelsIntoSpans) {
    const std::vector<Label> labels = {
        label_of(Kind::place, Part::single), outside, label_of(Kind::person, Part::begin),
        label_of(Kind::person, Part::inside), label_of(Kind::person, Part::end)};
    std::vector<Span> spans;
    append_spans(labels, 10, spans);
    EXPECT_EQ(spans, (std::vector<Span>{{10, 10, Kind::place}, {12, 14, Kind::person}}));
}

}  // namespace
}  // namespace broadsheet::entities
