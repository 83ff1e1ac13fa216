// More words for a query, from the articles that it finds first.
#pragma once

#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"
#include "searcher/rank/parameters.h"

namespace broadsheet {

// What the best hits say about whether expansion will help.
struct Feedback {
    std::vector<ScoringTerm> words;  // to be added, with their weights
    // Whether expansion is likely to help. It is not with a single word, nor in a collection too small to
    // have many articles on a subject, nor where one of the hits has all the words and the others on average
    // less than `evenness` of them: then someone looks for that article, and more words lead away from it.
    bool is_promising = false;
};

// The words that mark the best of `hits` (in order of rank), by Bo1 of the divergence-from-randomness
// framework (Amati 2003). Words of the query can be among them, and count the more for it.
Feedback read_feedback(Snapshot& snapshot, const std::vector<RankedDocument>& hits,
                       const std::vector<ScoringTerm>& words, const RankingParameters& parameters);

}  // namespace broadsheet
