// A search from request to response.
#pragma once

#include "searcher/engine/request.h"

namespace broadsheet {

// Throws Error(bad_query, index_damaged, index_changed) and Xapian::Error: to be called within
// with_snapshot().
SearchResponse search(Snapshot& snapshot, const SearchRequest& request);

// The values of an article's facet as they are shown: those that the collection gave first and in its order.
std::vector<std::string> values_of(const Snapshot& snapshot, Location location, const Article& article,
                                   FieldId field, Labels& labels);

}  // namespace broadsheet
