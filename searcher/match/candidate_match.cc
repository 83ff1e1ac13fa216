#include <algorithm>
#include <utility>

#include "searcher/match/candidate.h"
#include "searcher/match/slot_counter.h"
#include "searcher/match/xapian_match.h"
#include "searcher/match/xapian_query.h"

namespace broadsheet {

namespace {

// The counts over all matches, and those of each field that is filtered by.
class Counters {
public:
    Counters(const XapianMatch& match, const Plan& plan) : unfiltered_(match.counted(false)) {
        for (const FieldId id : match.counted(true))
            own_.emplace_back(id, SlotCounter({id}));
        for (const FilterGroup& group : plan.filters)
            filters_.emplace_back(group.field, Condition{AnyOf{group.any_of}});
    }

    // Counts the candidate where it counts. True when it is a match.
    bool count(Candidate& candidate, const Condition& condition) {
        std::vector<FieldId> failed;
        for (const auto& [id, filter] : filters_) {
            if (!candidate.satisfies(filter)) failed.push_back(id);
        }
        // One that fails a single filter still counts for the field of that filter.
        if (failed.size() > 1 || !candidate.satisfies(condition)) return false;
        for (auto& [id, counter] : own_) {
            if (failed.empty() || failed.front() == id) counter.add(candidate.document());
        }
        if (!failed.empty()) return false;
        unfiltered_.add(candidate.document());
        return true;
    }

    void deliver(MatchResult& result) {
        unfiltered_.deliver(result);
        for (auto& [id, counter] : own_)
            counter.deliver(result);
    }

private:
    SlotCounter unfiltered_;
    std::vector<std::pair<FieldId, SlotCounter>> own_;
    std::vector<std::pair<FieldId, Condition>> filters_;
};

// Everything that satisfies all filters, or all but one whose field is counted.
Xapian::Query nearly_filtered(const XapianMatch& match, const Plan& plan) {
    std::vector<Xapian::Query> filters;
    for (const FieldId id : match.counted(true))
        filters.push_back(filter_query(plan.filters, &id));
    if (filters.empty()) return filter_query(plan.filters);
    return {Xapian::Query::OP_OR, filters.begin(), filters.end()};
}

}  // namespace

MatchResult match_candidates(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                             const Bm25Parameters& parameters) {
    XapianMatch match(snapshot, plan, request, parameters);
    Xapian::Enquire enquire = match.enquire(
        {Xapian::Query::OP_FILTER, relaxed_query(plan.condition), nearly_filtered(match, plan)});
    const Xapian::MSet proposed = enquire.get_mset(0, match.documents());

    // In the order of the documents, as they lie on disk.
    std::vector<std::pair<Xapian::docid, double>> scores;
    scores.reserve(proposed.size());
    for (auto each = proposed.begin(); each != proposed.end(); ++each) {
        if (!match.is_pending(*each)) scores.emplace_back(*each, each.get_weight());
    }
    std::sort(scores.begin(), scores.end());

    Counters counters(match, plan);
    Candidate candidate(snapshot);
    std::vector<Ranked> matches;
    for (const auto& [document, score] : scores) {
        match.stop_at_deadline();
        candidate.turn_to(document);
        if (counters.count(candidate, plan.condition)) matches.push_back({document, score, candidate.date()});
    }
    MatchResult result = match.empty_result();
    result.total = matches.size();
    counters.deliver(result);
    match.take_requested(matches, nullptr, result);
    return result;
}

}  // namespace broadsheet
