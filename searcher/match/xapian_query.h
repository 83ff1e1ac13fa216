// Conditions as Xapian queries.
#pragma once

#include <xapian.h>

#include "searcher/match/bm25.h"
#include "searcher/match/plan.h"

namespace broadsheet {

// Finds every article for which the condition holds. Where it has no phrases, only those: Xapian holds no
// positions, so that a phrase becomes all of its words, or nothing below a negation.
Xapian::Query relaxed_query(const Condition& condition);

// All of the filter groups but the one of `left_out`.
Xapian::Query filter_query(const std::vector<FilterGroup>& filters, const FieldId* left_out = nullptr);

// The same articles as `membership`, with the scores of the terms.
Xapian::Query scored_query(const Xapian::Query& membership, const std::vector<ScoringTerm>& terms);

Xapian::BM25Weight xapian_weight(const Bm25Parameters& parameters);

// The date slot's value.
std::string date_value(Seconds time);
std::optional<Seconds> date_from_value(const std::string& value);

}  // namespace broadsheet
