// Phrases, distances and counts of a query as placements.
#pragma once

#include <memory>

#include "searcher/match/expansion.h"
#include "searcher/placement/placement.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// `node` is positional: see query::is_positional().
std::shared_ptr<const Placement> make_placement(const query::Node& node, TermExpander& expander);

}  // namespace broadsheet
