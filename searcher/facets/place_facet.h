// Places as a facet: countries first, and what lies in the chosen ones.
#pragma once

#include <vector>

#include "searcher/facets/facet.h"

namespace broadsheet {

// The `top` countries, areas and names that the gazetteer does not have, by count, as value_facet() orders
// them. What is selected, and what that lies in, is open: it has its `top` regions, and a region its `top`
// districts and towns. Selected places are always among the values.
Facet place_facet(const FieldCounts& counts, const std::vector<ValueId>& selected, std::size_t top,
                  Labels& labels);

}  // namespace broadsheet
