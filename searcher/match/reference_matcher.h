// The reference matcher: finds, ranks and counts with nothing but Xapian's own means, and decides phrases by
// analysing the stored text of the candidates again. It is slower than need be on a local index, runs on any
// Xapian database, and is what every other matcher is held to.
#pragma once

#include "searcher/match/bm25.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// Can throw Xapian::Error, and Error(index_damaged, index_changed).
MatchResult reference_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                            const Bm25Parameters& parameters = {});

}  // namespace broadsheet
