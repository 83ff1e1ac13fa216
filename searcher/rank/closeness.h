// How the words of a query stand to each other in an article.
#pragma once

#include <vector>

#include "searcher/match/plan.h"
#include "searcher/rank/word_places.h"

namespace broadsheet {

// Each in the measure of BM25's rarity: a rare word counts for more than a common one.
struct Closeness {
    double title = 0;        // the words that the title has
    double whole_title = 0;  // all of them, when the title has no others
    double proximity = 0;    // words that stand near other ones, wherever that is
    double phrases = 0;      // neighbours in the query that are neighbours in the article, in this order
};

// Not thread-safe.
class ClosenessMeter {
public:
    // `rarities`: of each word its weight times its inverse frequency; 0 for one that is not to count.
    explicit ClosenessMeter(std::vector<double> rarities);

    // `places` of the same words, at the article to be measured.
    Closeness measure(const WordPlaces& places);

private:
    struct Place {
        std::uint32_t position;
        std::uint32_t word;
    };

    void measure_title(const WordPlaces& places, Closeness& closeness) const;
    void measure_proximity(const WordPlaces& places, Closeness& closeness);
    void measure_phrases(const WordPlaces& places, Closeness& closeness) const;

    std::vector<double> rarities_;
    std::vector<std::uint32_t> counting_;  // words with a rarity
    double all_ = 0;
    std::vector<Place> merged_;
    std::vector<double> near_;
};

}  // namespace broadsheet
