// The schema of what a query was taken for, and why an article got its score.
#pragma once

#include "searcher/http/schema_parts.h"

namespace broadsheet::http::schema {

// How many articles were found.
Json total();

// A person, place or organisation that words of the query name.
Json entity_in_query();

Json explanation();

}  // namespace broadsheet::http::schema
