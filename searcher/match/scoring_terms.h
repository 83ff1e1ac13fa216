// The words of a query that count towards scores.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/expansion.h"
#include "searcher/match/plan.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Those that are not negated, in the order of the query; other forms of what was typed behind them. Another
// form has its own words and their rarities, but never more of it than it stands for: synonyms together count
// as rare as what was typed, and the words of a name as rare as the rarest of them. `articles`: of the index.
std::vector<ScoringTerm> scoring_terms(const query::Node& root, std::uint64_t articles,
                                       TermExpander& expander);

}  // namespace broadsheet
