// Counts over the whole index, straight from the term frequencies.
#pragma once

#include "searcher/match/result.h"

namespace broadsheet {

// The number of articles of every value of a facet; pending deletions left out.
FieldCounts count_whole_index(Snapshot& snapshot, FieldId field);

}  // namespace broadsheet
