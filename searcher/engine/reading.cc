#include "searcher/engine/reading.h"

#include <utility>

#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"
#include "searcher/rank/entities_named.h"
#include "searcher/rank/ranked_match.h"
#include "searcher/understand/abbreviations.h"

namespace broadsheet {

std::string AnsweredQuery::read_as() const {
    return query::to_text(query::resolved(root, matching));
}

namespace {

void warn_of_expansion(AnsweredQuery& answered) {
    answered.warnings.insert(answered.warnings.end(), answered.plan.warnings.begin(),
                             answered.plan.warnings.end());
}

void add_forms(Snapshot& snapshot, const SearchRequest& request, AnsweredQuery& answered) {
    const SynonymTable* synonyms = request.synonyms == nullptr
                                       ? nullptr
                                       : &request.synonyms->table(snapshot.manifest().analysis.stemmer);
    Abbreviations abbreviations(snapshot, answered.typed);
    const bool had_room = query::add_forms(answered.root, [&](const query::WordRun& run) {
        query::OtherForms forms = synonyms == nullptr ? query::OtherForms{} : synonyms->find(run.words);
        return forms.count > 0 ? forms : abbreviations.find(run);
    });
    if (!had_room)
        answered.warnings.push_back("the query's words have too many synonyms: some were left out");
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

}  // namespace

AnsweredQuery answer(Snapshot& snapshot, const SearchRequest& request) {
    const auto expander =
        std::make_shared<TermExpander>(snapshot.database(), snapshot.manifest().analysis.stemmer);
    MatchRequest wanted{request.sort,  request.offset, request.limit, counted_fields(request),
                        request.after, request.matcher};
    if (request.timeout) wanted.deadline = std::chrono::steady_clock::now() + *request.timeout;
    query::ParsedQuery parsed = query::parse(request.query, request.now);

    AnsweredQuery answered;
    answered.typed = std::move(parsed.root);
    answered.root = answered.typed;
    answered.warnings = snapshot.missing_shards();
    std::move(parsed.warnings.begin(), parsed.warnings.end(), std::back_inserter(answered.warnings));
    add_forms(snapshot, request, answered);
    answered.expander = expander;
    answered.deadline = wanted.deadline;
    answered.matching = request.matching.value_or(query::Matching::all);
    answered.plan = make_plan(answered.root, answered.matching, request.restrictions, snapshot, *expander);
    if (request.ranking.entities > 0 && request.ranking.depth > 0)
        answered.plan.entities = entities_named(answered.root, snapshot);
    answered.result = ranked_match(snapshot, answered.plan, wanted, request.ranking, request.now);

    warn_of_expansion(answered);
    if (answered.plan.has_placements) warn_of_positions(snapshot, answered.warnings);
    if (request.matcher == Matcher::fast) warn_of_columns(snapshot, answered.warnings);

    const bool may_relax = !request.matching && query::can_be_relaxed(answered.root);
    if (!answered.result.is_complete) answered.warnings.emplace_back(out_of_time);
    if (answered.result.total > 0 || !answered.result.is_complete || !may_relax) return answered;
    Plan relaxed = make_plan(answered.root, query::Matching::any, request.restrictions, snapshot, *expander);
    relaxed.entities = answered.plan.entities;
    MatchResult result = ranked_match(snapshot, relaxed, wanted, request.ranking, request.now);
    if (!result.is_complete) answered.warnings.emplace_back(out_of_time);
    answered.result.is_complete = result.is_complete;
    if (result.total == 0) return answered;
    answered.matching = query::Matching::any;
    answered.plan = std::move(relaxed);
    answered.result = std::move(result);
    answered.warnings.push_back("no article has all of the words; these have at least one of them");
    return answered;
}

}  // namespace broadsheet
