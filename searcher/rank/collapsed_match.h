// Of every story only the article that ranks first.
#pragma once

#include "searcher/rank/ranked_match.h"

namespace broadsheet {

// As ranked_match(), but offset, limit and the rank of a boundary count stories. Totals and counts are those
// of all matches.
MatchResult collapsed_match(Snapshot& snapshot, Plan& plan, const MatchRequest& request,
                            const RankingParameters& parameters, Seconds now);

}  // namespace broadsheet
