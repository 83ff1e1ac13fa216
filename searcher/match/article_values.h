// The facet values and the dates of single articles: from the columns, or, where a segment has none that can
// be used, from Xapian's value slots.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/index/snapshot.h"
#include "schema/terms.h"

namespace broadsheet {

// The snapshot must outlive it.
class ArticleValues {
public:
    explicit ArticleValues(Snapshot& snapshot) : snapshot_(snapshot) {}

    // Ascending; valid until the next call.
    std::span<const ValueId> of(FieldId facet, Location location);
    std::optional<Seconds> date(Location location) const;

private:
    std::string slot_value(FieldId of, Location location) const;

    Snapshot& snapshot_;
    std::vector<ValueId> values_;
};

}  // namespace broadsheet
