// How surprising it is that a part has so many of something, given how many the whole has.
#pragma once

#include <cstdint>

namespace broadsheet {

// Articles that have something, and all articles: of a part, and of the whole that the part belongs to.
struct Occurrence {
    std::uint64_t in_part = 0;
    std::uint64_t part = 0;
    std::uint64_t in_whole = 0;  // at least in_part
    std::uint64_t whole = 0;     // at least part
};

// What the part would have if it were like the whole.
double expected(const Occurrence& occurrence);

// T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence" (Computational Linguistics
// 19, 1993): the statistic G2 of the part against the rest of the whole. 0 where the part has no more than
// expected, or is the whole; above 10.8 about one in a thousand would be so by chance.
double log_likelihood(const Occurrence& occurrence);

}  // namespace broadsheet
