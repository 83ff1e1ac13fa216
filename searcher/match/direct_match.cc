#include <algorithm>
#include <optional>

#include "searcher/match/slot_counter.h"
#include "searcher/match/xapian_match.h"
#include "searcher/match/xapian_query.h"

namespace broadsheet {

namespace {

// Matches that are fetched beyond those asked for, since ties are seldom longer.
constexpr std::size_t room_for_ties = 20;

class DirectMatch {
public:
    DirectMatch(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                const Bm25Parameters& parameters)
        : snapshot_(snapshot), plan_(plan), request_(request), match_(snapshot, plan, request, parameters) {}

    MatchResult run() {
        MatchResult result = match_.empty_result();
        Xapian::Enquire enquire = match_.enquire(restricted(nullptr));
        const Slot date_slot = field(FieldId::date).slot;
        if (match_.sort() == Sort::newest) enquire.set_sort_by_value_then_relevance(date_slot, true);
        if (match_.sort() == Sort::oldest) enquire.set_sort_by_value_then_relevance(date_slot, false);

        // In a sorted match, Xapian 1.4.22 shows a spy articles of remote shards that it has counted before.
        const bool counts_apart = snapshot_.has_remote();
        SlotCounter counter(counts_apart ? std::vector<FieldId>() : match_.counted(false));
        std::optional<Counting> counting;
        if (!counts_apart) counting.emplace(counter, false, enquire);
        std::size_t window = request_.limit == 0 ? 0 : request_.offset + request_.limit + room_for_ties;
        // Behind a boundary can be anything, and how much is in front of it is not known.
        if (match_.has_pending() || request_.after) window = match_.documents();
        // The number of matches is exact only when more documents could be looked at than there are.
        Xapian::MSet found = enquire.get_mset(0, bounded(window), match_.documents() + 1);
        result.total = found.get_matches_estimated() - take_out_pending(found, counter);
        counter.deliver(result);
        if (counts_apart) count(match_.counted(false), nullptr, result);
        for (const FieldId id : match_.counted(true))
            count({id}, &id, result);

        enquire.clear_matchspies();
        while (found.size() == window && window < match_.documents() && !settled(found)) {
            window *= 4;
            found = enquire.get_mset(0, bounded(window));
        }
        rank(found, result);
        return result;
    }

private:
    Xapian::Query restricted(const FieldId* without) const {
        return {Xapian::Query::OP_FILTER, exact_query(plan_.condition, snapshot_),
                filter_query(plan_.filters, without)};
    }

    Xapian::doccount bounded(std::size_t window) const {
        return static_cast<Xapian::doccount>(std::min<std::size_t>(window, match_.documents()));
    }

    // Counts in a match of its own, without the filter of a field.
    void count(const std::vector<FieldId>& counted, const FieldId* without, MatchResult& result) const {
        SlotCounter counter(counted);
        Xapian::Enquire enquire(snapshot_.database());
        enquire.set_query(restricted(without));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        Counting counting(counter, snapshot_.has_remote(), enquire);
        const Xapian::doccount window = match_.has_pending() ? match_.documents() : 0;
        const Xapian::MSet found = enquire.get_mset(0, window, match_.documents() + 1);
        counting.finish();
        take_out_pending(found, counter);
        counter.deliver(result);
    }

    // Takes pending deletions out of the counts; returns how many matched. `found` has all matches if any are
    // pending.
    std::uint64_t take_out_pending(const Xapian::MSet& found, SlotCounter& counter) const {
        if (!match_.has_pending()) return 0;
        std::uint64_t taken = 0;
        for (auto each = found.begin(); each != found.end(); ++each) {
            if (!match_.is_pending(*each)) continue;
            counter.remove(snapshot_.database().get_document(*each));
            ++taken;
        }
        return taken;
    }

    // Whether nothing beyond `found` can be among the documents asked for or tie with one of them.
    bool settled(const Xapian::MSet& found) const {
        if (found.empty()) return true;
        // Where the oldest come first, Xapian begins with the undated, which come last here.
        Xapian::doccount undated = 0;
        if (match_.sort() == Sort::oldest) {
            while (undated < found.size() && found[undated].get_sort_key().empty())
                ++undated;
        }
        const std::size_t boundary_place = undated + request_.offset + request_.limit - 1;
        if (boundary_place + 1 >= found.size()) return false;
        const auto boundary = found[bounded(boundary_place)];
        const auto last = found[found.size() - 1];
        if (match_.sort() == Sort::relevance) {
            return rounded_score(boundary.get_weight()) > rounded_score(last.get_weight());
        }
        return boundary.get_sort_key() != last.get_sort_key();
    }

    void rank(const Xapian::MSet& found, MatchResult& result) {
        const bool by_date = match_.sort() != Sort::relevance;
        std::vector<Ranked> ranked;
        ranked.reserve(found.size());
        for (auto each = found.begin(); each != found.end(); ++each) {
            if (match_.is_pending(*each)) continue;
            ranked.push_back({*each, each.get_weight(), {}});
            if (by_date) ranked.back().date = date_from_value(each.get_sort_key());
        }
        const auto date_of = [this](Xapian::docid document) {
            const Xapian::Document tied = snapshot_.database().get_document(document);
            return date_from_value(tied.get_value(field(FieldId::date).slot));
        };
        if (by_date) {
            match_.take_requested(ranked, nullptr, result);
        } else {
            match_.take_requested(ranked, date_of, result);
        }
    }

    Snapshot& snapshot_;
    const Plan& plan_;
    const MatchRequest& request_;
    XapianMatch match_;
};

}  // namespace

MatchResult match_directly(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                           const Bm25Parameters& parameters) {
    return DirectMatch(snapshot, plan, request, parameters).run();
}

}  // namespace broadsheet
