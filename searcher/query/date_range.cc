#include "searcher/query/date_range.h"

#include <fmt/format.h>

namespace broadsheet::query {

namespace {

constexpr Seconds day = 86400;

bool is_midnight(Seconds time) {
    return time % day == 0;
}

std::string moment(Seconds time) {
    return is_midnight(time) ? iso_day(time) : iso_8601(time);
}

// The last period of a range that ends before `end`.
std::string last_before(Seconds end) {
    return is_midnight(end) ? iso_day(end - 1) : iso_8601(end - 1);
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

DateReading as_typed(Dates dates) {
    return {dates, false};
}

DateReading between(std::string_view from, std::string_view to, Seconds now) {
    Dates dates;
    if (!from.empty()) {
        const auto period = parse_period(from, now);
        if (!period) return {};
        dates.begin = period->begin;
        dates.end = period->end;
    }
    if (to.empty()) {
        dates.end.reset();
        return as_typed(dates);
    }
    const auto period = parse_period(to, now);
    if (!period) return {};
    if (from.empty()) return as_typed({std::nullopt, period->end});
    const bool swapped = period->begin < *dates.begin;
    if (swapped) {
        dates.begin = period->begin;
    } else {
        dates.end = period->end;
    }
    return {dates, swapped};
}

}  // namespace

DateReading read_dates(std::string_view text, Seconds now) {
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        const std::string_view from = text.substr(0, dots);
        const std::string_view to = text.substr(dots + 2);
        if (from.empty() && to.empty()) return {};
        return between(from, to, now);
    }
    const bool from_begin = take_prefix(text, ">=");
    const bool to_end = !from_begin && take_prefix(text, "<=");
    const bool after = !from_begin && !to_end && take_prefix(text, ">");
    const bool before = !from_begin && !to_end && !after && take_prefix(text, "<");
    const auto period = parse_period(text, now);
    if (!period) return {};
    if (from_begin) return as_typed({period->begin, std::nullopt});
    if (to_end) return as_typed({std::nullopt, period->end});
    if (after) return as_typed({period->end, std::nullopt});
    if (before) return as_typed({std::nullopt, period->begin});
    // Who writes -7d means the last seven days, not the one second a week ago.
    if (text.front() == '-') return as_typed({period->begin, std::nullopt});
    return as_typed({period->begin, period->end});
}

std::string to_text(const Dates& dates) {
    if (!dates.begin && !dates.end) return "..";
    if (!dates.end) return fmt::format(">={}", moment(*dates.begin));
    if (!dates.begin) return fmt::format("<{}", moment(*dates.end));
    const std::string first = moment(*dates.begin);
    const std::string last = last_before(*dates.end);
    return first == last ? first : fmt::format("{}..{}", first, last);
}

}  // namespace broadsheet::query
