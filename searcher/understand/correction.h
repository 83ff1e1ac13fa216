// What something misspelt may have been meant to be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

struct Correction {
    std::string text;            // a folded word, or a name as it is shown
    double cost = 0;             // edit_cost() from what was typed
    std::uint64_t articles = 0;  // that have it
};

inline constexpr std::size_t most_corrections = 4;

// The lower the better: an edit more must be made up for by ten thousand times as many articles.
double rank_of(double cost, std::uint64_t articles);

// The best ones, best first.
void keep_best(std::vector<Correction>& corrections);

}  // namespace broadsheet
