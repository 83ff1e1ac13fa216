// How much each word of a query counts beside the others.
#pragma once

#include <vector>

#include "searcher/match/plan.h"
#include "searcher/rank/parameters.h"

namespace broadsheet {

// Sets the weight of the words: function words count less than others, repeated ones more, and
// other forms of what was typed less than that. A query of nothing but function words is taken as it is.
void weigh_words(std::vector<ScoringTerm>& words, const RankingParameters& parameters);

}  // namespace broadsheet
