// Decides what a List means, once it is known whether all or any of the plain words must match.
#pragma once

#include "searcher/query/ast.h"

namespace broadsheet::query {

// The same articles as `node` finds under `matching`, with All, Any and Not in place of every List. Under
// Matching::any filters and required parts still restrict; plain words beside required ones are left out,
// since they no longer decide whether an article matches.
Node resolved(const Node& node, Matching matching);

}  // namespace broadsheet::query
