// Which people, organisations, places ... stand out among the matches of a query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/facets/labels.h"
#include "searcher/match/result.h"
#include "searcher/significance/log_likelihood.h"

namespace broadsheet {

inline constexpr double least_significant = 10.83;  // G2; chance alone does so once in a thousand

struct Significant {
    std::string value;  // as shown
    std::string id;     // of a facet's value
    Occurrence occurrence;
    double score = 0;  // G2
};

// The `top` values by G2 that are in `least` matches or more, equal ones by id. `matches` and `whole`: how
// many articles there are of which `found` and `indexed` count the values. Those of `left_out` were asked
// for.
std::vector<Significant> significant_values(const FieldCounts& found, std::uint64_t matches,
                                            const FieldCounts& indexed, std::uint64_t whole,
                                            const std::vector<ValueId>& left_out, std::size_t least,
                                            std::size_t top, Labels& labels);

// Matches that something must be in before it can stand out: few out of few, more out of more.
std::size_t least_matches(std::uint64_t matches);

}  // namespace broadsheet
