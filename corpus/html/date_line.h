// Dates as pages print them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace broadsheet {

// No line with a date is longer, in bytes.
inline constexpr std::size_t longest_date_line = 100;

// The date of a line that says no more than when: "Published: March 25, 2015". Not of one that says when
// something was changed.
std::optional<std::int64_t> date_in(std::string line);

// The same of a line that nothing says to be a date: it has a day, not only a number that can be anything.
std::optional<std::int64_t> day_in(const std::string& line);

}  // namespace broadsheet
