// The second look at the best hits: what BM25 can not see, since it counts words and does not ask where they
// stand or what they name.
#pragma once

#include <vector>

#include "searcher/match/plan.h"
#include "searcher/rank/closeness.h"
#include "searcher/rank/entity_match.h"
#include "searcher/rank/parameters.h"
#include "searcher/rank/word_places.h"

namespace broadsheet {

// What the second look adds to an article's score; each part is 0 or more.
struct Bonus {
    double title = 0;
    double whole_title = 0;
    double proximity = 0;
    double phrases = 0;
    double entities = 0;

    double sum() const { return title + whole_title + proximity + phrases + entities; }
};

// One article after the other, best in ascending order of their documents. Not thread-safe.
class SecondLook {
public:
    // `words` are those of the query, weighed, in its order, and `entities` what they name. The snapshot must
    // outlive it.
    SecondLook(Snapshot& snapshot, const std::vector<ScoringTerm>& words,
               const std::vector<SoughtEntity>& entities, const RankingParameters& parameters);

    Bonus bonus(Xapian::docid document);

private:
    RankingParameters parameters_;
    std::vector<ScoringTerm> words_;
    WordPlaces places_;
    ClosenessMeter meter_;
    EntityMatch entities_;
};

}  // namespace broadsheet
