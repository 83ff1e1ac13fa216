// A search from request to response.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searcher/engine/request.h"

namespace broadsheet {

// Throws Error(bad_query, index_damaged, index_changed) and Xapian::Error: to be called within
// with_snapshot().
SearchResponse search(Snapshot& snapshot, const SearchRequest& request);

// A call for every hit of the request, whatever its limit, in the order in which the articles lie in the
// index: without ranks of their own, scores, snippets and facets. Only one hit is in memory at a time. All
// the words must match unless the request says any. Returns the warnings; throws as search().
std::vector<std::string> export_hits(Snapshot& snapshot, const SearchRequest& request,
                                     const std::function<void(const Hit& hit)>& write);

// An article as a hit, without score and rank. Its text is kept only `with_body`, its original never.
Hit make_hit(Snapshot& snapshot, Location location, StoredArticle stored, Highlighter& highlighter,
             Labels& labels, bool with_body);

// How often an article was corrected. Reads no text.
std::uint64_t corrections_of(const Snapshot& snapshot, Location location);

// The values that a field's filters select. Of those that a filter's name can stand for, those that were
// counted; if there are none, one of them.
std::vector<ValueId> selected_values(const Plan& plan, const FieldCounts& counts);

// The values of an article's facet as they are shown: entities by salience; others, and those that the
// collection gave where nobody looked for entities, in the collection's order. Places only as they were
// named.
std::vector<std::string> values_of(Snapshot& snapshot, Location location, const StoredArticle& stored,
                                   FieldId field, Labels& labels);

}  // namespace broadsheet
