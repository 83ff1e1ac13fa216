#include "schema/date.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace broadsheet {

namespace {

constexpr Seconds day_seconds = 86400;

// Days since 1970-01-01; H. S. Warren's and E. G. Richards' arithmetic on a year that begins in March.
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Exactly `width` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        if (!is_digit(text[i])) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

// "T10:00", "T10:00:00", each with "Z", an offset or nothing; as a period of a minute or a second after
// `day`.
std::optional<Period> parse_time(std::string_view text, Seconds day) {
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    Seconds begin = day + Seconds{*hour} * 3600 + Seconds{*minute} * 60;
    Seconds length = 60;
    if (take(text, ':')) {
        const auto second = take_digits(text, 2);
        if (!second || *second > 59) return std::nullopt;
        begin += *second;
        length = 1;
        if (take(text, '.')) {
            while (!text.empty() && is_digit(text.front()))
                text.remove_prefix(1);
        }
    }
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        const Seconds sign = text.front() == '+' ? -1 : 1;
        text.remove_prefix(1);
        const auto hours = take_digits(text, 2);
        take(text, ':');
        const auto minutes = take_digits(text, 2);
        if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
        begin += sign * (Seconds{*hours} * 3600 + Seconds{*minutes} * 60);
    } else {
        take(text, 'Z');
    }
    if (!text.empty()) return std::nullopt;
    return Period{begin, begin + length};
}

std::optional<Period> parse_calendar(std::string_view text) {
    const auto year = take_digits(text, 4);
    if (!year || *year < 1000) return std::nullopt;
    if (text.empty()) return Period{start_of({*year, 1, 1}), start_of({*year + 1, 1, 1})};
    if (!take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    if (text.empty()) {
        const bool december = *month == 12;
        return Period{start_of({*year, *month, 1}),
                      start_of({december ? *year + 1 : *year, december ? 1 : *month + 1, 1})};
    }
    if (!take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day || !exists({*year, *month, *day})) return std::nullopt;
    const Seconds begin = start_of({*year, *month, *day});
    if (text.empty()) return Period{begin, begin + day_seconds};
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    return parse_time(text, begin);
}

// "7d" or "3m" before `now`, from that moment on.
std::optional<Seconds> parse_ago(std::string_view text, Seconds now) {
    std::int64_t count = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failure != std::errc{} || end != text.data() + text.size() - 1 || count < 0 || count > 100000) {
        return std::nullopt;
    }
    switch (text.back()) {
        case 'h':
            return now - count * 3600;
        case 'd':
            return now - count * day_seconds;
        case 'w':
            return now - count * 7 * day_seconds;
        case 'm':
            return now - count * 30 * day_seconds;
        case 'y':
            return now - count * 365 * day_seconds;
        default:
            return std::nullopt;
    }
}

}  // namespace

bool exists(CivilDate date) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1000 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int length = date.month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(date.month - 1)];
    return date.day <= length;
}

Seconds start_of(CivilDate date) {
    return days_from_civil(date.year, date.month, date.day) * day_seconds;
}

CivilDate civil_date(Seconds time) {
    const std::int64_t days = floor_div(time, day_seconds) + 719468;
    const std::int64_t era = floor_div(days, 146097);
    const std::int64_t day_of_era = days - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2)), month, day};
}

std::string iso_day(Seconds time) {
    const CivilDate date = civil_date(time);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return text.data();
}

std::string iso_8601(Seconds time) {
    const auto second_of_day = static_cast<int>(time - floor_div(time, day_seconds) * day_seconds);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", second_of_day / 3600, second_of_day / 60 % 60,
                  second_of_day % 60);
    return iso_day(time) + text.data();
}

std::optional<Period> parse_period(std::string_view text, Seconds now) {
    const Seconds today = floor_div(now, day_seconds) * day_seconds;
    if (text == "today") return Period{today, today + day_seconds};
    if (text == "yesterday") return Period{today - day_seconds, today};
    if (text.size() >= 3 && text.front() == '-') {
        const auto begin = parse_ago(text.substr(1), now);
        if (!begin) return std::nullopt;
        return Period{*begin, *begin + 1};
    }
    return parse_calendar(text);
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
    std::int64_t count = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failure != std::errc{} || count < 0 || count > 1'000'000'000) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (unit == "ms") return count;
    if (unit == "s") return count * 1000;
    if (unit == "m") return count * 60'000;
    if (unit == "h") return count * 3'600'000;
    if (unit == "d") return count * 86'400'000;
    return std::nullopt;
}

}  // namespace broadsheet
