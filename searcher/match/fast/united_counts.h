// Adds up what several segments counted.
#pragma once

#include <vector>

#include "searcher/match/result.h"

namespace broadsheet {

// Counts of one field by segment, each ascending by id, as one, in the same order.
std::vector<ValueCount> united(std::vector<std::vector<ValueCount>> by_segment);

}  // namespace broadsheet
