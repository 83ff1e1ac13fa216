#include "indexer/merge_policy.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace broadsheet {

namespace {

constexpr std::size_t fan = 8;
constexpr std::uint64_t first_tier = 1000;  // articles; below it all segments are of one tier

unsigned tier_of(std::uint64_t articles) {
    unsigned tier = 0;
    for (std::uint64_t bound = first_tier; articles >= bound; bound *= fan)
        ++tier;
    return tier;
}

}  // namespace

std::vector<std::size_t> next_merge(const std::vector<SegmentEntry>& segments) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].deleted * 2 > segments[i].articles) return {i};
    }
    unsigned highest = 0;
    for (const SegmentEntry& segment : segments)
        highest = std::max(highest, tier_of(segment.articles));
    // Lowest tier first: a run of neighbours of at most that tier. Together they must make one of a higher
    // tier: a large segment would else be rewritten for every seven small ones that come after it.
    for (unsigned tier = 0; tier <= highest; ++tier) {
        std::size_t begin = 0;
        std::uint64_t articles = 0;
        for (std::size_t i = 0; i <= segments.size(); ++i) {
            if (i < segments.size() && tier_of(segments[i].articles) <= tier) {
                articles += segments[i].articles;
                continue;
            }
            const bool too_many = i - begin > (fan - 1) * (tier + 1);
            if (i - begin >= fan && (tier == 0 || tier_of(articles) > tier || too_many)) {
                std::vector<std::size_t> run(i - begin);
                std::iota(run.begin(), run.end(), begin);
                return run;
            }
            begin = i + 1;
            articles = 0;
        }
    }
    return {};
}

}  // namespace broadsheet
