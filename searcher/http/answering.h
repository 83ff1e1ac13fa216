// One request answered: from its parameters to the reply, with everything that can go wrong as a problem.
#pragma once

#include "searcher/engine/current_snapshot.h"
#include "searcher/http/workers.h"

namespace broadsheet::http {

// Throws nothing but what sending throws.
void answer_job(const Job& job, const Settings& settings, SearchCache& cache, CurrentSnapshot& current);

// The entity tag of what a target gives on a generation: weak, as an answer tells how long it took.
std::string entity_tag(std::string_view target, std::uint64_t generation);

// Whether If-None-Match has the tag, or *.
bool has_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace broadsheet::http
