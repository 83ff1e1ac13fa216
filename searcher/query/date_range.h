// The date expressions of queries and of --filter date=...: 2024, 2024-01..2024-03, >=2024, <2024-02, ..2024.
#pragma once

#include <string>
#include <string_view>

#include "searcher/query/ast.h"

namespace broadsheet::query {

struct DateReading {
    std::optional<Dates> dates;  // nothing when it is no date expression or names a day that does not exist
    bool swapped = false;        // the later end came first
};

// `now` anchors relative dates such as -7d.
DateReading read_dates(std::string_view text, Seconds now);

// The shortest expression that reads as `dates` again: 2024-01-24, 2024-01-01..2024-03-31, >=2024-01-01.
std::string to_text(const Dates& dates);

}  // namespace broadsheet::query
