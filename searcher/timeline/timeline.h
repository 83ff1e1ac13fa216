// How many matches there were when.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/fields.h"
#include "searcher/match/result.h"
#include "searcher/timeline/bursts.h"
#include "searcher/timeline/interval.h"

namespace broadsheet {

// Days over two centuries are too many for anybody; a longer timeline gets longer intervals.
inline constexpr std::size_t most_buckets = 5000;

struct TimelineRequest {
    std::optional<Interval> interval;  // nothing: whichever suits the span
    std::optional<FieldId> by;         // a facet: a series for each of its most frequent values
    std::size_t most_series = 5;
};

struct Bucket {
    std::int64_t first_day = 0;  // since 1970-01-01
    std::uint64_t count = 0;     // matches
    std::uint64_t all = 0;       // articles of the index
    std::uint64_t stories = 0;   // of `count`, where they are counted
};

// The part of the matches that has one value.
struct Series {
    std::string value;  // as shown
    std::string id;
    std::uint64_t count = 0;            // undated matches included
    std::vector<std::uint64_t> counts;  // by bucket
    std::vector<Burst> bursts;
};

struct Timeline {
    Interval interval = Interval::day;
    std::vector<Bucket> buckets;  // from the first match to the last, without a gap
    std::vector<Burst> bursts;    // of buckets
    std::uint64_t undated = 0;    // matches without a date
    std::optional<FieldId> by;
    std::vector<Series> series;  // most frequent first
    std::string warning;         // a sentence, where the interval is not the one that was asked for
};

// Buckets and bursts. `matches` and `all`: by day, of the matches and of the whole index.
Timeline make_timeline(const DayCounts& matches, const DayCounts& all, std::optional<Interval> interval);

// Counts each story once in every bucket in which it has a match. `days` are those of the matches, ascending.
void count_stories(const std::vector<StoryDay>& days, Timeline& timeline);

// `days` by the buckets of the timeline; days outside of it are left out.
std::vector<std::uint64_t> by_bucket(const DayCounts& days, const Timeline& timeline);

// Of a part of the articles: what is more than usual within it.
std::vector<Burst> bursts_of(const std::vector<std::uint64_t>& counts, const Timeline& timeline);

}  // namespace broadsheet
