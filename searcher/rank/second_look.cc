#include "searcher/rank/second_look.h"

#include <algorithm>
#include <functional>

#include "searcher/rank/function_words.h"

namespace broadsheet {

namespace {

// Of a long query the rarest words are looked at.
constexpr std::size_t most_words = 16;

std::vector<ScoringTerm> without_added(const std::vector<ScoringTerm>& words) {
    std::vector<ScoringTerm> result;
    for (const ScoringTerm& word : words) {
        if (!word.is_added) result.push_back(word);
    }
    return result;
}

std::vector<double> rarities_of(const Xapian::Database& database, const std::vector<ScoringTerm>& words) {
    std::vector<double> rarities;
    for (const ScoringTerm& word : words) {
        const bool counts = !is_function_word(word.word);
        const double rarity = inverse_frequency(database.get_doccount(), database.get_termfreq(word.stem));
        rarities.push_back(counts ? rarity * word.weight : 0);
    }
    if (rarities.size() <= most_words) return rarities;
    std::vector<double> descending = rarities;
    std::nth_element(descending.begin(), descending.begin() + most_words, descending.end(), std::greater<>());
    const double bound = descending[most_words];
    for (double& rarity : rarities) {
        if (rarity <= bound) rarity = 0;
    }
    return rarities;
}

// A name that often means something else counts for less.
std::vector<WeighedEntity> weighed(const Xapian::Database& database,
                                   const std::vector<SoughtEntity>& entities) {
    std::vector<WeighedEntity> result;
    for (const SoughtEntity& each : entities) {
        const double rarity = inverse_frequency(database.get_doccount(), each.articles);
        result.push_back({each.field, each.id, rarity * each.reliability});
    }
    return result;
}

}  // namespace

SecondLook::SecondLook(Snapshot& snapshot, const std::vector<ScoringTerm>& words,
                       const std::vector<SoughtEntity>& entities, const RankingParameters& parameters)
    : parameters_(parameters),
      words_(without_added(words)),
      places_(snapshot, words_),
      meter_(rarities_of(snapshot.database(), words_)),
      entities_(snapshot, weighed(snapshot.database(), entities)) {}

Bonus SecondLook::bonus(Xapian::docid document) {
    places_.turn_to(document);
    const Closeness closeness = meter_.measure(places_);
    return {parameters_.title * closeness.title, parameters_.whole_title * closeness.whole_title,
            parameters_.proximity * closeness.proximity, parameters_.phrases * closeness.phrases,
            parameters_.entities * entities_.measure(document)};
}

}  // namespace broadsheet
