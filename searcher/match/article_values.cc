#include "searcher/match/article_values.h"

#include "searcher/match/xapian_query.h"

namespace broadsheet {

std::span<const ValueId> ArticleValues::of(FieldId facet, Location location) {
    const Columns* columns = snapshot_.columns(location.segment);
    if (columns == nullptr) {
        values_ = unpack_ids(slot_value(facet, location));
        return values_;
    }
    values_.clear();
    const auto [first, end] = columns->range(facet);
    for (const Ordinal ordinal : columns->ordinals(location.document)) {
        if (ordinal >= first && ordinal < end) values_.push_back(columns->ids()[ordinal]);
    }
    return values_;
}

std::optional<Seconds> ArticleValues::date(Location location) const {
    const Columns* columns = snapshot_.columns(location.segment);
    if (columns == nullptr) return date_from_value(slot_value(FieldId::date, location));
    const Seconds date = columns->date(location.document);
    return date == Columns::no_date ? std::nullopt : std::optional(date);
}

std::string ArticleValues::slot_value(FieldId of, Location location) const {
    const Xapian::Database& database = snapshot_.segments()[location.segment].database;
    return database.get_document(location.document).get_value(field(of).slot);
}

}  // namespace broadsheet
