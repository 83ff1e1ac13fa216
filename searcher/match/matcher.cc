#include "searcher/match/matcher.h"

#include "searcher/match/fast/fast_matcher.h"
#include "searcher/match/reference_matcher.h"

namespace broadsheet {

MatchResult match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                  const Bm25Parameters& parameters) {
    if (request.matcher == Matcher::reference || !can_match_fast(snapshot))
        return reference_match(snapshot, plan, request, parameters);
    return fast_match(snapshot, plan, request, parameters);
}

void for_each_match(Snapshot& snapshot, const Plan& plan, Matcher matcher,
                    const std::function<void(Location)>& visit) {
    if (matcher == Matcher::reference || !can_match_fast(snapshot)) {
        reference_for_each(snapshot, plan, visit);
    } else {
        fast_for_each(snapshot, plan, visit);
    }
}

}  // namespace broadsheet
