#include "searcher/rank/ranked_match.h"

#include <algorithm>
#include <map>

#include "searcher/match/article_id.h"
#include "searcher/match/article_values.h"
#include "searcher/match/matcher.h"
#include "searcher/match/order.h"
#include "searcher/rank/expansion.h"
#include "searcher/rank/recency.h"
#include "searcher/rank/second_look.h"
#include "searcher/rank/word_weights.h"

namespace broadsheet {

namespace {

class Ranking {
public:
    Ranking(Snapshot& snapshot, Plan& plan, const RankingParameters& parameters, bool recent, Seconds now)
        : snapshot_(snapshot),
          values_(snapshot),
          plan_(plan),
          parameters_(parameters),
          recent_(recent),
          now_(now),
          depth_(static_cast<std::size_t>(parameters.depth)),
          look_(snapshot, plan.terms, plan.entities, parameters) {}

    MatchResult run(const MatchRequest& request) {
        MatchRequest first = request;
        first.sort = Sort::relevance;
        first.offset = 0;
        first.after.reset();
        const std::size_t before = request.after ? request.after->rank : request.offset;
        first.limit = std::max(depth_, before + request.limit);
        MatchResult result = match(snapshot_, plan_, first, parameters_.bm25);
        put_in_order(result.documents);
        if (expand(result.documents)) {
            first.counted.clear();
            first.only_best = true;
            first.count_stories = false;
            result.documents = match(snapshot_, plan_, first, parameters_.bm25).documents;
            put_in_order(result.documents);
        }
        const std::size_t begin = request.after ? behind(*request.after, result.documents) : request.offset;
        take(begin, request.limit, result.documents);
        return result;
    }

private:
    // Adds words to the plan. False when there are none, or they do not promise to help.
    bool expand(const std::vector<RankedDocument>& hits) {
        if (parameters_.expansion < 1) return false;
        Feedback feedback = read_feedback(snapshot_, hits, plan_.terms, parameters_);
        const bool promises = parameters_.expansion >= 2 || feedback.is_promising;
        if (feedback.words.empty() || !promises) return false;
        std::move(feedback.words.begin(), feedback.words.end(), std::back_inserter(plan_.terms));
        return true;
    }

    void put_in_order(std::vector<RankedDocument>& hits) {
        std::vector<Ranked> ranked;
        for (const RankedDocument& hit : hits)
            ranked.push_back({snapshot_.docid(hit.location), hit.score, {}});
        const std::size_t looked_at = std::min(depth_, ranked.size());
        add_bonuses(ranked, looked_at);
        if (recent_) apply_recency(ranked, looked_at);
        std::vector<Ranked> head(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(looked_at));
        broadsheet::put_in_order(
            head, Sort::relevance, 0, head.size(),
            {[this](std::uint32_t document) { return date_of(document); },
             [this](std::uint32_t document) { return article_id(snapshot_, document); }});
        std::copy(head.begin(), head.end(), ranked.begin());
        for (std::size_t i = 0; i < ranked.size(); ++i)
            hits[i] = {snapshot_.locate(ranked[i].document), ranked[i].score};
    }

    void add_bonuses(std::vector<Ranked>& ranked, std::size_t looked_at) {
        std::vector<Ranked*> by_document;
        for (std::size_t i = 0; i < looked_at; ++i)
            by_document.push_back(&ranked[i]);
        std::sort(by_document.begin(), by_document.end(),
                  [](const Ranked* a, const Ranked* b) { return a->document < b->document; });
        for (Ranked* each : by_document)
            each->score += bonus(each->document);
    }

    double bonus(std::uint32_t document) {
        const auto known = bonuses_.find(document);
        if (known != bonuses_.end()) return known->second;
        return bonuses_[document] = look_.bonus(document).sum();
    }

    // What is not looked at is taken as old, which keeps it behind.
    void apply_recency(std::vector<Ranked>& ranked, std::size_t looked_at) const {
        std::optional<Seconds> latest;
        for (std::size_t i = 0; i < looked_at; ++i) {
            ranked[i].date = date_of(ranked[i].document);
            if (ranked[i].date) latest = std::max(latest.value_or(*ranked[i].date), *ranked[i].date);
        }
        if (latest && now_ > 0) latest = std::min(*latest, now_);
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            ranked[i].score *= i < looked_at ? recency_factor(ranked[i].date, latest.value_or(0), parameters_)
                                             : 1 - parameters_.recency;
        }
    }

    std::optional<Seconds> date_of(std::uint32_t document) const {
        return values_.date(snapshot_.locate(document));
    }

    // The place behind the boundary's article, or, if that is gone, behind those that score as it did.
    std::size_t behind(const Boundary& boundary, const std::vector<RankedDocument>& hits) const {
        const auto itself = std::find_if(hits.begin(), hits.end(), [&](const RankedDocument& hit) {
            return article_id(snapshot_, snapshot_.docid(hit.location)) == boundary.id;
        });
        if (itself != hits.end()) return static_cast<std::size_t>(itself - hits.begin()) + 1;
        const auto lower = std::find_if(hits.begin(), hits.end(), [&](const RankedDocument& hit) {
            return rounded_score(hit.score) < rounded_score(boundary.score);
        });
        return static_cast<std::size_t>(lower - hits.begin());
    }

    static void take(std::size_t offset, std::size_t limit, std::vector<RankedDocument>& hits) {
        hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(offset, hits.size())));
        hits.resize(std::min(limit, hits.size()));
    }

    Snapshot& snapshot_;
    ArticleValues values_;
    Plan& plan_;
    const RankingParameters& parameters_;
    bool recent_;
    Seconds now_;
    std::size_t depth_;
    SecondLook look_;
    std::map<std::uint32_t, double> bonuses_;
};

}  // namespace

MatchResult ranked_match(Snapshot& snapshot, Plan& plan, const MatchRequest& request,
                         const RankingParameters& parameters, Seconds now) {
    const bool by_score =
        (request.sort == Sort::relevance || request.sort == Sort::recent) && !plan.terms.empty();
    if (by_score) weigh_words(plan.terms, parameters);
    if (by_score && request.limit > 0) {
        return Ranking(snapshot, plan, parameters, request.sort == Sort::recent, now).run(request);
    }
    MatchRequest unscored = request;
    if (request.sort == Sort::recent) unscored.sort = Sort::relevance;
    return match(snapshot, plan, unscored, parameters.bm25);
}

}  // namespace broadsheet
