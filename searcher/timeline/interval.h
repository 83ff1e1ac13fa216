// Calendar intervals: a timeline is made of days, weeks, months or years.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet {

enum class Interval { day, week, month, year };

std::string_view name_of(Interval interval);
std::optional<Interval> interval_named(std::string_view name);

// Days are counted from 1970-01-01. Weeks begin on Monday (ISO 8601).

// The number of the bucket that a day lies in: one more from each to the next.
std::int64_t bucket_of(std::int64_t day, Interval interval);
// Its first day.
std::int64_t first_day_of(std::int64_t bucket, Interval interval);

// One that shows a span of so many days in a few dozen buckets.
Interval interval_for(std::int64_t days);

}  // namespace broadsheet
