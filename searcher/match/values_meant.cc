#include "searcher/match/values_meant.h"

#include <algorithm>
#include <iterator>

#include "schema/place_id.h"

namespace broadsheet {

namespace {

void sort_unique(std::vector<ValueId>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// "Paris, Texas, USA": each part lies in the next. Empty where the index has no such place.
std::vector<ValueId> places_within(std::string_view name, const Snapshot& snapshot) {
    const std::size_t comma = name.find(',');
    std::vector<ValueId> places = snapshot.values_named(FieldId::place, name.substr(0, comma));
    if (comma == std::string_view::npos) return places;
    const std::vector<ValueId> around = places_within(name.substr(comma + 1), snapshot);
    std::erase_if(places, [&](ValueId place) { return !lies_in(place, around, snapshot); });
    return places;
}

std::vector<ValueId> ids_named(FieldId field_id, std::string_view name, const Snapshot& snapshot) {
    std::vector<ValueId> ids = snapshot.values_named(field_id, name);
    ValueId id = 0;
    if (from_text(name, id)) ids.push_back(id);
    if (is_hierarchical(field_id) && name.find(',') != std::string_view::npos) {
        const std::vector<ValueId> within = places_within(name, snapshot);
        ids.insert(ids.end(), within.begin(), within.end());
    }
    sort_unique(ids);
    return ids;
}

}  // namespace

bool lies_in(ValueId place, const std::vector<ValueId>& around, const Snapshot& snapshot) {
    const auto is_around = [&](ValueId id) {
        return id != 0 && id != place && std::binary_search(around.begin(), around.end(), id);
    };
    if (is_around(country_of(place))) return true;
    const std::optional<PlaceRecord> record = snapshot.place(place);
    return record && is_around(record->region);
}

ValueCondition values_meant(const query::Value& value, const Snapshot& snapshot) {
    if (value.field != FieldId::about) return {value.field, ids_named(value.field, value.value, snapshot)};
    ValueCondition meant{value.field, {}};
    for (const FieldId each : entity_fields) {
        if (value.kind && *value.kind != each) continue;
        const std::vector<ValueId> ids = ids_named(each, value.value, snapshot);
        meant.ids.insert(meant.ids.end(), ids.begin(), ids.end());
    }
    sort_unique(meant.ids);
    return meant;
}

std::vector<ValueId> places_near(const Vicinity& vicinity, const Snapshot& snapshot) {
    std::vector<ValueId> places;
    const std::string prefix(place_key_prefix);
    for (const Snapshot::Segment& segment : snapshot.segments()) {
        const auto end = segment.database.metadata_keys_end(prefix);
        for (auto key = segment.database.metadata_keys_begin(prefix); key != end; ++key) {
            ValueId id = 0;
            if (!from_text((*key).substr(prefix.size()), id) || level_of(id) < PlaceLevel::district) continue;
            const PlaceRecord record = decode_place(segment.database.get_metadata(*key));
            const double distance =
                kilometres(vicinity.latitude, vicinity.longitude, record.latitude, record.longitude);
            if (distance <= vicinity.kilometres) places.push_back(id);
        }
    }
    sort_unique(places);
    return places;
}

}  // namespace broadsheet
