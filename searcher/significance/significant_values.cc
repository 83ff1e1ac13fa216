#include "searcher/significance/significant_values.h"

#include <algorithm>
#include <unordered_map>

#include "searcher/facets/nested_places.h"

namespace broadsheet {

std::vector<Significant> significant_values(const FieldCounts& found, std::uint64_t matches,
                                            const FieldCounts& indexed, std::uint64_t whole,
                                            const std::vector<ValueId>& left_out, std::size_t least,
                                            std::size_t top, Labels& labels) {
    std::unordered_map<ValueId, std::uint64_t> articles;
    articles.reserve(indexed.values.size());
    for (const ValueCount& each : indexed.values)
        articles.emplace(each.id, each.count);

    struct Scored {
        ValueId id;
        Occurrence occurrence;
        double score;
    };
    std::vector<Scored> scored;
    for (const ValueCount& each : found.values) {
        if (each.count < least || std::find(left_out.begin(), left_out.end(), each.id) != left_out.end())
            continue;
        const auto all = articles.find(each.id);
        const std::uint64_t in_whole = all == articles.end() ? 0 : all->second;
        const Occurrence occurrence{each.count, matches, std::max<std::uint64_t>(in_whole, each.count),
                                    whole};
        const double score = log_likelihood(occurrence);
        if (score >= least_significant) scored.push_back({each.id, occurrence, score});
    }
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    // A shell has a place of its own beside it, so that this many are enough.
    scored.resize(std::min(scored.size(), 2 * top));
    if (is_hierarchical(found.field)) {
        drop_shells(
            labels.snapshot(), scored, [](const Scored& each) { return each.id; },
            [](const Scored& each) { return each.occurrence.in_part; });
    }
    scored.resize(std::min(scored.size(), top));
    std::vector<Significant> result;
    result.reserve(scored.size());
    for (const Scored& each : scored)
        result.push_back({labels.of(found.field, each.id), to_text(each.id), each.occurrence, each.score});
    return result;
}

std::size_t least_matches(std::uint64_t matches) {
    constexpr std::uint64_t few = 20;
    constexpr std::uint64_t many = 10000;
    if (matches < few) return 2;
    return matches < many ? 3 : 5;
}

}  // namespace broadsheet
