#include "searcher/timeline/timeline.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::int64_t day(int year, int month, int day) {
    return start_of({year, month, day}) / 86400;
}

std::vector<std::uint64_t> counts_of(const Timeline& timeline) {
    std::vector<std::uint64_t> counts;
    for (const Bucket& bucket : timeline.buckets)
        counts.push_back(bucket.count);
    return counts;
}

TEST(Timeline, GapsAreFilled) {
    const DayCounts matches{{day(2024, 1, 31), 2}, {day(2024, 2, 1), 1}, {day(2024, 5, 7), 4}};
    DayCounts all = matches;
    all[day(2024, 3, 3)] = 9;
    all[day(2020, 3, 3)] = 9;  // outside
    const Timeline timeline = make_timeline(matches, all, Interval::month);
    EXPECT_EQ(counts_of(timeline), (std::vector<std::uint64_t>{2, 1, 0, 0, 4}));
    EXPECT_EQ(timeline.buckets[0].first_day, day(2024, 1, 1));
    EXPECT_EQ(timeline.buckets[4].first_day, day(2024, 5, 1));
    EXPECT_EQ(timeline.buckets[2].all, 9U);
    EXPECT_EQ(timeline.warning, "");
}

TEST(Timeline, TooManyDaysBecomeSomethingLonger) {
    const DayCounts matches{{day(1000, 1, 1), 1}, {day(2024, 1, 1), 1}};
    const Timeline timeline = make_timeline(matches, matches, Interval::day);
    EXPECT_EQ(timeline.interval, Interval::year);
    EXPECT_EQ(timeline.buckets.size(), 1025U);
    EXPECT_EQ(timeline.warning, "the matches span too many days for a timeline; it is by year");
}

TEST(Timeline, IntervalSuitsTheSpanWithoutAWish) {
    const DayCounts days{{day(2024, 1, 1), 1}, {day(2024, 1, 9), 1}};
    EXPECT_EQ(make_timeline(days, days, std::nullopt).buckets.size(), 9U);
}

TEST(Timeline, NothingFoundIsEmpty) {
    const Timeline timeline = make_timeline({}, {{5, 5}}, std::nullopt);
    EXPECT_TRUE(timeline.buckets.empty());
    EXPECT_TRUE(by_bucket({{5, 5}}, timeline).empty());
}

}  // namespace
}  // namespace broadsheet
