// A query as text: how it was read.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/ast.h"

namespace broadsheet::query {

// They take a query without Lists: see resolved().

// One line in the query language, with every operator and bracket written out: reads as the same query again.
// Empty for the empty query.
std::string to_text(const Node& node);

// The same with what is preferred behind it.
std::string to_text(const Node& node, const std::vector<Value>& preferred);

// One line a node, children indented by two blanks below their parent.
std::string to_tree(const Node& node);

}  // namespace broadsheet::query
