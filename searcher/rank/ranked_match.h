// Ranking from beginning to end: the matcher's hits, more words where they help, the second look, recency.
#pragma once

#include "searcher/match/plan.h"
#include "searcher/match/result.h"
#include "searcher/rank/parameters.h"

namespace broadsheet {

// As a matcher answers. What matches, totals and counts are the matcher's; only scores and order change, and
// those of the first `depth` hits the more. Hits behind these keep their order, and no score among them is
// higher than one before them, so that pages fit together. Gives the plan's terms their weights and adds
// those of expansion. `now` bounds the date that recency counts from. Throws as match(), and
// Error(index_damaged).
MatchResult ranked_match(Snapshot& snapshot, Plan& plan, const MatchRequest& request,
                         const RankingParameters& parameters, Seconds now);

}  // namespace broadsheet
