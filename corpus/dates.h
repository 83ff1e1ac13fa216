// The spellings of dates that collections use.
#pragma once

#include <optional>
#include <string_view>

#include "schema/date.h"

namespace broadsheet {

// Reads, in any case and with or without a weekday:
//   2024-01-24, 2024/01/24, 2024.01.24, 20240124, 2024-01 (the first of the month), 2024 (the first of
//   January) 2024-01-24T10:15:30.5Z, 2024-01-24 10:15, 20240124T101530+0100 24 January 2024, 24-JAN-1987
//   15:01:01.79, Jan. 24, 2024, January 24th, 2024 at 10:15 p.m. EST, January 2024 Wed, 24 Jan 2024 10:15:30
//   +0000, Wed Jan 24 10:15:30 2024 01/24/2024 and 24/01/2024: month first unless that can not
//   be; 24.01.2024: day first 1706091330 (seconds), 1706091330000 (milliseconds)
// A time without a zone is UTC. Years of two digits are 1950 to 2049. Nothing when it is none of these, or a
// day that does not exist, or outside the years 1000 to 9999.
std::optional<Seconds> parse_date(std::string_view text);

// A number as dates come in data: YYYYMMDD where that is a date, YYYY, else seconds or milliseconds (from
// 1e11 on) since 1970.
std::optional<Seconds> date_of_number(double number);

}  // namespace broadsheet
