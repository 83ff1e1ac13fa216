// The weight of a word in an article: BM25 (Robertson and others, TREC-3, 1994) in the form that Xapian 1.4
// computes, so that every matcher and every explanation gives the same score.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace broadsheet {

// All that ranking by words depends on.
struct Bm25Parameters {
    double k1 = 1.5;            // how soon further occurrences stop to count
    double b = 0.6;             // how much longer articles are held back, from 0 to 1
    double least_length = 0.5;  // articles shorter than so many times the mean length count as that long
};

// How rare a word is. Where more than about a third of the articles have it, the logarithm's argument is bent
// so that the result stays positive.
inline double inverse_frequency(std::uint64_t articles, std::uint64_t having) {
    const double n = static_cast<double>(having);
    double odds = (static_cast<double>(articles) - n + 0.5) / (n + 0.5);
    if (odds < 2) odds = odds / 2 + 1;
    return std::log(odds);
}

// What a word adds to an article's score. `occurrences` counts the title's as often as the index does;
// `length` is in the same measure.
inline double contribution(const Bm25Parameters& parameters, double inverse_frequency, double occurrences,
                           double length, double mean_length) {
    const double relative = mean_length > 0 ? std::max(length / mean_length, parameters.least_length) : 0;
    const double saturation = parameters.k1 * (relative * parameters.b + (1 - parameters.b)) + occurrences;
    return inverse_frequency * (parameters.k1 + 1) * occurrences / saturation;
}

}  // namespace broadsheet
