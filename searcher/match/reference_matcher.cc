#include "searcher/match/reference_matcher.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "searcher/match/slot_counter.h"
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

// Articles without copies are told apart by their places.
using Story = std::tuple<StoryNumber, std::size_t, DocId>;

Story story_at(const Stories& stories, Location location) {
    const StoryNumber number = stories.of(location.segment, location.document);
    return number != 0 ? Story{number, 0, 0} : Story{0, location.segment, location.document};
}

// The matches as if the filter of a field were off.
Plan without_filter(Plan plan, FieldId field) {
    std::erase_if(plan.filters, [field](const FilterGroup& group) { return group.field == field; });
    return plan;
}

// Looks at every match, with sets of stories.
void count_stories(Snapshot& snapshot, const Plan& plan, const MatchRequest& request, MatchResult& result) {
    const Stories& stories = snapshot.stories();
    std::set<Story> of_matches;
    reference_for_each(snapshot, plan, [&](Location at) { of_matches.insert(story_at(stories, at)); });
    result.stories = of_matches.size();
    for (FieldCounts& counts : result.counts) {
        std::map<ValueId, std::set<Story>> of_values;
        reference_for_each(snapshot, without_filter(plan, counts.field), [&](Location at) {
            const Xapian::Document document =
                snapshot.segments()[at.segment].database.get_document(at.document);
            for (const ValueId id : unpack_ids(document.get_value(field(counts.field).slot)))
                of_values[id].insert(story_at(stories, at));
        });
        for (ValueCount& each : counts.values)
            each.stories = static_cast<std::uint32_t>(of_values[each.id].size());
    }
    if (std::find(request.counted.begin(), request.counted.end(), FieldId::date) == request.counted.end())
        return;
    reference_for_each(snapshot, without_filter(plan, FieldId::date), [&](Location at) {
        const StoryNumber story = stories.of(at.segment, at.document);
        const Xapian::Document document = snapshot.segments()[at.segment].database.get_document(at.document);
        const auto date = date_from_value(document.get_value(field(FieldId::date).slot));
        if (story != 0 && date) result.story_days.push_back({day_of(*date), story});
    });
    std::sort(result.story_days.begin(), result.story_days.end());
}

}  // namespace

MatchResult reference_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                            const Bm25Parameters& parameters, Places places) {
    // A shard on another machine can not decide placements.
    const bool by_candidates = plan.has_placements && (places == Places::analysed || snapshot.has_remote());
    try {
        MatchResult result = by_candidates ? match_candidates(snapshot, plan, request, parameters)
                                           : match_directly(snapshot, plan, request, parameters);
        if (request.count_stories && !snapshot.has_remote()) count_stories(snapshot, plan, request, result);
        return result;
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
