// Where a page of hits ended, so that the next one can begin there.
#pragma once

#include <string>
#include <string_view>

#include "searcher/engine/request.h"

namespace broadsheet {

// A hit's place in the order of the hits, which does not move when articles are added or removed before it.
// While the hit itself is still found, its own score of today counts; the score kept here is for when it is
// gone.
struct Cursor {
    Boundary last;         // the last hit shown
    std::size_t rank = 0;  // its rank
    query::Matching matching = query::Matching::all;
};

// Letters, digits, - and _. It belongs to the request: to its query, restrictions and sort.
std::string to_text(const Cursor& cursor, const SearchRequest& request);

// Throws Error(usage) for what is no cursor, or belongs to another request.
Cursor read_cursor(std::string_view text, const SearchRequest& request);

}  // namespace broadsheet
