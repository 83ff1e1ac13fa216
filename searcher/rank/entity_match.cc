#include "searcher/rank/entity_match.h"

namespace broadsheet {

EntityMatch::EntityMatch(Snapshot& snapshot, const std::vector<WeighedEntity>& entities)
    : snapshot_(snapshot) {
    for (const WeighedEntity& each : entities) {
        Sought& sought =
            entities_.emplace_back(Sought{each.weight,
                                          {},
                                          PostingFollower(snapshot, value_term(each.field, each.id)),
                                          PostingFollower(snapshot, value_term(FieldId::about, each.id))});
        for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
            const Columns* columns = snapshot.columns(i);
            sought.ordinals.push_back(columns == nullptr ? std::nullopt
                                                         : columns->find({each.field, each.id}));
        }
    }
}

double EntityMatch::measure(Xapian::docid document) {
    if (entities_.empty()) return 0;
    const Location location = snapshot_.locate(document);
    const Columns* columns = snapshot_.columns(location.segment);
    double sum = 0;
    for (Sought& each : entities_)
        sum += columns == nullptr ? in_postings(each, location) : in_row(each, *columns, location);
    return sum;
}

double EntityMatch::in_row(const Sought& sought, const Columns& columns, Location location) {
    const std::optional<Ordinal> ordinal = sought.ordinals[location.segment];
    if (!ordinal) return 0;
    const std::optional<SalienceLevel> level = columns.level(location.document, *ordinal);
    if (!level) return 0;
    return sought.weight * (*level >= subject_level ? 1 : mentioned);
}

double EntityMatch::in_postings(Sought& sought, Location location) {
    if (!sought.having.has(location)) return 0;
    return sought.weight * (sought.about.has(location) ? 1 : mentioned);
}

}  // namespace broadsheet
