// The part of Snapshot that knows names: spellings, other names, places.
#include <algorithm>

#include "schema/aliases.h"
#include "schema/index/snapshot.h"
#include "schema/labels.h"

namespace broadsheet {

std::string Snapshot::label(FieldId field_id, ValueId id) const {
    LabelForms forms;
    const std::string key = label_key(field_id, id);
    for (std::size_t i = 0; i < segments_.size(); ++i)
        forms.add(LabelForms(name_entry(i, key)));
    const std::string label = forms.label();
    return label.empty() ? to_text(id) : label;
}

std::vector<ValueId> Snapshot::values_named(FieldId field_id, std::string_view name) const {
    std::vector<ValueId> ids{value_id(field_id, name)};
    const std::string key = alias_key(field_id, name_key(field_id, name));
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        for (const ValueId id : unpack_ids(name_entry(i, key)))
            ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::optional<PlaceRecord> Snapshot::place(ValueId id) const {
    if (is_name_only(id)) return std::nullopt;
    const std::string key = place_key(id);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const std::string encoded = name_entry(i, key);
        if (!encoded.empty()) return decode_place(encoded);
    }
    return std::nullopt;
}

}  // namespace broadsheet
