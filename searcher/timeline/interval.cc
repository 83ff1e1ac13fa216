#include "searcher/timeline/interval.h"

#include <array>
#include <utility>

#include "schema/date.h"

namespace broadsheet {

namespace {

constexpr std::array<std::pair<Interval, std::string_view>, 4> names{
    {{Interval::day, "day"}, {Interval::week, "week"}, {Interval::month, "month"}, {Interval::year, "year"}}};

constexpr Seconds day_seconds = 86400;
constexpr std::int64_t days_of_week = 7;
constexpr std::int64_t from_monday = 3;  // 1970-01-01 was a Thursday
constexpr std::int64_t months_of_year = 12;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

}  // namespace

std::string_view name_of(Interval interval) {
    return names[static_cast<std::size_t>(interval)].second;
}

std::optional<Interval> interval_named(std::string_view name) {
    for (const auto& [interval, known] : names) {
        if (known == name) return interval;
    }
    return std::nullopt;
}

std::int64_t bucket_of(std::int64_t day, Interval interval) {
    if (interval == Interval::day) return day;
    if (interval == Interval::week) return floor_div(day + from_monday, days_of_week);
    const CivilDate date = civil_date(day * day_seconds);
    return interval == Interval::year ? date.year : date.year * months_of_year + date.month - 1;
}

std::int64_t first_day_of(std::int64_t bucket, Interval interval) {
    if (interval == Interval::day) return bucket;
    if (interval == Interval::week) return bucket * days_of_week - from_monday;
    const std::int64_t year = interval == Interval::year ? bucket : floor_div(bucket, months_of_year);
    const std::int64_t month = interval == Interval::year ? 0 : bucket - year * months_of_year;
    return floor_div(start_of({static_cast<int>(year), static_cast<int>(month) + 1, 1}), day_seconds);
}

Interval interval_for(std::int64_t days) {
    if (days <= 62) return Interval::day;
    if (days <= 366) return Interval::week;
    return days <= std::int64_t{366} * 8 ? Interval::month : Interval::year;
}

}  // namespace broadsheet
