// The averaged structured perceptron (Collins, "Discriminative training methods for hidden Markov models",
// EMNLP 2002) with feature dropout and several seeds. All arithmetic is on integers: the result is the same
// on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/tagging/decoder.h"
#include "indexer/entities/tagging/labels.h"

namespace broadsheet::entities::train {

// Encoded segments: the features of their tokens and the labels each token may have.
struct Examples {
    struct Segment {
        std::uint32_t first = 0;  // token number
        std::uint32_t count = 0;
        std::uint32_t repeat = 1;  // visits in an epoch
    };
    std::vector<std::uint32_t> features;  // of all tokens
    std::vector<std::uint64_t> begin;     // by token: where its features begin; one more at the end
    std::vector<std::uint32_t> allowed;   // by token: bit mask of labels
    std::vector<Segment> segments;

    std::span<const std::uint32_t> features_of(std::uint32_t token) const {
        return {features.data() + begin[token], static_cast<std::size_t>(begin[token + 1] - begin[token])};
    }
};

struct Settings {
    int epochs = 10;
    int seeds = 3;
    std::uint32_t dropout_percent = 20;
    std::uint32_t least_count = 1;  // features of fewer tokens are left out
    std::uint32_t first_seed = 1;
    std::int32_t margin = 0;  // by which a right label must beat each wrong one, token by token
};

struct Weights {
    std::vector<std::uint32_t> rows;                      // features, as in the examples
    std::vector<std::array<double, label_count>> values;  // of each row
    Transitions<double> transitions{};
};

Weights learn(const Examples& examples, const Settings& settings);

}  // namespace broadsheet::entities::train
