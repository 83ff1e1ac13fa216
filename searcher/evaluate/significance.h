// Whether one setting is better than another, or was only lucky with these topics.
#pragma once

#include <cstdint>
#include <vector>

namespace broadsheet {

inline constexpr std::uint64_t usual_permutations = 100'000;
inline constexpr double significant = 0.05;

// Paired randomisation test (Fisher; for retrieval Smucker, Allan and Carterette, CIKM 2007), two-sided: the
// share of all ways to swap the two settings' values within topics in which the mean difference is at least
// as large as it is. `differences`: a topic each. Counts all ways where there are few, otherwise so many
// drawn at random, from the same seed in every run. 1 when no topic differs.
double randomisation_test(const std::vector<double>& differences,
                          std::uint64_t permutations = usual_permutations);

}  // namespace broadsheet
