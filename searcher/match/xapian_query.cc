#include "searcher/match/xapian_query.h"

#include <cmath>

#include "schema/error.h"

namespace broadsheet {

namespace {

using Xapian::Query;

const Query everything{std::string()};
const Query nothing;

Query join(Query::op operation, const std::vector<Query>& parts) {
    return {operation, parts.begin(), parts.end()};
}

Query word_query(const std::string& stem, bool title_only) {
    return Query(title_only ? make_term(field(FieldId::title).prefix, stem) : stem);
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

Query relaxed(const Condition& condition, bool positive);

std::vector<Query> relaxed(const std::vector<Condition>& conditions, bool positive) {
    std::vector<Query> result;
    result.reserve(conditions.size());
    for (const Condition& each : conditions)
        result.push_back(relaxed(each, positive));
    return result;
}

Query all_of(const AllOf& all, bool positive) {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    for (const Condition& part : all.parts) {
        if (const NoneOf* none = std::get_if<NoneOf>(&part.is)) {
            unwanted.push_back(join(Query::OP_OR, relaxed(none->parts, !positive)));
        } else {
            wanted.push_back(relaxed(part, positive));
        }
    }
    const Query kept = wanted.empty() ? everything : join(Query::OP_AND, wanted);
    return unwanted.empty() ? kept : Query(Query::OP_AND_NOT, kept, join(Query::OP_OR, unwanted));
}

Query relaxed(const Condition& condition, bool positive) {
    struct Visitor {
        bool positive;

        Query operator()(const query::Everything&) const { return everything; }
        Query operator()(const query::Nothing&) const { return nothing; }
        Query operator()(const TermCondition& term) const { return word_query(term.stem, term.title_only); }
        Query operator()(const PhraseCondition& phrase) const {
            if (!positive) return nothing;
            std::vector<Query> words;
            for (const std::string& stem : phrase.stems)
                words.push_back(word_query(stem, phrase.title_only));
            return join(Query::OP_AND, words);
        }
        Query operator()(const ValueCondition& value) const {
            return Query(value_term(value.field, value.id));
        }
        Query operator()(const ExactCondition& exact) const {
            return Query(exact.field == FieldId::url ? url_term(exact.value) : id_term(exact.value));
        }
        Query operator()(const query::Dates& dates) const { return date_query(dates); }
        Query operator()(const AllOf& all) const { return all_of(all, positive); }
        Query operator()(const AnyOf& any) const { return join(Query::OP_OR, relaxed(any.parts, positive)); }
        Query operator()(const NoneOf& none) const {
            return {Query::OP_AND_NOT, everything, join(Query::OP_OR, relaxed(none.parts, !positive))};
        }
    };
    return std::visit(Visitor{positive}, condition.is);
}

}  // namespace

Query relaxed_query(const Condition& condition) {
    return relaxed(condition, true);
}

Query filter_query(const std::vector<FilterGroup>& filters, const FieldId* left_out) {
    std::vector<Query> groups;
    for (const FilterGroup& group : filters) {
        if (left_out != nullptr && group.field == *left_out) continue;
        groups.push_back(join(Query::OP_OR, relaxed(group.any_of, true)));
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
