// What the resolver weighs evidence by. All are added up to a place's score; e to its power is how likely the
// place is against the others of its name.
#pragma once

#include <array>

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities {

struct PlaceWeights {
    float population = 1.2F;  // for each power of ten
    float world_city = 2.0F;  // ... beyond 300,000 people, on top
    std::array<float, place_kinds> kind{10.0F, 5.0F, 2.0F, -1.0F, 0.0F};
    std::array<float, 4> seat{0.0F, 0.3F, 0.8F, 1.5F};
    std::array<float, 5> form{0.0F, -2.5F, -1.8F, -1.5F, 5.0F};
    float unit_word = 4.0F;            // the name says `County` and it is one
    float namesake = -4.5F;            // a unit that is named like its town, without `County`
    float contained = 12.0F;           // `X, Y`, and the place lies in Y
    float contained_elsewhere = 4.0F;  // the same of another mention of the name
    float country = 6.0F;              // all of the article's evidence is in the place's country
    float region = 6.0F;               // ... region
    float district = 4.0F;
    float near = 4.0F;           // within about a degree of the article's other places
    float crowd = 0.6F;          // part of the population's weight that certainty does without
    float prior_country = 2.0F;  // all of the source's articles are in the place's country
    float prior_region = 6.0F;
    float prior_district = 2.0F;
    float prior_square = 2.0F;
};

}  // namespace broadsheet::entities
