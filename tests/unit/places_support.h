// The shipped gazetteer, read once for all tests of places.
#pragma once

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities {

inline const Gazetteer& shipped_gazetteer() {
    static const Gazetteer gazetteer = Gazetteer::load(BROADSHEET_GAZETTEER);
    return gazetteer;
}

}  // namespace broadsheet::entities
