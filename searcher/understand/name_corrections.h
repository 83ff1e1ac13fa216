// What a misspelt name of a person, an organisation or a place may have been meant to be.
#pragma once

#include <string_view>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/query/ast.h"
#include "searcher/understand/correction.h"

namespace broadsheet {

// For a value that no article has, names of the index that are one edit away, or two where it is long and has
// nothing nearer. Best first; none for other fields. Looks at a bounded number of names.
std::vector<Correction> name_corrections(const query::Value& value, const Snapshot& snapshot);

}  // namespace broadsheet
