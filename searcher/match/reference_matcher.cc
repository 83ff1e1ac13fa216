#include "searcher/match/reference_matcher.h"

#include <algorithm>
#include <utility>

#include "searcher/match/xapian_match.h"
#include "searcher/match/xapian_query.h"

namespace broadsheet {

namespace {

// Hands every match of one segment on as Xapian comes to it, and has it kept nowhere.
class Visitor : public Xapian::MatchDecider {
public:
    Visitor(const Snapshot& snapshot, std::size_t segment, const std::function<void(Location)>& visit)
        : pending_(snapshot.segments()[segment].pending), segment_(segment), visit_(visit) {}

    bool operator()(const Xapian::Document& document) const override {
        const DocId id = document.get_docid();
        if (!std::binary_search(pending_.begin(), pending_.end(), id)) visit_({segment_, id});
        return false;
    }

private:
    const std::vector<DocId>& pending_;
    std::size_t segment_;
    const std::function<void(Location)>& visit_;
};

// Shards on other machines do not take a decider.
void visit_all_at_once(Snapshot& snapshot, const Plan& plan, const std::function<void(Location)>& visit) {
    MatchRequest all;
    all.limit = snapshot.database().get_doccount();
    std::vector<RankedDocument> matches = reference_match(snapshot, plan, all).documents;
    std::sort(matches.begin(), matches.end(), [](const RankedDocument& a, const RankedDocument& b) {
        return std::pair(a.location.segment, a.location.document) <
               std::pair(b.location.segment, b.location.document);
    });
    for (const RankedDocument& match : matches)
        visit(match.location);
}

}  // namespace

MatchResult reference_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                            const Bm25Parameters& parameters, Places places) {
    // A shard on another machine can not decide placements.
    const bool by_candidates = plan.has_placements && (places == Places::analysed || snapshot.has_remote());
    try {
        return by_candidates ? match_candidates(snapshot, plan, request, parameters)
                             : match_directly(snapshot, plan, request, parameters);
    } catch (const DeadlinePassed&) {
        MatchResult nothing = XapianMatch(snapshot, plan, request, parameters).empty_result();
        nothing.is_complete = false;
        return nothing;
    }
}

void reference_for_each(Snapshot& snapshot, const Plan& plan, const std::function<void(Location)>& visit) {
    if (snapshot.has_remote()) {
        visit_all_at_once(snapshot, plan, visit);
        return;
    }
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const Xapian::Database& database = snapshot.segments()[i].database;
        const Visitor visitor(snapshot, i, visit);
        Xapian::Enquire enquire(database);
        enquire.set_query(
            {Xapian::Query::OP_FILTER, exact_query(plan.condition, snapshot), filter_query(plan.filters)});
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.get_mset(0, 0, database.get_doccount() + 1, nullptr, &visitor);
    }
}

}  // namespace broadsheet
