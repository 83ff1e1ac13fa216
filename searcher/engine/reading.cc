#include "searcher/engine/reading.h"

#include <algorithm>
#include <utility>

#include "searcher/match/matcher.h"
#include "searcher/match/values_meant.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"
#include "searcher/rank/collapsed_match.h"
#include "searcher/rank/ranked_match.h"
#include "searcher/understand/abbreviations.h"

namespace broadsheet {

std::string AnsweredQuery::read_as() const {
    return query::to_text(query::resolved(root, matching), preferred);
}

namespace {

constexpr std::size_t most_preferred = 64;  // values of PREFER(): a surname can be that of thousands

void warn_of_expansion(AnsweredQuery& answered) {
    answered.warnings.insert(answered.warnings.end(), answered.plan.warnings.begin(),
                             answered.plan.warnings.end());
}

// What the ranking is to prefer becomes part of the plan. `typed`: in PREFER().
void prefer(const Snapshot& snapshot, const std::vector<query::Value>& typed, AnsweredQuery& answered) {
    std::vector<SoughtEntity>& sought = answered.plan.entities;
    const auto is_sought = [&](FieldId field, ValueId id) {
        return std::any_of(sought.begin(), sought.end(),
                           [&](const SoughtEntity& each) { return each.field == field && each.id == id; });
    };
    for (const query::Value& value : typed) {
        for (const ValueId id : values_meant(value, snapshot).ids) {
            const std::uint64_t articles = snapshot.database().get_termfreq(value_term(value.field, id));
            if (articles > 0 && !is_sought(value.field, id) && sought.size() < most_preferred)
                sought.push_back({value.field, id, articles, 1});
        }
        answered.preferred.push_back(value);
    }
    for (const QueryEntity& entity : answered.entities) {
        if (is_sought(entity.meant.field, entity.meant.id)) continue;
        sought.push_back({entity.meant.field, entity.meant.id, entity.meant.articles, entity.share});
        answered.preferred.push_back(as_value(entity.meant));
    }
}

void warn_of_positions(Snapshot& snapshot, std::vector<std::string>& warnings) {
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const std::string& problem = snapshot.positions_problem(i);
        if (problem.empty()) continue;
        warnings.push_back(problem +
                           ": its articles were read one by one; indexer check --repair makes it anew");
        return;  // one is enough to know what to do
    }
}

// The reference matcher did without them, and answers the same.
void warn_of_columns(Snapshot& snapshot, std::vector<std::string>& warnings) {
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const std::string& problem = snapshot.columns_problem(i);
        if (problem.empty()) continue;
        warnings.push_back(problem + ": searching is slower without; indexer check --repair makes it anew");
        return;
    }
}

// Copies are found without, but fewer.
void warn_of_copies(Snapshot& snapshot, std::vector<std::string>& warnings) {
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const std::string& problem = snapshot.copies_problem(i);
        if (problem.empty()) continue;
        warnings.push_back(problem +
                           ": copies among its articles are not known; indexer check --repair finds them");
        return;
    }
}

MatchRequest match_request(const SearchRequest& request) {
    MatchRequest wanted{request.sort,  request.offset, request.limit, counted_fields(request),
                        request.after, request.matcher};
    wanted.count_stories = request.count_stories || request.collapse;
    if (request.timeout) wanted.deadline = std::chrono::steady_clock::now() + *request.timeout;
    return wanted;
}

}  // namespace

query::Node with_other_forms(Snapshot& snapshot, const SearchRequest& request, query::Node typed,
                             std::vector<std::string>& warnings) {
    const SynonymTable* synonyms = request.synonyms == nullptr
                                       ? nullptr
                                       : &request.synonyms->table(snapshot.manifest().analysis.stemmer);
    Abbreviations abbreviations(snapshot, typed);
    const bool had_room = query::add_forms(typed, [&](const query::WordRun& run) {
        query::OtherForms forms = synonyms == nullptr ? query::OtherForms{} : synonyms->find(run.words);
        return forms.count > 0 ? forms : abbreviations.find(run);
    });
    if (!had_room) warnings.emplace_back("the query's words have too many synonyms: some were left out");
    return typed;
}

