#include <algorithm>
#include <limits>
#include <map>

#include "searcher/facets/facet.h"
#include "searcher/match/slot_counter.h"
#include "searcher/match/story_counter.h"
#include "searcher/query/date_range.h"

namespace broadsheet {

namespace {

constexpr Seconds day_seconds = 86400;
constexpr std::int64_t most_days = 62;
constexpr std::int64_t most_days_by_month = std::int64_t{5} * 366;

enum class Unit { day, month, year };

Unit unit_for(std::int64_t days) {
    if (days <= most_days) return Unit::day;
    return days <= most_days_by_month ? Unit::month : Unit::year;
}

// "2024-01-24", "2024-01" or "2024", which sort by time.
std::string name_of(std::int64_t day, Unit unit) {
    constexpr std::size_t year_length = 4;
    constexpr std::size_t month_length = 7;
    const std::string text = iso_day(day * day_seconds);
    return unit == Unit::day ? text : text.substr(0, unit == Unit::month ? month_length : year_length);
}

query::Dates dates_of(const std::string& name) {
    const auto period = parse_period(name, 0);
    return period ? query::Dates{period->begin, period->end} : query::Dates{};
}

std::uint64_t count_within(const DayCounts& days, const query::Dates& dates) {
    std::uint64_t count = 0;
    for (const auto& [day, articles] : days) {
        const Seconds begin = day * day_seconds;
        if ((!dates.begin || begin >= *dates.begin) && (!dates.end || begin < *dates.end)) count += articles;
    }
    return count;
}

// `dates` are whole days.
std::uint64_t copies_within(const std::vector<StoryDay>& days, const query::Dates& dates) {
    return copies_between(days, dates.begin ? day_of(*dates.begin) : std::numeric_limits<std::int64_t>::min(),
                          dates.end ? day_of(*dates.end) : std::numeric_limits<std::int64_t>::max());
}

// Whole days can be counted from the days; anything finer can not.
bool is_whole_days(const query::Dates& dates) {
    return dates.begin.value_or(0) % day_seconds == 0 && dates.end.value_or(0) % day_seconds == 0;
}

// As the facet itself would write it where it can: 2024 rather than 2024-01-01..2024-12-31.
std::string name_of(const query::Dates& dates) {
    if (dates.begin && dates.end) {
        for (const Unit unit : {Unit::year, Unit::month}) {
            std::string name = name_of(*dates.begin / day_seconds, unit);
            if (dates_of(name) == dates) return name;
        }
    }
    return query::to_text(dates);
}

}  // namespace

Facet date_facet(const DayCounts& days, const std::vector<query::Dates>& selected,
                 const std::vector<StoryDay>& story_days) {
    Facet facet{FieldId::date, {}, 0};
    std::map<std::string, std::uint64_t> periods;
    if (!days.empty()) {
        const Unit unit = unit_for(days.rbegin()->first - days.begin()->first + 1);
        for (const auto& [day, count] : days)
            periods[name_of(day, unit)] += count;
    }
    const auto add = [&](const std::string& name, const query::Dates& dates, std::uint64_t count,
                         bool chosen) {
        FacetEntry& entry = facet.values.emplace_back(FacetEntry{name, name, count, chosen});
        entry.stories = count - copies_within(story_days, dates);
    };
    facet.distinct = periods.size();
    std::vector<query::Dates> missing = selected;
    for (const auto& [name, count] : periods) {
        const query::Dates dates = dates_of(name);
        const bool is_selected = std::erase(missing, dates) > 0;
        add(name, dates, count, is_selected);
    }
    for (const query::Dates& dates : missing) {
        if (!is_whole_days(dates)) continue;
        add(name_of(dates), dates, count_within(days, dates), true);
    }
    return facet;
}

}  // namespace broadsheet
