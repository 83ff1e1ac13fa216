#include "searcher/facets/nested_places.h"

namespace broadsheet {

bool lies_in(const Snapshot& snapshot, ValueId inner, ValueId outer) {
    if (is_top_level(inner)) return false;
    if (country_of(inner) == outer) return true;
    if (level_of(inner) <= PlaceLevel::region || level_of(outer) != PlaceLevel::region) return false;
    const std::optional<PlaceRecord> record = snapshot.place(inner);
    return record && record->region == outer;
}

bool is_shell_of(const Snapshot& snapshot, ValueId region, ValueId inner) {
    return level_of(region) == PlaceLevel::region && lies_in(snapshot, inner, region);
}

}  // namespace broadsheet
