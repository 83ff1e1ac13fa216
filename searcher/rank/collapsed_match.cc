#include "searcher/rank/collapsed_match.h"

#include <algorithm>
#include <unordered_set>

#include "searcher/match/article_id.h"

namespace broadsheet {

namespace {

// The first of each story.
std::vector<RankedDocument> first_of_each(const Stories& stories, const std::vector<RankedDocument>& hits) {
    std::unordered_set<StoryNumber> met;
    std::vector<RankedDocument> kept;
    for (const RankedDocument& hit : hits) {
        const StoryNumber story = stories.of(hit.location.segment, hit.location.document);
        if (story == 0 || met.insert(story).second) kept.push_back(hit);
    }
    return kept;
}

// Where the hits behind the boundary begin: it is one of them, or as many were in front as its rank tells.
std::size_t behind(Snapshot& snapshot, const Boundary& boundary, const std::vector<RankedDocument>& hits) {
    const auto itself = std::find_if(hits.begin(), hits.end(), [&](const RankedDocument& hit) {
        return article_id(snapshot, snapshot.docid(hit.location)) == boundary.id;
    });
    if (itself != hits.end()) return static_cast<std::size_t>(itself - hits.begin()) + 1;
    return std::min(boundary.rank, hits.size());
}

}  // namespace

MatchResult collapsed_match(Snapshot& snapshot, Plan& plan, const MatchRequest& request,
                            const RankingParameters& parameters, Seconds now) {
    const std::size_t wanted = (request.after ? request.after->rank : request.offset) + request.limit;
    MatchRequest all = request;
    all.offset = 0;
    all.after.reset();
    all.limit = request.limit == 0 ? 0 : wanted * 2;
    const Plan as_given = plan;  // ranking adds to it
    MatchResult result = ranked_match(snapshot, plan, all, parameters, now);
    std::vector<RankedDocument> hits = first_of_each(snapshot.stories(), result.documents);
    all.counted.clear();
    while (hits.size() < wanted && result.documents.size() == all.limit && all.limit > 0) {
        all.limit *= 4;
        plan = as_given;
        result.documents = ranked_match(snapshot, plan, all, parameters, now).documents;
        hits = first_of_each(snapshot.stories(), result.documents);
    }
    const std::size_t begin =
        std::min(hits.size(), request.after ? behind(snapshot, *request.after, hits) : request.offset);
    const std::size_t end = std::min(hits.size(), begin + request.limit);
    result.documents.assign(hits.begin() + static_cast<std::ptrdiff_t>(begin),
                            hits.begin() + static_cast<std::ptrdiff_t>(end));
    return result;
}

}  // namespace broadsheet
