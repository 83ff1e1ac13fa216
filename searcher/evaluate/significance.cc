#include "searcher/evaluate/significance.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace broadsheet {

namespace {

// The sum with the signs of `signs`, a bit for each of at most 64 values.
double signed_sum(const double* values, std::size_t count, std::uint64_t signs) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += (signs >> i & 1) != 0 ? values[i] : -values[i];
    return sum;
}

}  // namespace

double randomisation_test(const std::vector<double>& differences, std::uint64_t permutations) {
    // A topic without a difference contributes to no sum, whichever sign it is given.
    std::vector<double> values;
    double observed = 0;
    for (const double difference : differences) {
        if (difference == 0) continue;
        values.push_back(difference);
        observed += difference;
    }
    if (values.empty()) return 1;
    // Sums of the same values in another order differ in the last bits.
    const double bound = std::abs(observed) * (1 - 1e-9);
    std::uint64_t as_large = 0;
    if (values.size() < 64 && std::uint64_t{1} << values.size() <= permutations) {
        const std::uint64_t ways = std::uint64_t{1} << values.size();
        for (std::uint64_t signs = 0; signs < ways; ++signs) {
            if (std::abs(signed_sum(values.data(), values.size(), signs)) >= bound) ++as_large;
        }
        return static_cast<double>(as_large) / static_cast<double>(ways);
    }
    std::mt19937_64 random;  // its default seed
    for (std::uint64_t i = 0; i < permutations; ++i) {
        double sum = 0;
        for (std::size_t begin = 0; begin < values.size(); begin += 64) {
            sum +=
                signed_sum(values.data() + begin, std::min<std::size_t>(64, values.size() - begin), random());
        }
        if (std::abs(sum) >= bound) ++as_large;
    }
    // The observed way is one of those that are counted.
    return static_cast<double>(as_large + 1) / static_cast<double>(permutations + 1);
}

}  // namespace broadsheet
