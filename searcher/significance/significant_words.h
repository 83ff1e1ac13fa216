// Which words stand out among the matches of a query.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/significance/significant_values.h"

namespace broadsheet {

inline constexpr std::size_t most_sampled = 500;  // matches that are read for it

// Of `locations`, at most so many, spread evenly over them.
std::vector<Location> sample(const std::vector<Location>& locations, std::size_t most);

// The `top` words by G2, as they are written most often, out of the text of the articles `read`, which stand
// for all matches. Stems of `left_out` were asked for; function words, numbers and words of one or two
// letters never stand out. A word must be in `least` of the articles.
std::vector<Significant> significant_words(Snapshot& snapshot, const std::vector<Location>& read,
                                           const std::vector<std::string>& left_out, std::size_t least,
                                           std::size_t top);

}  // namespace broadsheet
