// What the resolver says of an article.
#pragma once

#include <vector>

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities {

struct ResolvedPlace {
    PlaceNumber place = no_place;  // no_place: unresolved, or not a place's name
    // 0..1: how likely the place is among those of its name if their sizes counted little; 1 for a name that
    // one place has, or none.
    float certainty = 0;

    friend bool operator==(const ResolvedPlace&, const ResolvedPlace&) = default;
};

struct Resolved {
    std::vector<ResolvedPlace> mentions;  // one for each mention
    std::vector<ResolvedPlace> given;     // one for each given name
};

}  // namespace broadsheet::entities
