#include <gtest/gtest.h>

#include "searcher/query/date_range.h"

namespace broadsheet {
namespace {

constexpr Seconds now = 1706054400;  // 2024-01-24
constexpr Seconds start_of_2024 = 1704067200;
constexpr Seconds start_of_2025 = 1735689600;

query::Dates dates(const char* text) {
    return query::read_dates(text, now).dates.value_or(query::Dates{});
}

TEST(DateRange, BoundsAreThoseOfThePeriodsNamed) {
    EXPECT_EQ(dates("2024"), (query::Dates{start_of_2024, start_of_2025}));
    EXPECT_EQ(dates(">=2024"), (query::Dates{start_of_2024, std::nullopt}));
    EXPECT_EQ(dates(">2024"), (query::Dates{start_of_2025, std::nullopt}));
    EXPECT_EQ(dates("<2024"), (query::Dates{std::nullopt, start_of_2024}));
    EXPECT_EQ(dates("<=2024"), (query::Dates{std::nullopt, start_of_2025}));
    EXPECT_EQ(dates("2024..2024"), (query::Dates{start_of_2024, start_of_2025}));
}

TEST(DateRange, AgoMeansSince) {
    EXPECT_EQ(dates("-1d"), (query::Dates{now - 86400, std::nullopt}));
}

TEST(DateRange, EndsInTheWrongOrderAreSwapped) {
    const query::DateReading reading = query::read_dates("2024-12..2024-01", now);
    EXPECT_TRUE(reading.swapped);
    EXPECT_EQ(reading.dates, (query::Dates{start_of_2024, start_of_2025}));
}

TEST(DateRange, WhatIsNoDateIsNothing) {
    for (const char* text :
         {"", "..", ">=", "2024-13", "2023-02-29", "2024..x", "x..2024", ">=<2024", "12"}) {
        EXPECT_FALSE(query::read_dates(text, now).dates) << text;
    }
}

TEST(DateRange, PrintedAsItIsRead) {
    for (const char* text : {"2024-01-24", "2024-01-01..2024-03-31", ">=2024-01-01", "<2024-01-01",
                             "2024-01-24T10:00:00Z..2024-01-24T10:00:59Z", ">=2024-01-24T10:00:00Z"}) {
        EXPECT_EQ(query::to_text(dates(text)), text);
    }
    EXPECT_EQ(query::to_text(dates("2024")), "2024-01-01..2024-12-31");
}

}  // namespace
}  // namespace broadsheet
