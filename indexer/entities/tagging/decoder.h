// Viterbi decoding of one segment under hard constraints: only well-formed label sequences come out.
#pragma once

#include <array>
#include <limits>
#include <span>
#include <vector>

#include "indexer/entities/tagging/labels.h"

namespace broadsheet::entities {

template <class Score>
using Scores = std::array<Score, label_count>;  // of one token, by label

// transitions[previous][next]; before the first token and after the last one stands `outside`.
template <class Score>
using Transitions = std::array<Scores<Score>, label_count>;

template <class Score>
class Decoder {
public:
    // The best sequence for the tokens' scores, ties to the lower label. `allowed` holds a bit mask of labels
    // for each token, or is empty: everything is. Linear in the number of tokens. There must be an allowed
    // sequence.
    void decode(std::span<const Scores<Score>> scores, const Transitions<Score>& transitions,
                std::span<const std::uint32_t> allowed, std::vector<Label>& labels) {
        constexpr Score worst = std::numeric_limits<Score>::lowest() / 4;
        labels.assign(scores.size(), outside);
        if (scores.empty()) return;
        back_.resize(scores.size());
        Scores<Score> best;
        best.fill(worst);
        best[outside] = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            Scores<Score> next;
            next.fill(worst);
            for (int to = 0; to < label_count; ++to) {
                const auto label = static_cast<Label>(to);
                if (!allowed.empty() && ((allowed[i] >> to) & 1u) == 0) continue;
                Score top = worst;
                Label from = outside;
                const auto consider = [&](int previous) {
                    const Score score = best[static_cast<std::size_t>(previous)] +
                                        transitions[static_cast<std::size_t>(previous)][label];
                    if (score > top) {
                        top = score;
                        from = static_cast<Label>(previous);
                    }
                };
                if (may_start(label)) {
                    consider(outside);
                    if (i > 0)
                        for (int kind = 0; kind < kinds; ++kind) {
                            consider(label_of(static_cast<Kind>(kind), Part::end));
                            consider(label_of(static_cast<Kind>(kind), Part::single));
                        }
                } else if (i > 0) {
                    consider(label_of(kind_of(label), Part::begin));
                    consider(label_of(kind_of(label), Part::inside));
                }
                if (top <= worst) continue;
                next[label] = top + scores[i][label];
                back_[i][label] = from;
            }
            best = next;
        }
        Score top = worst;
        for (int last = 0; last < label_count; ++last) {
            const auto label = static_cast<Label>(last);
            if (is_open(label)) continue;
            const Score score = best[label] + transitions[label][outside];
            if (score > top) {
                top = score;
                labels.back() = label;
            }
        }
        for (std::size_t i = scores.size() - 1; i > 0; --i)
            labels[i - 1] = back_[i][labels[i]];
    }

private:
    std::vector<std::array<Label, label_count>> back_;
};

}  // namespace broadsheet::entities
