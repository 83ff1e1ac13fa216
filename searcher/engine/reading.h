// From query text to what is matched: reading, planning, and the step from all words to any.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// What a query that was stopped by its timeout warns of.
inline constexpr const char* out_of_time =
    "time ran out: hits, totals and counts are those of the part that was looked at";

// A query that was read, planned and matched.
struct AnsweredQuery {
    query::Node typed;                    // as it was parsed
    query::Node root;                     // with synonyms and other names
    std::vector<QueryEntity> entities;    // that its words name
    std::vector<query::Value> preferred;  // that the ranking prefers: those, and what PREFER() says
    query::Matching matching = query::Matching::all;
    Plan plan;
    MatchResult result;
    std::shared_ptr<TermExpander> expander;  // knows the words of the query
    std::optional<std::chrono::steady_clock::time_point> deadline;
    std::vector<std::string> warnings;

    std::string read_as() const;
};

// The query with what its words are also called, by the request's synonyms and by the names of the index.
query::Node with_other_forms(Snapshot& snapshot, const SearchRequest& request, query::Node typed,
                             std::vector<std::string>& warnings);

// What the query is also called, by the request's synonyms and by the names of the index, is part of it.
// Throws Error(bad_query), and as match().
AnsweredQuery answer(Snapshot& snapshot, const SearchRequest& request);

// How many articles another query than the request's finds with `matching`; the rest is as in the request.
// Throws as answer().
std::uint64_t count_articles(Snapshot& snapshot, const SearchRequest& request, const std::string& query,
                             query::Matching matching);

// The entities of the query as they are shown.
std::vector<UnderstoodEntity> understood(const AnsweredQuery& answered);

}  // namespace broadsheet
