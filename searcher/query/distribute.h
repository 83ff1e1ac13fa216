// Operators that work on places in the text, applied to whatever was typed in their brackets.
#pragma once

#include "searcher/query/ast.h"
#include "searcher/query/warnings.h"

namespace broadsheet::query {

// `left` and `right` near each other. AND, OR and NOT inside a side are drawn out, so that every side that is
// left has places in the text: (a AND b) W/5 c is a W/5 c AND b W/5 c; a W/5 (b NOT c) is a W/5 b but not
// a W/5 c. A filter in a side is asked beside the distance, with a warning. Throws Error(bad_query) when more
// than most_combinations would come of it.
Node near(const Proximity& proximity, Node left, Node right, Warnings& warnings);

// `part` so often, drawn in to its places in the same way.
Node at_least(std::uint32_t times, Node part, Warnings& warnings);

}  // namespace broadsheet::query
