// The articles that are most like another one.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "searcher/match/result.h"
#include "searcher/rank/parameters.h"
#include "searcher/similar/looked_for.h"

namespace broadsheet {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

struct RankedSimilar {
    std::vector<RankedDocument> documents;
    bool is_complete = true;  // false: the deadline passed, and there may be better ones
};

// The best `limit` articles in order, copies among them. BM25 of the weighed words finds them; the first
// `depth` get their part for the entities that they share, and what lies far from `looked_for` in time loses
// a bounded part of its score:
//
//     1 - recency * (1 - 2 ^ (-days between them / half_life))
RankedSimilar rank_similar(Snapshot& snapshot, const LookedFor& looked_for, std::size_t limit,
                           const RankingParameters& parameters, Deadline deadline);

}  // namespace broadsheet
