#include "searcher/timeline/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/match/story_counter.h"

namespace broadsheet {

namespace {

std::size_t bucket_count(const DayCounts& days, Interval interval) {
    return static_cast<std::size_t>(bucket_of(days.rbegin()->first, interval) -
                                    bucket_of(days.begin()->first, interval) + 1);
}

Interval coarser(Interval interval) {
    return static_cast<Interval>(static_cast<int>(interval) + 1);
}

}  // namespace

Timeline make_timeline(const DayCounts& matches, const DayCounts& all, std::optional<Interval> wanted) {
    Timeline timeline;
    if (matches.empty()) {
        timeline.interval = wanted.value_or(Interval::month);
        return timeline;
    }
    timeline.interval = wanted.value_or(interval_for(matches.rbegin()->first - matches.begin()->first + 1));
    while (timeline.interval != Interval::year && bucket_count(matches, timeline.interval) > most_buckets)
        timeline.interval = coarser(timeline.interval);
    if (wanted && *wanted != timeline.interval) {
        timeline.warning = fmt::format("the matches span too many {}s for a timeline; it is by {}",
                                       name_of(*wanted), name_of(timeline.interval));
    }
    const std::int64_t first = bucket_of(matches.begin()->first, timeline.interval);
    timeline.buckets.resize(bucket_count(matches, timeline.interval));
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i)
        timeline.buckets[i].first_day = first_day_of(first + static_cast<std::int64_t>(i), timeline.interval);
    const std::vector<std::uint64_t> counts = by_bucket(matches, timeline);
    const std::vector<std::uint64_t> totals = by_bucket(all, timeline);
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        timeline.buckets[i].count = counts[i];
        timeline.buckets[i].all = std::max(totals[i], counts[i]);
    }
    timeline.bursts = bursts_of(counts, timeline);
    return timeline;
}

void count_stories(const std::vector<StoryDay>& days, Timeline& timeline) {
    for (Bucket& bucket : timeline.buckets) {
        const std::int64_t next = bucket_of(bucket.first_day, timeline.interval) + 1;
        bucket.stories =
            bucket.count - copies_between(days, bucket.first_day, first_day_of(next, timeline.interval));
    }
}

std::vector<std::uint64_t> by_bucket(const DayCounts& days, const Timeline& timeline) {
    std::vector<std::uint64_t> counts(timeline.buckets.size());
    if (counts.empty()) return counts;
    const std::int64_t first = bucket_of(timeline.buckets.front().first_day, timeline.interval);
    for (const auto& [day, count] : days) {
        const std::int64_t place = bucket_of(day, timeline.interval) - first;
        if (place >= 0 && place < static_cast<std::int64_t>(counts.size()))
            counts[static_cast<std::size_t>(place)] += count;
    }
    return counts;
}

std::vector<Burst> bursts_of(const std::vector<std::uint64_t>& counts, const Timeline& timeline) {
    std::vector<Batch> batches;
    for (std::size_t i = 0; i < counts.size(); ++i)
        batches.push_back({counts[i], timeline.buckets[i].all});
    return find_bursts(batches);
}

}  // namespace broadsheet
