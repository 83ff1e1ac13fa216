#include "searcher/rank/closeness.h"

#include <algorithm>
#include <numeric>

namespace broadsheet {

namespace {

// Words further apart than this are not near each other.
constexpr std::uint32_t widest = 20;
// Neighbours in the query with more words between them than this are no phrase.
constexpr std::uint32_t widest_phrase = 3;

// Grows towards 1.
double saturated(double amount) {
    return amount / (amount + 1);
}

}  // namespace

ClosenessMeter::ClosenessMeter(std::vector<double> rarities)
    : rarities_(std::move(rarities)), near_(rarities_.size()) {
    for (std::uint32_t word = 0; word < rarities_.size(); ++word) {
        if (rarities_[word] > 0) counting_.push_back(word);
    }
    all_ = std::accumulate(rarities_.begin(), rarities_.end(), 0.0);
}

Closeness ClosenessMeter::measure(const WordPlaces& places) {
    Closeness closeness;
    measure_title(places, closeness);
    if (counting_.size() < 2) return closeness;
    measure_proximity(places, closeness);
    measure_phrases(places, closeness);
    return closeness;
}

void ClosenessMeter::measure_title(const WordPlaces& places, Closeness& closeness) const {
    bool all = true;
    std::uint32_t covered = 0;
    for (std::uint32_t word = 0; word < rarities_.size(); ++word) {
        const std::vector<std::uint32_t>& here = places.of(word);
        const auto in_title = static_cast<std::uint32_t>(
            std::lower_bound(here.begin(), here.end(), places.title_size()) - here.begin());
        covered += in_title;
        if (in_title > 0) closeness.title += rarities_[word];
        all = all && in_title > 0;
    }
    if (all && covered == places.title_size()) closeness.whole_title = all_;
}

// Every pair of different words side by side among the query's words adds the inverse square of its distance
// to both (after Rasolofo and Savoy, ECIR 2003).
void ClosenessMeter::measure_proximity(const WordPlaces& places, Closeness& closeness) {
    merged_.clear();
    for (const std::uint32_t word : counting_) {
        for (const std::uint32_t position : places.of(word))
            merged_.push_back({position, word});
    }
    std::sort(merged_.begin(), merged_.end(),
              [](const Place& a, const Place& b) { return a.position < b.position; });
    std::fill(near_.begin(), near_.end(), 0.0);
    for (std::size_t i = 1; i < merged_.size(); ++i) {
        const Place& left = merged_[i - 1];
        const Place& right = merged_[i];
        const bool across = left.position < places.title_size() && right.position >= places.title_size();
        const std::uint32_t distance = right.position - left.position;
        if (left.word == right.word || across || distance > widest || distance == 0) continue;
        const double nearness = 1.0 / (static_cast<double>(distance) * distance);
        near_[left.word] += nearness;
        near_[right.word] += nearness;
    }
    for (const std::uint32_t word : counting_)
        closeness.proximity += rarities_[word] * saturated(near_[word]);
}

void ClosenessMeter::measure_phrases(const WordPlaces& places, Closeness& closeness) const {
    for (std::size_t i = 1; i < counting_.size(); ++i) {
        const std::uint32_t first = counting_[i - 1];
        const std::uint32_t second = counting_[i];
        const std::uint32_t distance = second - first;
        if (distance > widest_phrase) continue;
        const std::vector<std::uint32_t>& before = places.of(first);
        const std::vector<std::uint32_t>& after = places.of(second);
        std::uint32_t together = 0;
        auto next = after.begin();
        for (const std::uint32_t position : before) {
            next = std::lower_bound(next, after.end(), position + distance);
            if (next == after.end()) break;
            const bool across = position < places.title_size() && *next >= places.title_size();
            if (*next == position + distance && !across) ++together;
        }
        closeness.phrases += (rarities_[first] + rarities_[second]) / 2 * saturated(together);
    }
}

}  // namespace broadsheet
