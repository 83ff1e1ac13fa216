#include "searcher/match/article_values.h"

namespace broadsheet {

std::span<const ValueId> ArticleValues::of(FieldId facet, Location location) {
    const Columns* columns = snapshot_.columns(location.segment);
    if (columns == nullptr) {
        const Xapian::Database& database = snapshot_.segments()[location.segment].database;
        values_ = unpack_ids(database.get_document(location.document).get_value(field(facet).slot));
        return values_;
    }
    values_.clear();
    const auto [first, end] = columns->range(facet);
    for (const Ordinal ordinal : columns->ordinals(location.document)) {
        if (ordinal >= first && ordinal < end) values_.push_back(columns->ids()[ordinal]);
    }
    return values_;
}

}  // namespace broadsheet
