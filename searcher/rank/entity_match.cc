#include "searcher/rank/entity_match.h"

namespace broadsheet {

EntityMatch::EntityMatch(const Snapshot& snapshot, const std::vector<WeighedEntity>& entities)
    : snapshot_(snapshot) {
    for (const WeighedEntity& each : entities) {
        entities_.push_back({PostingFollower(value_term(each.field, each.id)),
                             PostingFollower(value_term(FieldId::about, each.id)), each.weight});
    }
}

double EntityMatch::measure(Xapian::docid document) {
    double sum = 0;
    for (Postings& each : entities_) {
        if (!each.having.has(snapshot_.database(), document)) continue;
        sum += each.weight * (each.about.has(snapshot_.database(), document) ? 1 : mentioned);
    }
    return sum;
}

}  // namespace broadsheet
