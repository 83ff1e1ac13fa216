// Points in time as seconds since 1970-01-01T00:00Z, and the periods that users and collections write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

using Seconds = std::int64_t;

// Calendar dates are proleptic Gregorian, years 1000 to 9999.
struct CivilDate {
    int year;
    int month;  // 1 to 12
    int day;    // 1 to 31
};

Seconds start_of(CivilDate date);
CivilDate civil_date(Seconds time);
bool exists(CivilDate date);  // 2023-02-29 does not

// "2024-01-24T10:00:00Z"
std::string iso_8601(Seconds time);
// "2024-01-24"
std::string iso_day(Seconds time);

// A span of time: first second, and the first second after it.
struct Period {
    Seconds begin;
    Seconds end;
    friend bool operator==(const Period&, const Period&) = default;
};

// Reads what users write in queries and options: `2024`, `2024-01`, `2024-01-24`, `2024-01-24T10:00Z` (also
// with seconds or an offset), `today`, `yesterday`, `-7d` (also h, w, m, y). `now` anchors the relative ones.
// Nothing when it is no such date or a day that does not exist.
std::optional<Period> parse_period(std::string_view text, Seconds now);

// "250ms", "30s", "5m", "2h", "7d" as milliseconds.
std::optional<std::int64_t> parse_duration(std::string_view text);

}  // namespace broadsheet