AnsweredQuery answer(Snapshot& snapshot, const SearchRequest& request) {
    const auto expander = std::make_shared<TermExpander>(snapshot);
    const MatchRequest wanted = match_request(request);
    query::ParsedQuery parsed = query::parse(request.query, request.now);

    AnsweredQuery answered;
    answered.typed = std::move(parsed.root);
    answered.warnings = snapshot.missing_shards();
    std::move(parsed.warnings.begin(), parsed.warnings.end(), std::back_inserter(answered.warnings));
    answered.root = with_other_forms(snapshot, request, answered.typed, answered.warnings);
    answered.expander = expander;
    answered.deadline = wanted.deadline;
    answered.matching = request.matching.value_or(query::Matching::all);
    answered.plan = make_plan(answered.root, answered.matching, request.restrictions, snapshot, *expander);
    answered.entities = entities_in(answered.typed, snapshot);
    if (request.ranking.entities > 0 && request.ranking.depth > 0)
        prefer(snapshot, parsed.preferred, answered);
    const auto find = [&](Plan& plan) {
        return request.collapse ? collapsed_match(snapshot, plan, wanted, request.ranking, request.now)
                                : ranked_match(snapshot, plan, wanted, request.ranking, request.now);
    };
    answered.result = find(answered.plan);

    warn_of_expansion(answered);
    if (answered.plan.has_placements) warn_of_positions(snapshot, answered.warnings);
    if (request.matcher == Matcher::fast) warn_of_columns(snapshot, answered.warnings);
    if (request.collapse) warn_of_copies(snapshot, answered.warnings);

    const bool may_relax = !request.matching && query::can_be_relaxed(answered.root);
    if (!answered.result.is_complete) answered.warnings.emplace_back(out_of_time);
    if (answered.result.total > 0 || !answered.result.is_complete || !may_relax) return answered;
    Plan relaxed = make_plan(answered.root, query::Matching::any, request.restrictions, snapshot, *expander);
    relaxed.entities = answered.plan.entities;
    MatchResult result = find(relaxed);
    if (!result.is_complete) answered.warnings.emplace_back(out_of_time);
    answered.result.is_complete = result.is_complete;
    if (result.total == 0) return answered;
    answered.matching = query::Matching::any;
    answered.plan = std::move(relaxed);
    answered.result = std::move(result);
    answered.warnings.push_back("no article has all of the words; these have at least one of them");
    return answered;
}

std::uint64_t count_articles(Snapshot& snapshot, const SearchRequest& request, const std::string& query,
                             query::Matching matching) {
    std::vector<std::string> warnings;
    const query::Node root =
        with_other_forms(snapshot, request, query::parse(query, request.now).root, warnings);
    TermExpander expander(snapshot);
    const Plan plan = make_plan(root, matching, request.restrictions, snapshot, expander);
    MatchRequest wanted = match_request(request);
    wanted.sort = Sort::newest;
    wanted.offset = wanted.limit = 0;
    wanted.after.reset();
    wanted.counted.clear();
    wanted.count_stories = false;
    return match(snapshot, plan, wanted, request.ranking.bm25).total;
}

std::vector<UnderstoodEntity> understood(const AnsweredQuery& answered) {
    std::vector<UnderstoodEntity> result;
    const std::vector<FilterGroup>& filters = answered.plan.filters;
    for (const QueryEntity& entity : answered.entities) {
        const auto selects = [&](const Condition& condition) {
            const auto* value = std::get_if<ValueCondition>(&condition.is);
            return value != nullptr && value->field == entity.meant.field &&
                   std::find(value->ids.begin(), value->ids.end(), entity.meant.id) != value->ids.end();
        };
        const bool selected = std::any_of(filters.begin(), filters.end(), [&](const FilterGroup& group) {
            return std::any_of(group.any_of.begin(), group.any_of.end(), selects);
        });
        const std::string query =
            entity.instead ? query::to_text(query::resolved(*entity.instead, answered.matching)) : "";
        result.push_back({entity, query, selected});
    }
    return result;
}

}  // namespace broadsheet
