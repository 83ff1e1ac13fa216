#include "searcher/similar/ranking.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/match/article_id.h"
#include "searcher/match/article_values.h"
#include "searcher/match/matcher.h"
#include "searcher/match/order.h"

namespace broadsheet {

namespace {

// Of an article that is so far away in time. An undated one is taken as infinitely far, unless the other has
// no date itself.
double nearness_factor(std::optional<Seconds> date, std::optional<Seconds> other,
                       const SimilarityParameters& parameters) {
    constexpr double day = 86400;
    if (!other) return 1;
    const double left =
        date ? std::exp2(-std::abs(static_cast<double>(*date - *other)) / day / parameters.half_life) : 0;
    return 1 - parameters.recency * (1 - left);
}

}  // namespace

RankedSimilar rank_similar(Snapshot& snapshot, const LookedFor& looked_for, std::size_t limit,
                           const RankingParameters& parameters, Deadline deadline) {
    if (looked_for.plan.terms.empty()) return {};
    const SimilarityParameters& similarity = parameters.similarity;
    MatchRequest request;
    const auto depth = static_cast<std::size_t>(similarity.depth);
    request.limit = std::max(depth, limit);
    Bm25Parameters bm25 = parameters.bm25;
    bm25.b = similarity.b;
    request.deadline = deadline;
    MatchResult found = match(snapshot, looked_for.plan, request, bm25);
    std::vector<RankedDocument> hits = std::move(found.documents);
    const std::size_t looked_at = std::min(depth, hits.size());

    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < looked_at; ++i)
        ranked.push_back({snapshot.docid(hits[i].location), hits[i].score, {}});
    std::sort(ranked.begin(), ranked.end(),
              [](const Ranked& a, const Ranked& b) { return a.document < b.document; });
    EntityMatch entities(snapshot, looked_for.entities);
    const ArticleValues values(snapshot);
    for (Ranked& each : ranked) {
        each.date = values.date(snapshot.locate(each.document));
        if (similarity.entities > 0) each.score += similarity.entities * entities.measure(each.document);
        each.score *= nearness_factor(each.date, looked_for.source.article.date, similarity);
    }
    put_in_order(ranked, Sort::relevance, 0, ranked.size(),
                 {nullptr, [&](std::uint32_t document) { return article_id(snapshot, document); }});
    for (std::size_t i = 0; i < looked_at; ++i)
        hits[i] = {snapshot.locate(ranked[i].document), ranked[i].score};
    // What was not looked at stays behind what was.
    for (std::size_t i = looked_at; looked_at > 0 && i < hits.size(); ++i)
        hits[i].score = std::min(hits[i].score * (1 - similarity.recency), hits[i - 1].score);
    hits.resize(std::min(limit, hits.size()));
    return {std::move(hits), found.is_complete};
}

}  // namespace broadsheet
