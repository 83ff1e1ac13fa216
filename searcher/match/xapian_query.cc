#include "searcher/match/xapian_query.h"

#include <cmath>

#include "schema/error.h"
#include "searcher/match/placement_source.h"

namespace broadsheet {

namespace {

using Xapian::Query;

const Query everything{std::string()};
const Query nothing;

Query join(Query::op operation, const std::vector<Query>& parts) {
    return {operation, parts.begin(), parts.end()};
}

Query term_query(const TermCondition& term) {
    std::vector<Query> stems;
    for (const std::string& stem : term.stems)
        stems.emplace_back(term.title_only ? make_term(field(FieldId::title).prefix, stem) : stem);
    return join(Query::OP_OR, stems);
}

Query date_query(const query::Dates& dates) {
    // Articles without a date have an empty value, which sorts below every bound.
    constexpr Seconds before_all_dates = -1'000'000'000'000;
    constexpr Seconds after_all_dates = 1'000'000'000'000;
    const Seconds begin = dates.begin.value_or(before_all_dates);
    const Seconds end = dates.end.value_or(after_all_dates);
    if (begin >= end) return nothing;
    return {Query::OP_VALUE_RANGE, field(FieldId::date).slot, date_value(begin), date_value(end - 1)};
}

class Translator {
public:
    // Without a snapshot placements are not decided.
    explicit Translator(Snapshot* snapshot) : snapshot_(snapshot) {}

    // Where not everything is decided: `positive` finds too much rather than too little.
    Query translate(const Condition& condition, bool positive) const {
        return std::visit([&](const auto& kind) { return query(kind, positive); }, condition.is);
    }

    std::vector<Query> translate(const std::vector<Condition>& conditions, bool positive) const {
        std::vector<Query> result;
        result.reserve(conditions.size());
        for (const Condition& each : conditions)
            result.push_back(translate(each, positive));
        return result;
    }

private:
    Query query(const query::Everything&, bool) const { return everything; }
    Query query(const query::Nothing&, bool) const { return nothing; }
    Query query(const TermCondition& term, bool) const { return term_query(term); }
    Query query(const PlacementCondition& condition, bool positive) const {
        if (snapshot_ == nullptr && !positive) return nothing;
        const Query words = translate(words_of(*condition.placement), positive);
        if (snapshot_ == nullptr) return words;
        return {Query::OP_AND, words, placement_query(*snapshot_, condition.placement)};
    }
    Query query(const ValueCondition& value, bool) const {
        std::vector<Query> values;
        for (const ValueId id : value.ids)
            values.emplace_back(value_term(value.field, id));
        return join(Query::OP_OR, values);
    }
    Query query(const ExactCondition& exact, bool) const {
        return Query(exact.field == FieldId::url ? url_term(exact.value) : id_term(exact.value));
    }
    Query query(const query::Dates& dates, bool) const { return date_query(dates); }
    Query query(const AllOf& all, bool positive) const {
        std::vector<Query> wanted;
        std::vector<Query> unwanted;
        for (const Condition& part : all.parts) {
            if (const NoneOf* none = std::get_if<NoneOf>(&part.is)) {
                unwanted.push_back(join(Query::OP_OR, translate(none->parts, !positive)));
            } else {
                wanted.push_back(translate(part, positive));
            }
        }
        const Query kept = wanted.empty() ? everything : join(Query::OP_AND, wanted);
        return unwanted.empty() ? kept : Query(Query::OP_AND_NOT, kept, join(Query::OP_OR, unwanted));
    }
    Query query(const AnyOf& any, bool positive) const {
        return join(Query::OP_OR, translate(any.parts, positive));
    }
    Query query(const NoneOf& none, bool positive) const {
        return {Query::OP_AND_NOT, everything, join(Query::OP_OR, translate(none.parts, !positive))};
    }

    Snapshot* snapshot_;
};

}  // namespace

Query relaxed_query(const Condition& condition) {
    return Translator(nullptr).translate(condition, true);
}

Query exact_query(const Condition& condition, Snapshot& snapshot) {
    return Translator(&snapshot).translate(condition, true);
}

Query filter_query(const std::vector<FilterGroup>& filters, const FieldId* left_out) {
    std::vector<Query> groups;
    for (const FilterGroup& group : filters) {
        if (left_out != nullptr && group.field == *left_out) continue;
        groups.push_back(join(Query::OP_OR, Translator(nullptr).translate(group.any_of, true)));
    }
    return groups.empty() ? everything : join(Query::OP_AND, groups);
}

Query scored_query(const Query& membership, const std::vector<ScoringTerm>& terms) {
    const Query unscored(Query::OP_SCALE_WEIGHT, membership, 0.0);
    if (terms.empty()) return unscored;
    std::vector<Query> words;
    for (const ScoringTerm& term : terms) {
        const Query word(term.stem);
        words.push_back(term.weight == 1 ? word : Query(Query::OP_SCALE_WEIGHT, word, term.weight));
    }
    return {Query::OP_AND_MAYBE, unscored, join(Query::OP_OR, words)};
}

Xapian::BM25Weight xapian_weight(const Bm25Parameters& parameters) {
    // k2 is off; k3 cancels out, as every term stands once in the query.
    return {parameters.k1, 0, 1, parameters.b, parameters.least_length};
}

std::string date_value(Seconds time) {
    return Xapian::sortable_serialise(static_cast<double>(time));
}

std::optional<Seconds> date_from_value(const std::string& value) {
    if (value.empty()) return std::nullopt;
    const double time = Xapian::sortable_unserialise(value);
    if (!(std::abs(time) < 1e15))
        throw Error(ErrorCode::index_damaged, "an article's date is damaged", "run indexer check");
    return static_cast<Seconds>(time);
}

}  // namespace broadsheet
