#include "searcher/match/article_values.h"

#include "searcher/match/xapian_query.h"

namespace broadsheet {

namespace {

std::string slot_of(const Snapshot& snapshot, Location location, FieldId id) {
    return snapshot.segments()[location.segment]
        .database.get_document(location.document)
        .get_value(field(id).slot);
}

}  // namespace

std::optional<Seconds> ArticleValues::date(Location location) {
    const Columns* columns = snapshot_.columns(location.segment);
    if (columns == nullptr) return date_from_value(slot_of(snapshot_, location, FieldId::date));
    const Seconds date = columns->date(location.document);
    if (date == Columns::no_date) return std::nullopt;
    return date;
}

std::span<const ValueId> ArticleValues::of(FieldId facet, Location location) {
    const Columns* columns = snapshot_.columns(location.segment);
    if (columns == nullptr) {
        values_ = unpack_ids(slot_of(snapshot_, location, facet));
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
