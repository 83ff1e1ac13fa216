// When something was in the news more than usual.
//
// J. Kleinberg, "Bursty and Hierarchical Structure in Streams" (KDD 2002), section 4: a stream of batches, of
// which each has some relevant articles among all of its articles, comes from an automaton with two states,
// of which the second emits relevant ones at a higher rate. The cheapest sequence of states, found by
// Viterbi's algorithm, tells the bursts. Since a batch is measured against all articles of its time, a
// collection that grows, or a weekend, is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet {

struct Batch {
    std::uint64_t relevant = 0;
    std::uint64_t all = 0;  // at least `relevant`
};

// From batch `first` to batch `last`.
struct Burst {
    std::size_t first = 0;
    std::size_t last = 0;
    double weight = 0;  // what the second state saves: nats; above 0
    friend bool operator==(const Burst&, const Burst&) = default;
};

// Ascending and apart; empty batches are in none but between others. Linear in the number of batches.
std::vector<Burst> find_bursts(const std::vector<Batch>& batches);

}  // namespace broadsheet
