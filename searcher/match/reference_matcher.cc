#include "searcher/match/reference_matcher.h"

#include "searcher/match/xapian_match.h"

namespace broadsheet {

MatchResult reference_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                            const Bm25Parameters& parameters, Places places) {
    // A shard on another machine can not decide placements.
    const bool by_candidates = plan.has_placements && (places == Places::analysed || snapshot.has_remote());
    return by_candidates ? match_candidates(snapshot, plan, request, parameters)
                         : match_directly(snapshot, plan, request, parameters);
}

}  // namespace broadsheet
