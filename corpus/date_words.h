// The words of dates: months, weekdays, zones.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

// All take words without a full stop, ASCII letters in lower case.

// 1 to 12 for `january`, `jan`, `sept`, ..., and for the months of 22 other languages as they are written in
// dates; 0 for other words.
int month_of(std::string_view word);

// Words that say nothing about when: weekdays, `at`, `of`, `updated`, ...
bool is_filler(std::string_view word);

// Seconds east of Greenwich of `gmt`, `est`, `jst`, ... A name with several meanings has the one that news
// most often gives it.
std::optional<int> zone_offset(std::string_view word);

}  // namespace broadsheet
