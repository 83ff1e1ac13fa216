#include <gtest/gtest.h>

#include "schema/date.h"
#include "searcher/timeline/interval.h"

namespace broadsheet {
namespace {

std::int64_t day(int year, int month, int day) {
    return start_of({year, month, day}) / 86400;
}

TEST(Interval, WeeksBeginOnMonday) {
    const std::int64_t monday = day(2024, 1, 22);
    const std::int64_t week = bucket_of(monday, Interval::week);
    EXPECT_EQ(bucket_of(monday + 6, Interval::week), week);
    EXPECT_EQ(bucket_of(monday + 7, Interval::week), week + 1);
    EXPECT_EQ(bucket_of(monday - 1, Interval::week), week - 1);
    EXPECT_EQ(first_day_of(week, Interval::week), monday);
}

TEST(Interval, BucketsFollowEachOtherWithoutGapOrOverlap) {
    for (const Interval interval : {Interval::day, Interval::week, Interval::month, Interval::year}) {
        // Over the leap day of 1904 and that of 2000, before and after 1970.
        for (std::int64_t each = day(1903, 12, 1); each < day(2001, 2, 1); ++each) {
            const std::int64_t bucket = bucket_of(each, interval);
            EXPECT_LE(first_day_of(bucket, interval), each);
            EXPECT_GT(first_day_of(bucket + 1, interval), each);
        }
    }
}

TEST(Interval, MonthsAndYearsBeginOnTheirFirst) {
    EXPECT_EQ(first_day_of(bucket_of(day(2024, 2, 29), Interval::month), Interval::month), day(2024, 2, 1));
    EXPECT_EQ(first_day_of(bucket_of(day(1969, 12, 31), Interval::year), Interval::year), day(1969, 1, 1));
}

TEST(Interval, SuitsTheSpan) {
    EXPECT_EQ(interval_for(1), Interval::day);
    EXPECT_EQ(interval_for(200), Interval::week);
    EXPECT_EQ(interval_for(2000), Interval::month);
    EXPECT_EQ(interval_for(20000), Interval::year);
}

}  // namespace
}  // namespace broadsheet
