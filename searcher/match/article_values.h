// The facet values of single articles: from the columns, or, where a segment has none that can be
// used, from Xapian's value slots.
#pragma once

#include <span>
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

private:
    Snapshot& snapshot_;
    std::vector<ValueId> values_;
};

}  // namespace broadsheet
