// The one door to the matchers.
#pragma once

#include <functional>

#include "searcher/match/bm25.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// By the matcher that the request names; where a segment has no columns that can be used, by the reference
// matcher, which needs none and answers the same. Throws as they do.
MatchResult match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                  const Bm25Parameters& parameters = {});

// Calls `visit` for every match, in the order in which they lie in the index, and keeps none of them.
void for_each_match(Snapshot& snapshot, const Plan& plan, Matcher matcher,
                    const std::function<void(Location)>& visit);

}  // namespace broadsheet
