// Conditions as Xapian queries.
#pragma once

#include <xapian.h>

#include "schema/index/snapshot.h"
#include "searcher/match/bm25.h"
#include "searcher/match/plan.h"

namespace broadsheet {

// Finds every article for which the condition holds. Where it has no placements, only those: Xapian holds no
// positions, so that a placement becomes its words, or nothing below a negation.
Xapian::Query relaxed_query(const Condition& condition);

// Finds just the articles for which the condition holds. The snapshot must outlive the query, which is for
// its database only.
Xapian::Query exact_query(const Condition& condition, Snapshot& snapshot);

// All of the filter groups but the one of `left_out`.
Xapian::Query filter_query(const std::vector<FilterGroup>& filters, const FieldId* left_out = nullptr);

// The same articles as `membership`, with the scores of the terms.
Xapian::Query scored_query(const Xapian::Query& membership, const std::vector<ScoringTerm>& terms);

Xapian::BM25Weight xapian_weight(const Bm25Parameters& parameters);

// The date slot's value.
std::string date_value(Seconds time);
std::optional<Seconds> date_from_value(const std::string& value);

}  // namespace broadsheet
