// What the resolver weighs evidence by. All are added up to a place's score; e to its power is how likely the
// place is against the others of its name.
#pragma once

#include <array>

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities {

struct PlaceWeights {
    float population = 1.2F;  // for each power of ten
    std::array<float, place_kinds> kind{6.0F, 4.0F, 1.0F, -1.0F, 0.0F};
    std::array<float, 4> seat{0.0F, 0.3F, 0.8F, 1.5F};
    std::array<float, 4> form{0.0F, -2.0F, -1.5F, -1.0F};
    float unit_word = 4.0F;            // the name says `County` and it is one
    float contained = 9.0F;            // `X, Y`, and the place lies in Y
    float contained_elsewhere = 4.0F;  // the same of another mention of the name
    float country = 3.0F;              // all of the article's evidence is in the place's country
    float region = 3.0F;               // ... region
    float district = 2.0F;
    float near = 2.0F;           // within about a degree of the article's other places
    float prior_country = 2.0F;  // all of the source's articles are in the place's country
    float prior_region = 3.0F;
    float prior_district = 2.0F;
    float prior_square = 2.0F;
};

}  // namespace broadsheet::entities
