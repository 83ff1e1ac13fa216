// From conditions to selectors.
#pragma once

#include <vector>

#include "searcher/match/fast/segment_index.h"
#include "searcher/match/fast/selector.h"
#include "searcher/match/plan.h"

namespace broadsheet {

// The selectors are the segment's: it must outlive them.
SelectorPtr compile(const Condition& condition, SegmentIndex& segment);
// At least one of them.
SelectorPtr compile_any(const std::vector<Condition>& conditions, SegmentIndex& segment);

}  // namespace broadsheet
