#include "searcher/match/fast/united_counts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace broadsheet {

namespace {

// Ids are hashes: which list goes on is no better than a guess, so that branches on it would cost more than
// the work itself.
std::vector<ValueCount> united(const std::vector<ValueCount>& one, const std::vector<ValueCount>& other) {
    std::vector<ValueCount> result;
    result.reserve(one.size() + other.size());
    std::array<ValueCount, 64> some;
    const ValueCount* a = one.data();
    const ValueCount* b = other.data();
    const ValueCount* const end_a = a + one.size();
    const ValueCount* const end_b = b + other.size();
    while (a != end_a && b != end_b) {
        std::size_t size = 0;
        const std::ptrdiff_t steps = std::min({std::ptrdiff_t{some.size()}, end_a - a, end_b - b});
        for (std::ptrdiff_t i = 0; i < steps; ++i) {
            const bool from_a = a->id <= b->id;
            const bool from_b = b->id <= a->id;
            some[size++] = {from_a ? a->id : b->id, (from_a ? a->count : 0) + (from_b ? b->count : 0)};
            a += from_a ? 1 : 0;
            b += from_b ? 1 : 0;
        }
        result.insert(result.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(size));
    }
    result.insert(result.end(), a, end_a);
    result.insert(result.end(), b, end_b);
    return result;
}

}  // namespace

std::vector<ValueCount> united(std::vector<std::vector<ValueCount>> lists) {
    if (lists.empty()) return {};
    while (lists.size() > 1) {
        std::vector<std::vector<ValueCount>> pairs;
        for (std::size_t i = 0; i + 1 < lists.size(); i += 2)
            pairs.push_back(united(lists[i], lists[i + 1]));
        if (lists.size() % 2 == 1) pairs.push_back(std::move(lists.back()));
        lists = std::move(pairs);
    }
    return std::move(lists.front());
}

}  // namespace broadsheet
