// From GeoNames' tables and the hand-written names to a gazetteer.
#pragma once

#include "indexer/entities/places/compile/geonames.h"
#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities::places {

// The same records give the same contents.
Gazetteer::Contents assemble(const GeoNames& records);

}  // namespace broadsheet::entities::places
