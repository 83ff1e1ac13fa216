// The people, organisations and places that the words of a query name without a field in front of them.
#pragma once

#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/match/plan.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Of words side by side the longest names, from the left; of the values that a name can stand for, the one
// that most articles have. Only values that the index has. Looks at a bounded number of words.
std::vector<SoughtEntity> entities_named(const query::Node& root, const Snapshot& snapshot);

}  // namespace broadsheet
