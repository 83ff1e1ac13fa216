// From names as people write them to the values of the index.
#pragma once

#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/match/plan.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// The values that a facet's name, or one of `about`, stands for: an id as to_text() writes it is itself;
// "Sudani" is everybody of that name; "Paris, Texas" the Paris that lies in a Texas; about:person:Ford no car
// maker. Never empty: a name that the index does not know is a value that no article has.
ValueCondition values_meant(const query::Value& value, const Snapshot& snapshot);

// Whether the place lies in one of these, which are ascending, and is not one of them itself.
bool lies_in(ValueId place, const std::vector<ValueId>& around, const Snapshot& snapshot);

// Towns and districts that the index's articles mention, ascending. Looks at every place of the index.
std::vector<ValueId> places_near(const Vicinity& vicinity, const Snapshot& snapshot);

}  // namespace broadsheet
