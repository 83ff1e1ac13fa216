// What stands in the brackets of PREFER().
#pragma once

#include <vector>

#include "searcher/query/ast.h"

namespace broadsheet::query {

// Adds the people, organisations and places of the node that are not negated. False when it has anything
// else.
bool take_entities(const Node& node, std::vector<Value>& entities);

}  // namespace broadsheet::query
