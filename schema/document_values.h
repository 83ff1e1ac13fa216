// A document's facet values by its terms, which filters go by; its slots, which counts go by, have the same.
#pragma once

#include <xapian.h>

#include <vector>

#include "schema/terms.h"

namespace broadsheet {

// Ascending; of a field whose terms are value_term()s.
std::vector<ValueId> ids_of_terms(const Xapian::Document& document, FieldId field);

}  // namespace broadsheet
