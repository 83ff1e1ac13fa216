// How well places are resolved in articles whose places are known.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "indexer/entities/mention.h"
#include "indexer/entities/places/evaluate/toponyms.h"
#include "indexer/entities/places/gazetteer.h"
#include "indexer/entities/places/weights.h"

namespace broadsheet::entities::places {

struct PlaceScores {
    std::size_t located = 0;    // marked names whose place is known
    std::size_t resolved = 0;   // of them
    std::size_t near = 0;       // within 161 km (100 miles)
    std::size_t right = 0;      // within 161 km or the very unit, wherever its middle is thought to be
    std::size_t countries = 0;  // with a known country and a candidate in the gazetteer
    std::size_t country_right = 0;
    // End to end:
    std::size_t found =
        0;  // places that were recognised and resolved, but for those whose place is not known
    std::size_t correct = 0;     // of them, at a marked name and right
    std::size_t recognised = 0;  // marked names where a place was recognised

    PlaceScores& operator+=(const PlaceScores& other);
};

// One article's outcome for each marked name, for listings.
using Report = std::function<void(const LocatedArticle&, const Toponym&, PlaceNumber, double kilometres)>;

// The mentions that are resolved in an article.
using Mentions = std::function<std::vector<Mention>(const LocatedArticle&)>;
std::vector<Mention> marked_mentions(const LocatedArticle& article);

// What is known of a source's home when its articles are resolved.
enum class Prior {
    none,
    others,        // what its other articles say
    whole_source,  // what all of them say, as in the indexer, where an article's own say is among them
};

// Only sources for which `chosen` holds are looked at.
PlaceScores evaluate(const Gazetteer& gazetteer, const PlaceWeights& weights,
                     const std::vector<LocatedArticle>& articles, const Mentions& mentions, Prior prior,
                     const std::function<bool(const std::string& source)>& chosen, const Report& report = {});

}  // namespace broadsheet::entities::places
