// The reference matcher: finds, ranks and counts with nothing but Xapian's own means. Where words have to
// stand is decided by the packed positions of the segments, or, as on an index that is on another machine, by
// analysing the stored text of the candidates again. It is slower than need be, and is what every other
// matcher is held to.
#pragma once

#include <functional>

#include "searcher/match/bm25.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// Where to look for the places of words.
enum class Places {
    packed,    // the positions files; the stored text of segments that have none
    analysed,  // the stored text of every candidate
};

// Can throw Xapian::Error, and Error(index_damaged, index_changed).
MatchResult reference_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                            const Bm25Parameters& parameters = {}, Places places = Places::packed);

// Calls `visit` for every match, in the order in which they lie in the index. Throws likewise.
void reference_for_each(Snapshot& snapshot, const Plan& plan, const std::function<void(Location)>& visit);

}  // namespace broadsheet
