#include "searcher/match/xapian_match.h"

#include <algorithm>

#include "searcher/match/article_id.h"
#include "searcher/match/xapian_query.h"

namespace broadsheet {

XapianMatch::XapianMatch(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                         const Bm25Parameters& parameters)
    : snapshot_(snapshot),
      plan_(plan),
      request_(request),
      parameters_(parameters),
      sort_(request.sort == Sort::relevance && plan.terms.empty() ? Sort::newest : request.sort),
      documents_(snapshot.database().get_doccount()) {}

void XapianMatch::stop_at_deadline() const {
    if (request_.deadline && std::chrono::steady_clock::now() >= *request_.deadline) throw DeadlinePassed();
}

Xapian::Enquire XapianMatch::enquire(const Xapian::Query& query) {
    stop_at_deadline();
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_query(scored_query(query, plan_.terms));
    if (plan_.terms.empty()) {
        enquire.set_weighting_scheme(Xapian::BoolWeight());
    } else {
        enquire.set_weighting_scheme(xapian_weight(parameters_));
    }
    // Shards on other machines know none of our spies; they have time limits of their own.
    if (request_.deadline && !snapshot_.has_remote()) enquire.add_matchspy(&deadline_spy_);
    return enquire;
}

bool XapianMatch::is_pending(Xapian::docid document) const {
    return std::binary_search(snapshot_.pending().begin(), snapshot_.pending().end(), document);
}

std::vector<FieldId> XapianMatch::counted(bool filtered) const {
    std::vector<FieldId> result;
    for (const FieldId id : request_.counted) {
        const bool has_filter = std::any_of(plan_.filters.begin(), plan_.filters.end(),
                                            [id](const FilterGroup& group) { return group.field == id; });
        if (has_filter == filtered) result.push_back(id);
    }
    return result;
}

MatchResult XapianMatch::empty_result() const {
    MatchResult result;
    for (const FieldId id : request_.counted) {
        if (id != FieldId::date) result.counts.push_back({id, {}});
    }
    return result;
}

void XapianMatch::take_requested(std::vector<Ranked>& ranked,
                                 const std::function<std::optional<Seconds>(Xapian::docid)>& date_of,
                                 MatchResult& result) {
    const TieBreakers ties{date_of,
                           [this](Xapian::docid document) { return article_id(snapshot_, document); }};
    if (request_.after) {
        const std::optional<Location> last = snapshot_.find(request_.after->id);
        std::optional<std::uint32_t> document;
        if (last) document = snapshot_.docid(*last);
        keep_behind(ranked, *request_.after, document, sort_, ties);
    }
    const std::size_t end = std::min(ranked.size(), request_.offset + request_.limit);
    put_in_order(ranked, sort_, request_.offset, end, ties);
    for (std::size_t i = request_.offset; i < end; ++i) {
        result.documents.push_back({snapshot_.locate(ranked[i].document), ranked[i].score});
    }
}

}  // namespace broadsheet
