#include "indexer/entities/train/perceptron.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "indexer/entities/train/random.h"

namespace broadsheet::entities::train {
namespace {

// Features renumbered by falling frequency, so that the busy rows lie together.
struct Dense {
    std::vector<std::uint32_t> rows;      // dense number -> feature
    std::vector<std::uint32_t> features;  // the examples' features, as dense numbers
    std::vector<std::uint64_t> begin;
};

Dense densify(const Examples& examples, std::uint32_t least_count) {
    const std::uint32_t most =
        examples.features.empty() ? 0 : *std::max_element(examples.features.begin(), examples.features.end());
    std::vector<std::uint32_t> count(most + 1);
    for (const std::uint32_t feature : examples.features)
        ++count[feature];
    Dense dense;
    for (std::uint32_t feature = 0; feature < count.size(); ++feature)
        if (count[feature] >= least_count && count[feature] > 0) dense.rows.push_back(feature);
    std::stable_sort(dense.rows.begin(), dense.rows.end(),
                     [&](auto a, auto b) { return count[a] > count[b]; });
    constexpr std::uint32_t absent = ~0u;
    std::vector<std::uint32_t> number(count.size(), absent);
    for (std::uint32_t i = 0; i < dense.rows.size(); ++i)
        number[dense.rows[i]] = i;
    dense.features.reserve(examples.features.size());
    dense.begin.push_back(0);
    for (std::uint32_t token = 0; token + 1 < examples.begin.size(); ++token) {
        for (const std::uint32_t feature : examples.features_of(token))
            if (number[feature] != absent) dense.features.push_back(number[feature]);
        dense.begin.push_back(dense.features.size());
    }
    return dense;
}

constexpr std::size_t stride = 20;  // labels of a row, padded

class Perceptron {
public:
    Perceptron(const Examples& examples, const Dense& dense, const Settings& settings, std::uint64_t seed)
        : examples_(examples),
          dense_(dense),
          settings_(settings),
          random_(seed),
          weights_(dense.rows.size() * stride),
          sums_(weights_.size()) {}

    void run() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < examples_.segments.size(); ++i)
            for (std::uint32_t n = 0; n < examples_.segments[i].repeat; ++n)
                order.push_back(i);
        for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[random_.below(static_cast<std::uint32_t>(i))]);
            for (const std::uint32_t segment : order)
                visit(examples_.segments[segment]);
        }
    }

    void add_average(Weights& total) const {
        const auto steps = static_cast<double>(steps_);
        for (std::size_t row = 0; row < dense_.rows.size(); ++row)
            for (std::size_t k = 0; k < label_count; ++k)
                total.values[row][k] += static_cast<double>(weights_[row * stride + k]) -
                                        static_cast<double>(sums_[row * stride + k]) / steps;
        for (std::size_t a = 0; a < label_count; ++a)
            for (std::size_t b = 0; b < label_count; ++b)
                total.transitions[a][b] += static_cast<double>(transitions_[a][b]) -
                                           static_cast<double>(transition_sums_[a][b]) / steps;
    }

private:
    void visit(const Examples::Segment& segment) {
        ++steps_;
        kept_.clear();
        kept_begin_.assign(1, 0);
        scores_.resize(segment.count);
        bool open = false;
        const std::span<const std::uint32_t> allowed(examples_.allowed.data() + segment.first, segment.count);
        const auto keep =
            static_cast<std::uint32_t>((std::uint64_t{100 - settings_.dropout_percent} << 32) / 100 - 1);
        for (std::uint32_t i = 0; i < segment.count; ++i) {
            std::int32_t sum[stride] = {};
            for (std::uint64_t f = dense_.begin[segment.first + i]; f < dense_.begin[segment.first + i + 1];
                 ++f) {
                if (random_.next() > keep) continue;
                const std::uint32_t row = dense_.features[f];
                kept_.push_back(row);
                const std::int32_t* weights = &weights_[row * stride];
                for (std::size_t k = 0; k < stride; ++k)
                    sum[k] += weights[k];
            }
            kept_begin_.push_back(kept_.size());
            std::copy_n(sum, label_count, scores_[i].begin());
            for (int label = 0; label < label_count; ++label)
                if (((allowed[i] >> label) & 1u) == 0)
                    scores_[i][static_cast<std::size_t>(label)] += settings_.margin;
            open = open || (allowed[i] & (allowed[i] - 1)) != 0;
        }
        decoder_.decode(scores_, transitions_, {}, guess_);
        bool right = true;
        for (std::uint32_t i = 0; i < segment.count; ++i)
            right = right && ((allowed[i] >> guess_[i]) & 1u) != 0;
        if (right) return;
        if (open) {
            decoder_.decode(scores_, transitions_, allowed, gold_);
        } else {
            gold_.resize(segment.count);
            for (std::uint32_t i = 0; i < segment.count; ++i)
                gold_[i] = static_cast<Label>(std::countr_zero(allowed[i]));
        }
        update(segment.count);
    }

    void update(std::uint32_t count) {
        Label gold_before = outside;
        Label guess_before = outside;
        for (std::uint32_t i = 0; i <= count; ++i) {
            const Label gold = i < count ? gold_[i] : outside;
            const Label guess = i < count ? guess_[i] : outside;
            if (gold != guess || gold_before != guess_before) {
                change(transitions_[gold_before][gold], transition_sums_[gold_before][gold], 1);
                change(transitions_[guess_before][guess], transition_sums_[guess_before][guess], -1);
            }
            if (gold != guess)
                for (std::size_t f = kept_begin_[i]; f < kept_begin_[i + 1]; ++f) {
                    const std::size_t row = kept_[f] * stride;
                    change(weights_[row + gold], sums_[row + gold], 1);
                    change(weights_[row + guess], sums_[row + guess], -1);
                }
            gold_before = gold;
            guess_before = guess;
        }
    }

    void change(std::int32_t& weight, std::int64_t& sum, std::int32_t by) const {
        weight += by;
        sum += static_cast<std::int64_t>(steps_) * by;
    }

    const Examples& examples_;
    const Dense& dense_;
    const Settings& settings_;
    Random random_;
    std::vector<std::int32_t> weights_;
    std::vector<std::int64_t> sums_;  // of step x change, for the average
    Transitions<std::int32_t> transitions_{};
    Transitions<std::int64_t> transition_sums_{};
    std::uint64_t steps_ = 0;
    std::vector<std::uint32_t> kept_;
    std::vector<std::size_t> kept_begin_;
    std::vector<Scores<std::int32_t>> scores_;
    std::vector<Label> guess_;
    std::vector<Label> gold_;
    Decoder<std::int32_t> decoder_;
};

}  // namespace

Weights learn(const Examples& examples, const Settings& settings) {
    const Dense dense = densify(examples, settings.least_count);
    Weights total;
    total.rows = dense.rows;
    total.values.resize(dense.rows.size());
    for (int seed = 0; seed < settings.seeds; ++seed) {
        Perceptron perceptron(examples, dense, settings,
                              settings.first_seed + static_cast<std::uint64_t>(seed));
        perceptron.run();
        perceptron.add_average(total);
    }
    return total;
}

}  // namespace broadsheet::entities::train
