#include "searcher/engine/highlighting.h"

#include "searcher/match/bm25.h"
#include "searcher/match/values_meant.h"

namespace broadsheet {

namespace {

void append_wanted(const query::Node& node, const Snapshot& snapshot, std::vector<WantedEntity>& wanted) {
    query::for_each_leaf(node, [&](const query::Node& leaf, bool positive) {
        const auto* value = std::get_if<query::Value>(&leaf.is);
        if (value == nullptr || !positive) return;
        if (!is_entity(value->field) && value->field != FieldId::about) return;
        ValueCondition meant = values_meant(*value, snapshot);
        const Xapian::Database& database = snapshot.database();
        std::uint64_t articles = 0;
        for (const ValueId id : meant.ids)
            articles += database.get_termfreq(value_term(value->field, id));
        const std::uint64_t all = database.get_doccount();
        wanted.push_back(
            {value->field, std::move(meant.ids), inverse_frequency(all, std::min(articles, all))});
    });
}

}  // namespace

Highlighter make_highlighter(const Snapshot& snapshot, const AnsweredQuery& answered,
                             const Restrictions& restrictions) {
    std::vector<WantedEntity> wanted;
    append_wanted(answered.root, snapshot, wanted);
    for (const query::Node& filter : restrictions.filters)
        append_wanted(filter, snapshot, wanted);
    const Xapian::Database& database = snapshot.database();
    return {answered.root, *answered.expander, snapshot.manifest().analysis,
            [&](const std::string& stem) {
                return inverse_frequency(database.get_doccount(), database.get_termfreq(stem));
            },
            EntityPatterns(std::move(wanted), places_of(snapshot))};
}

LiesIn places_of(const Snapshot& snapshot) {
    return [&snapshot](ValueId place, const std::vector<ValueId>& around) {
        return lies_in(place, around, snapshot);
    };
}

}  // namespace broadsheet
