#include "searcher/timeline/bursts.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double times_the_usual_rate = 2;  // Kleinberg's s
// and gamma: with his 1, every fifth timeline of two months has a burst by chance.
constexpr double reluctance = 1.5;

// -ln of the probability of the batch, without the binomial coefficient, which is the same in both states.
double cost(const Batch& batch, double rate) {
    const auto relevant = static_cast<double>(batch.relevant);
    const auto others = static_cast<double>(batch.all - batch.relevant);
    return -relevant * std::log(rate) - others * std::log1p(-rate);
}

// Whether each batch is in the raised state: Viterbi's algorithm.
std::vector<bool> cheapest_states(const std::vector<Batch>& batches, double usual, double raised,
                                  double entry) {
    struct Came {  // from the raised state, to
        bool to_calm;
        bool to_raised;
    };
    std::vector<Came> came;
    came.reserve(batches.size());
    double calm_cost = 0;
    double raised_cost = entry;
    for (const Batch& batch : batches) {
        came.push_back({raised_cost < calm_cost, raised_cost < calm_cost + entry});
        const double entered = calm_cost + entry;
        calm_cost = std::min(calm_cost, raised_cost) + cost(batch, usual);
        raised_cost = std::min(entered, raised_cost) + cost(batch, raised);
    }
    std::vector<bool> states(batches.size());
    bool state = raised_cost < calm_cost;
    for (std::size_t i = batches.size(); i-- > 0;) {
        states[i] = state;
        state = state ? came[i].to_raised : came[i].to_calm;
    }
    return states;
}

}  // namespace

std::vector<Burst> find_bursts(const std::vector<Batch>& batches) {
    Batch total;
    std::size_t filled = 0;
    for (const Batch& batch : batches) {
        total.relevant += batch.relevant;
        total.all += batch.all;
        filled += batch.all > 0 ? 1 : 0;
    }
    if (total.relevant == 0 || total.relevant == total.all || filled < 2) return {};
    const double usual = static_cast<double>(total.relevant) / static_cast<double>(total.all);
    // Nothing can happen at twice a rate of more than a half.
    const double raised = std::min(times_the_usual_rate * usual, (1 + usual) / 2);
    const double entry = reluctance * std::log(static_cast<double>(filled));

    const std::vector<bool> raised_at = cheapest_states(batches, usual, raised, entry);
    std::vector<Burst> bursts;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        if (!raised_at[i]) continue;
        if (i == 0 || !raised_at[i - 1]) bursts.push_back({i, i, 0});
        bursts.back().weight += cost(batches[i], usual) - cost(batches[i], raised);
        if (batches[i].all > 0) bursts.back().last = i;
    }
    return bursts;
}

}  // namespace broadsheet
