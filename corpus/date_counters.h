// The parts of dates in Chinese, Japanese and Korean: a number and what it counts, 2024年1月24日.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet {

enum class DatePart { year, month, day, hour, minute, second };

struct DateCounter {
    DatePart part;
    std::size_t length;  // in bytes
};

// What the text begins with, behind a number; nothing when that is no such word.
std::optional<DateCounter> date_counter(std::string_view text);

// 1 before noon, 2 after it, by a word like 下午 that is all of `word`; 0 for others.
int half_of_day(std::string_view word);

}  // namespace broadsheet
