#include "searcher/significance/log_likelihood.h"

#include <cmath>

namespace broadsheet {

namespace {

// Log-likelihood of `having` out of `all` at a rate.
double likelihood(double having, double all, double rate) {
    const double with = having > 0 ? having * std::log(rate) : 0;
    const double without = having < all ? (all - having) * std::log1p(-rate) : 0;
    return with + without;
}

}  // namespace

double expected(const Occurrence& occurrence) {
    if (occurrence.whole == 0) return 0;
    return static_cast<double>(occurrence.part) * static_cast<double>(occurrence.in_whole) /
           static_cast<double>(occurrence.whole);
}

double log_likelihood(const Occurrence& occurrence) {
    if (occurrence.part == 0 || occurrence.part >= occurrence.whole) return 0;
    const auto in_part = static_cast<double>(occurrence.in_part);
    const auto part = static_cast<double>(occurrence.part);
    if (in_part <= expected(occurrence)) return 0;
    const auto in_rest = static_cast<double>(occurrence.in_whole - occurrence.in_part);
    const auto rest = static_cast<double>(occurrence.whole - occurrence.part);
    const double rate = (in_part + in_rest) / (part + rest);
    return 2 * (likelihood(in_part, part, in_part / part) + likelihood(in_rest, rest, in_rest / rest) -
                likelihood(in_part, part, rate) - likelihood(in_rest, rest, rate));
}

}  // namespace broadsheet
