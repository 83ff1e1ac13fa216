// Every match of a plan, in constant memory: what exporting and counting beyond facets need.
#pragma once

#include <functional>

#include "schema/index/snapshot.h"
#include "searcher/match/plan.h"

namespace broadsheet {

// Calls `visit` for every match, segment by segment and ascending; pending deletions are left out. Throws as
// reference_match(), and what `visit` throws.
void for_each_match(Snapshot& snapshot, const Plan& plan, const std::function<void(Location)>& visit);

}  // namespace broadsheet
