// Counts over the whole index.
#pragma once

#include "searcher/match/result.h"

namespace broadsheet {

// The number of articles of every value of a facet, straight from the term frequencies; pending deletions
// left out.
FieldCounts count_whole_index(Snapshot& snapshot, FieldId field);

// The number of articles of every day; pending deletions left out.
DayCounts count_days(Snapshot& snapshot);

}  // namespace broadsheet
