// A date in words and numbers, read from left to right.
#pragma once

#include <optional>
#include <string_view>

#include "schema/date.h"

namespace broadsheet {

// Nothing when the time is outside the years 1000 to 9999.
std::optional<Seconds> within_calendar(Seconds time);

// One pass over the text that fills in year, month, day, time and zone as it meets them, each once.
class DateScanner {
public:
    explicit DateScanner(std::string_view text) : rest_(text) {}

    std::optional<Seconds> scan();

private:
    struct Number {
        int value = 0;
        std::size_t digits = 0;
    };

    char at(std::size_t offset) const { return offset < rest_.size() ? rest_[offset] : '\0'; }
    void skip(std::size_t count) { rest_.remove_prefix(count); }
    // Digits at the front; at most nine, what is longer is no number here.
    Number number();
    bool two_digits(int& value);

    bool scan_number();
    std::optional<bool> scan_counted(Number n);
    std::size_t foreign_separator() const;
    bool scan_word();
    bool scan_year_first(int year);
    bool scan_numeric_date(Number first);
    bool scan_eight_digits(int value);
    bool scan_time_after_date();
    bool scan_time(int hour);
    bool scan_half_of_day();
    bool scan_offset();

    bool set(int& part, int value) {
        if (part >= 0) return false;
        part = value;
        return true;
    }
    std::optional<Seconds> result() const;

    std::string_view rest_;
    int year_ = -1;
    int month_ = -1;
    int day_ = -1;
    int hour_ = -1;
    int minute_ = 0;
    int second_ = 0;
    bool half_known_ = false;
    int half_ahead_ = -1;  // 1: before noon, 2: after it, said before the hour
    std::optional<int> offset_;
};

}  // namespace broadsheet
