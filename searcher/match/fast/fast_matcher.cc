#include "searcher/match/fast/fast_matcher.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "searcher/match/article_id.h"
#include "searcher/match/fast/compile.h"
#include "searcher/match/fast/segment_match.h"
#include "searcher/match/fast/united_counts.h"
#include "searcher/match/order.h"
#include "searcher/match/story_counter.h"

namespace broadsheet {

namespace {

constexpr std::uint64_t least_shared_work = 100'000;  // postings

class FastMatch {
public:
    FastMatch(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
              const Bm25Parameters& parameters)
        : snapshot_(snapshot), request_(request) {
        for (std::size_t i = 0; i < snapshot.segments().size(); ++i)
            segments_.emplace_back(snapshot, i);
        const std::uint64_t documents = snapshot.database().get_doccount();
        task_.plan = &plan;
        // Without words there are no scores, and relevance means newest.
        task_.sort = request.sort == Sort::relevance && plan.terms.empty() ? Sort::newest : request.sort;
        task_.wanted = request.limit == 0 ? 0 : request.offset + request.limit;
        // Behind a boundary can be anything, and how much is in front of it is not known.
        if (request.after) task_.wanted = documents;
        task_.counted = request.counted;
        task_.only_best = request.only_best && request.counted.empty() && !request.after;
        // A story can have articles on other machines, of which nothing is known here.
        if (request.count_stories && !snapshot.has_remote()) {
            task_.stories = &snapshot.stories();
            story_counter_.emplace(*task_.stories);
        }
        task_.deadline = request.deadline;
        task_.parameters = parameters;
        task_.mean_length = snapshot.database().get_avlength();
        for (const ScoringTerm& term : plan.terms) {
            std::uint64_t having = 0;
            for (SegmentIndex& segment : segments_)
                having += segment.frequency(term.stem);
            if (having > 0)
                task_.terms.push_back({term.stem, term.weight * inverse_frequency(documents, having)});
        }
    }

    MatchResult run() {
        MatchResult result;
        std::vector<SegmentResult> parts = match_segments();
        for (std::size_t i = 0; i < parts.size(); ++i)
            add(i, std::move(parts[i]), result);
        for (const FieldId id : request_.counted) {
            if (id != FieldId::date) result.counts.push_back({id, united(std::move(counts_[id]))});
        }
        if (story_counter_) story_counter_->deliver(result);
        take_requested(result);
        return result;
    }

private:
    std::vector<SegmentResult> match_segments() {
        std::vector<SegmentResult> parts(segments_.size());
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (std::size_t i = next++; i < parts.size(); i = next++)
                parts[i] = SegmentMatch(segments_[i], task_).run();
        };
        std::vector<std::future<void>> helpers;
        for (std::size_t threads = threads_of_use(); threads > 1; --threads)
            helpers.push_back(std::async(std::launch::async, work));
        work();
        for (std::future<void>& helper : helpers)
            helper.get();
        return parts;
    }

    // A segment is matched by one thread. Starting one takes some 20 us, which has to be worth it.
    std::size_t threads_of_use() {
        if (segments_.size() < 2 || !can_share()) return 1;
        std::uint64_t postings = 0;
        for (const WeighedTerm& term : task_.terms) {
            for (SegmentIndex& segment : segments_)
                postings += segment.frequency(term.stem);
        }
        const std::uint64_t work = task_.terms.empty() ? snapshot_.database().get_doccount() : postings;
        if (work < least_shared_work) return 1;
        return std::min<std::size_t>(segments_.size(), std::max(1u, std::thread::hardware_concurrency()));
    }

    // Stored articles can be read by one thread only; so can what is opened when it is first asked for.
    bool can_share() {
        if (!task_.plan->has_placements) return true;
        if (task_.plan->needs_text) return false;
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (snapshot_.positions(i) == nullptr) return false;
        }
        return true;
    }

    void add(std::size_t segment, SegmentResult&& part, MatchResult& result) {
        result.total += part.total;
        result.is_complete = result.is_complete && part.is_complete;
        for (const BestDocuments::Entry& entry : part.best) {
            const Seconds date = segments_[segment].columns().date(entry.document);
            Ranked& ranked =
                ranked_.emplace_back(Ranked{snapshot_.docid({segment, entry.document}), entry.score, {}});
            if (date != Columns::no_date) ranked.date = date;
        }
        for (FieldCounts& counts : part.counts)
            counts_[counts.field].push_back(std::move(counts.values));
        for (const auto& [day, count] : part.days)
            result.days[day] += count;
        for (std::size_t i = 0; i < part.copies.size(); ++i) {
            const auto& [fields, documents] = part.copies[i];
            if (i == 0) story_counter_->add_to_total(segment, documents);
            story_counter_->add(segment, documents, fields, segments_[segment].columns());
        }
    }

    void take_requested(MatchResult& result) {
        const TieBreakers ties{nullptr,
                               [this](std::uint32_t document) { return article_id(snapshot_, document); }};
        if (request_.after) {
            const std::optional<Location> last = snapshot_.find(request_.after->id);
            std::optional<std::uint32_t> document;
            if (last) document = snapshot_.docid(*last);
            keep_behind(ranked_, *request_.after, document, task_.sort, ties);
        }
        const std::size_t end = std::min(ranked_.size(), request_.offset + request_.limit);
        put_in_order(ranked_, task_.sort, request_.offset, end, ties);
        for (std::size_t i = request_.offset; i < end; ++i)
            result.documents.push_back({snapshot_.locate(ranked_[i].document), ranked_[i].score});
        if (task_.sort != Sort::relevance && !task_.terms.empty()) score(result.documents);
    }

    void score(std::vector<RankedDocument>& documents) {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            std::vector<RankedDocument*> here;
            for (RankedDocument& each : documents) {
                if (each.location.segment == i) here.push_back(&each);
            }
            add_scores(segments_[i], task_, std::move(here));
        }
    }

    Snapshot& snapshot_;
    const MatchRequest& request_;
    SegmentTask task_;
    std::vector<SegmentIndex> segments_;
    std::vector<Ranked> ranked_;
    std::map<FieldId, std::vector<std::vector<ValueCount>>> counts_;  // by segment
    std::optional<StoryCounter> story_counter_;
};

}  // namespace

bool can_match_fast(Snapshot& snapshot) {
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        if (snapshot.columns(i) == nullptr) return false;
    }
    return true;
}

MatchResult fast_match(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                       const Bm25Parameters& parameters) {
    return FastMatch(snapshot, plan, request, parameters).run();
}

void fast_for_each(Snapshot& snapshot, const Plan& plan, const std::function<void(Location)>& visit) {
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        SegmentIndex segment(snapshot, i);
        std::vector<SelectorPtr> parts;
        parts.push_back(compile(plan.condition, segment));
        for (const FilterGroup& group : plan.filters)
            parts.push_back(compile_any(group.any_of, segment));
        AllSelector all(std::move(parts), {});
        for_each_window(all, segment.last(), [&](Window window) {
            Mask found;
            all.propose(window, segment.live(window), found);
            if (!all.is_decided()) all.decide(window, found);
            found.for_each([&](std::uint32_t at) { visit({i, window.base + at}); });
            return true;
        });
    }
}

}  // namespace broadsheet
