#include <gtest/gtest.h>

#include <string>

#include "schema/date.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

constexpr Seconds day = 86400;
constexpr Seconds now = 1706104923;  // 2024-01-24T14:02:03Z

std::optional<Period> period(const std::string& text) {
    return parse_period(text, now);
}

std::string shown(const std::string& text) {
    const auto read = period(text);
    return read ? iso_8601(read->begin) + " " + iso_8601(read->end) : "none";
}

TEST(Dates, KnownDays) {
    EXPECT_EQ(start_of({1970, 1, 1}), 0);
    EXPECT_EQ(start_of({2000, 2, 29}), 951782400);
    EXPECT_EQ(start_of({2024, 1, 24}), 1706054400);
    EXPECT_EQ(start_of({1969, 12, 31}), -day);
    EXPECT_EQ(start_of({1000, 1, 1}), -30610224000);
    EXPECT_EQ(start_of({9999, 12, 31}), 253402214400);
    EXPECT_EQ(iso_8601(now), "2024-01-24T14:02:03Z");
    EXPECT_EQ(iso_8601(-1), "1969-12-31T23:59:59Z");
    EXPECT_EQ(iso_day(-1), "1969-12-31");
}

TEST(Dates, EveryDayFollowsTheOneBefore) {
    Seconds expected = start_of({1000, 1, 1});
    for (int year = 1000; year <= 9999; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int number = 1; number <= 31; ++number) {
                if (!exists({year, month, number})) continue;
                ASSERT_EQ(start_of({year, month, number}), expected);
                for (const Seconds time : {expected, expected + day - 1}) {
                    const CivilDate back = civil_date(time);
                    ASSERT_TRUE(back.year == year && back.month == month && back.day == number) << time;
                }
                expected += day;
            }
        }
    }
    EXPECT_EQ(expected, start_of({9999, 12, 31}) + day);
}

TEST(Dates, LeapYearsAreGregorian) {
    EXPECT_TRUE(exists({2024, 2, 29}));
    EXPECT_TRUE(exists({2000, 2, 29}));
    EXPECT_FALSE(exists({1900, 2, 29}));
    EXPECT_FALSE(exists({2023, 2, 29}));
    EXPECT_FALSE(exists({2024, 4, 31}));
    EXPECT_FALSE(exists({2024, 13, 1}));
    EXPECT_FALSE(exists({2024, 0, 1}));
    EXPECT_FALSE(exists({2024, 1, 0}));
    EXPECT_FALSE(exists({999, 1, 1}));
    EXPECT_FALSE(exists({10000, 1, 1}));
}

TEST(Periods, CalendarDates) {
    EXPECT_EQ(shown("2024"), "2024-01-01T00:00:00Z 2025-01-01T00:00:00Z");
    EXPECT_EQ(shown("2024-02"), "2024-02-01T00:00:00Z 2024-03-01T00:00:00Z");
    EXPECT_EQ(shown("2024-12"), "2024-12-01T00:00:00Z 2025-01-01T00:00:00Z");
    EXPECT_EQ(shown("2024-02-29"), "2024-02-29T00:00:00Z 2024-03-01T00:00:00Z");
    EXPECT_TRUE(period("9999"));
    EXPECT_TRUE(period("1000-01-01"));
}

TEST(Periods, TimesOfDay) {
    EXPECT_EQ(shown("2024-01-24T10:00Z"), "2024-01-24T10:00:00Z 2024-01-24T10:01:00Z");
    EXPECT_EQ(shown("2024-01-24T10:00"), "2024-01-24T10:00:00Z 2024-01-24T10:01:00Z");
    EXPECT_EQ(shown("2024-01-24 10:00:30"), "2024-01-24T10:00:30Z 2024-01-24T10:00:31Z");
    EXPECT_EQ(shown("2024-01-24T10:00:30.125Z"), "2024-01-24T10:00:30Z 2024-01-24T10:00:31Z");
    EXPECT_EQ(shown("2024-01-24T00:30+01:00"), "2024-01-23T23:30:00Z 2024-01-23T23:31:00Z");
    EXPECT_EQ(shown("2024-01-24T23:30:00-0130"), "2024-01-25T01:00:00Z 2024-01-25T01:00:01Z");
}

TEST(Periods, RelativeToNow) {
    EXPECT_EQ(shown("today"), "2024-01-24T00:00:00Z 2024-01-25T00:00:00Z");
    EXPECT_EQ(shown("yesterday"), "2024-01-23T00:00:00Z 2024-01-24T00:00:00Z");
    EXPECT_EQ(period("-7d")->begin, now - 7 * day);
    EXPECT_EQ(period("-12h")->begin, now - day / 2);
    EXPECT_EQ(period("-2w")->begin, now - 14 * day);
    EXPECT_EQ(period("-1m")->begin, now - 30 * day);
    EXPECT_EQ(period("-1y")->begin, now - 365 * day);
    EXPECT_EQ(parse_period("today", -1)->begin, -day);
}

TEST(Periods, WhatIsNoDateIsRefused) {
    for (const char* text : {"",
                             "24",
                             "202",
                             "20240124",
                             "2024-",
                             "2024-1",
                             "2024-13",
                             "2024-00",
                             "2024-01-",
                             "2024-01-32",
                             "2023-02-29",
                             "2024-01-24T",
                             "2024-01-24T1000",
                             "2024-01-24T24:00",
                             "2024-01-24T10:60",
                             "2024-01-24T10:00:60",
                             "0999",
                             "-d",
                             "-7",
                             "-7x",
                             "--7d",
                             "-7 d",
                             "-999999999d",
                             "-99999999999999999999d",
                             "Today",
                             " 2024",
                             "2024 ",
                             "2024-01-24x",
                             "2024-01-24T10:00ZZ",
                             "2024-01-24T10:00+1",
                             "2024-01-24T10:00+24:00",
                             "２０２４",
                             "-0x7d"}) {
        EXPECT_EQ(period(text), std::nullopt) << text;
    }
}

TEST(Periods, WhatIsShownIsReadBack) {
    test::RandomArticles random(30);
    const Seconds first = start_of({1000, 1, 1});
    const auto span = static_cast<std::size_t>(start_of({9999, 12, 31}) - first);
    for (int i = 0; i < 5000; ++i) {
        const Seconds time = first + static_cast<Seconds>(random.below(span));
        ASSERT_EQ(period(iso_8601(time)), (Period{time, time + 1}));
        const auto whole_day = period(iso_day(time));
        ASSERT_TRUE(whole_day && whole_day->begin <= time && time < whole_day->end);
        ASSERT_EQ(whole_day->end - whole_day->begin, day);
    }
}

TEST(Durations, WithAUnit) {
    EXPECT_EQ(parse_duration("250ms"), 250);
    EXPECT_EQ(parse_duration("30s"), 30'000);
    EXPECT_EQ(parse_duration("5m"), 300'000);
    EXPECT_EQ(parse_duration("2h"), 7'200'000);
    EXPECT_EQ(parse_duration("7d"), 604'800'000);
    EXPECT_EQ(parse_duration("0s"), 0);
    EXPECT_EQ(parse_duration("1000000000d"), 86'400'000'000'000'000);
}

TEST(Durations, WhatIsNoneIsRefused) {
    for (const char* text : {"", "s", "30", "-1s", "+1s", "1.5s", "30 s", "30S", "30sec", "1000000001s",
                             "99999999999999999999s", "1w", "0x1s"}) {
        EXPECT_EQ(parse_duration(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace broadsheet
