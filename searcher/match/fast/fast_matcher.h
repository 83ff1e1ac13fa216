// The fast matcher: walks posting lists and mapped columns itself, a segment at a time, and gets top hits,
// exact total and all counts in one pass. It answers as the reference matcher does.
#pragma once

#include <functional>

#include "searcher/match/bm25.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// Every segment has columns that can be used.
bool can_match_fast(Snapshot& snapshot);

// Only where it can. Can throw Xapian::Error, and Error(index_damaged, index_changed).
MatchResult fast_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                       const Bm25Parameters& parameters);

// Calls `visit` for every match, in the order in which they lie in the index. Only where it can; throws
// likewise.
void fast_for_each(Snapshot& snapshot, const Plan& plan, const std::function<void(Location)>& visit);

}  // namespace broadsheet
