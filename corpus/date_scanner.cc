#include "corpus/date_scanner.h"

#include <algorithm>
#include <string>

#include "corpus/date_counters.h"
#include "corpus/date_words.h"

namespace broadsheet {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Bytes of letters beyond ASCII, too.
bool is_letter(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace

std::optional<Seconds> within_calendar(Seconds time) {
    if (time < start_of({1000, 1, 1}) || time >= start_of({9999, 12, 31}) + 86400) return std::nullopt;
    return time;
}

DateScanner::Number DateScanner::number() {
    Number number;
    while (is_digit(at(0)) && number.digits < 9) {
        number.value = number.value * 10 + (rest_.front() - '0');
        ++number.digits;
        skip(1);
    }
    return number;
}

bool DateScanner::two_digits(int& value) {
    if (!is_digit(at(0)) || !is_digit(at(1))) return false;
    value = (at(0) - '0') * 10 + (at(1) - '0');
    skip(2);
    return true;
}

// After 10 of 10:15 or 10h15, or after the hour of T10, T1015, T101530.
bool DateScanner::scan_time(int hour) {
    if (!set(hour_, hour)) return false;
    if ((at(0) | 0x20) == 'h') {
        skip(1);
        return !is_digit(at(0)) || (two_digits(minute_) && !is_digit(at(0)));
    }
    const bool colons = at(0) == ':';
    if (colons) skip(1);
    if (colons || is_digit(at(0))) {
        if (!two_digits(minute_)) return false;
        if (colons ? at(0) == ':' : is_digit(at(0))) {
            if (colons) skip(1);
            if (!two_digits(second_)) return false;
        }
    }
    if ((at(0) == '.' || at(0) == ',') && is_digit(at(1))) {
        skip(1);
        while (is_digit(at(0)))
            skip(1);
    }
    return !is_digit(at(0));
}

bool DateScanner::scan_time_after_date() {
    if ((at(0) | 0x20) != 't' || !is_digit(at(1))) return true;
    skip(1);
    int hour = 0;
    return two_digits(hour) && scan_time(hour);
}

// The year stands in front and a separator follows: 2024-01[-24].
bool DateScanner::scan_year_first(int year) {
    const char separator = at(0);
    skip(1);
    const Number month = number();
    if (month.digits > 2 || !set(year_, year) || !set(month_, month.value)) return false;
    if (at(0) != separator || !is_digit(at(1))) return scan_time_after_date();
    skip(1);
    const Number day = number();
    return day.digits <= 2 && set(day_, day.value) && scan_time_after_date();
}

// 01/24/2024, 24.01.2024
bool DateScanner::scan_numeric_date(Number first) {
    const char separator = at(0);
    skip(1);
    const Number second = number();
    if (second.digits > 2 || at(0) != separator) return false;
    skip(1);
    Number year = number();
    if (year.digits == 2 && separator != '-') {
        year.value += year.value < 50 ? 2000 : 1900;
    } else if (year.digits != 4) {
        return false;
    }
    const bool day_first = separator == '.' ? second.value <= 12 : first.value > 12;
    return set(year_, year.value) && set(month_, day_first ? second.value : first.value) &&
           set(day_, day_first ? first.value : second.value);
}

bool DateScanner::scan_eight_digits(int value) {
    return set(year_, value / 10000) && set(month_, value / 100 % 100) && set(day_, value % 100) &&
           scan_time_after_date();
}

// am, PM, a.m., p.m. at the front.
bool DateScanner::scan_half_of_day() {
    const char half = static_cast<char>(at(0) | 0x20);
    const std::size_t dot = at(1) == '.' ? 1 : 0;
    if ((half != 'a' && half != 'p') || (at(1 + dot) | 0x20) != 'm' || is_letter(at(2 + dot))) return false;
    if (half_known_ || hour_ < 0 || (half == 'a' && hour_ > 12)) return false;
    half_known_ = true;
    if (hour_ <= 12) hour_ = hour_ % 12 + (half == 'p' ? 12 : 0);  // some write 21:00 PM
    skip(2 + dot);
    return true;
}

bool DateScanner::scan_number() {
    const Number n = number();
    if (is_digit(at(0))) return false;
    if (const std::optional<bool> counted = scan_counted(n)) return *counted;
    const bool separated = (at(0) == '-' || at(0) == '/' || at(0) == '.') && is_digit(at(1));
    if (n.digits == 8) return scan_eight_digits(n.value);
    if (n.digits == 4)
        return separated ? scan_year_first(n.value) : set(year_, n.value) && scan_time_after_date();
    if (n.digits > 2) return false;
    if (at(0) == ':' || ((at(0) | 0x20) == 'h' && hour_ < 0 && !is_letter(at(1)))) return scan_time(n.value);
    if (separated && day_ < 0 && month_ < 0) return scan_numeric_date(n);

    // 10 pm
    const std::size_t blank = at(0) == ' ' ? 1 : 0;
    const char half = static_cast<char>(at(blank) | 0x20);
    if (day_ >= 0 && hour_ < 0 && (half == 'a' || half == 'p')) {
        skip(blank);
        return set(hour_, n.value) && scan_half_of_day();
    }
    if (day_ < 0) {
        for (const std::string_view ending : {"st", "nd", "rd", "th", "er"}) {
            if ((at(0) | 0x20) == ending[0] && (at(1) | 0x20) == ending[1]) {
                skip(2);
                break;
            }
        }
        return !is_letter(at(0)) && set(day_, n.value);
    }
    return n.digits == 2 && month_ >= 0 && set(year_, n.value + (n.value < 50 ? 2000 : 1900));
}

// 24日; nothing when what follows the number does not count it.
std::optional<bool> DateScanner::scan_counted(Number n) {
    const std::size_t blank = at(0) == ' ' ? 1 : 0;
    const std::optional<DateCounter> counter = date_counter(rest_.substr(std::min(blank, rest_.size())));
    if (!counter) return std::nullopt;
    skip(blank + counter->length);
    if (n.digits > (counter->part == DatePart::year ? 4 : 2)) return false;
    switch (counter->part) {
        case DatePart::year:
            return set(year_, n.value);
        case DatePart::month:
            return set(month_, n.value);
        case DatePart::day:
            return set(day_, n.value);
        case DatePart::hour:
            return set(hour_, n.value);
        case DatePart::minute:
            minute_ = n.value;
            return hour_ >= 0;
        case DatePart::second:
            second_ = n.value;
            return hour_ >= 0;
    }
    return false;
}

bool DateScanner::scan_offset() {
    const int sign = at(0) == '-' ? -1 : 1;
    skip(1);
    int hours = 0;
    int minutes = 0;
    if (!two_digits(hours)) return false;
    if (at(0) == ':') skip(1);
    if (is_digit(at(0)) && !two_digits(minutes)) return false;
    if (hours > 14 || minutes > 59 || is_digit(at(0))) return false;
    // GMT+0100 names the zone twice.
    if (offset_.value_or(0) != 0) return false;
    offset_ = sign * (hours * 3600 + minutes * 60);
    return true;
}

// Commas of Arabic and Chinese, blanks of Japanese: how many bytes of one come next.
std::size_t DateScanner::foreign_separator() const {
    if ((at(0) & 0x80) == 0) return 0;
    for (const std::string_view separator : {"\u060c", "\u3001", "\u3000"}) {
        if (rest_.starts_with(separator)) return separator.size();
    }
    return 0;
}

bool DateScanner::scan_word() {
    if (hour_ >= 0 && scan_half_of_day()) return true;
    constexpr std::size_t longest_word = 40;
    std::string word;
    while (is_letter(at(0)) && foreign_separator() == 0 && word.size() < longest_word) {
        word += lower(at(0));
        skip(1);
    }
    if (is_letter(at(0)) && foreign_separator() == 0) return false;
    if (const int half = half_of_day(word); half != 0) return set(half_ahead_, half);
    if (const int month = month_of(word); month != 0) {
        // Some write a month by two of its names: آب/اغسطس.
        return month_ == month || set(month_, month);
    }
    if (const std::optional<int> zone = zone_offset(word); zone && hour_ >= 0) {
        if (!offset_) offset_ = zone;  // +0000 UTC names the zone twice
        return true;
    }
    return is_filler(word);
}

std::optional<Seconds> DateScanner::result() const {
    if (year_ < 1000 || (month_ < 0 && day_ >= 0)) return std::nullopt;
    const CivilDate date{year_, month_ < 0 ? 1 : month_, day_ < 0 ? 1 : day_};
    if (!exists(date)) return std::nullopt;
    Seconds time = start_of(date);
    if (hour_ >= 0) {
        int hour = hour_;
        if (half_ahead_ > 0 && hour_ <= 12) hour = hour_ % 12 + (half_ahead_ == 2 ? 12 : 0);
        const bool midnight = hour_ == 24 && minute_ == 0 && second_ == 0;
        // 60 is a leap second; it counts as the one before.
        if ((hour_ > 23 && !midnight) || minute_ > 59 || second_ > 60) return std::nullopt;
        time += hour * 3600 + minute_ * 60 + (second_ == 60 ? 59 : second_) - offset_.value_or(0);
    }
    return within_calendar(time);
}

std::optional<Seconds> DateScanner::scan() {
    while (!rest_.empty()) {
        const char c = at(0);
        bool good = true;
        if (is_digit(c)) {
            good = scan_number();
        } else if (const std::size_t length = foreign_separator(); length != 0) {
            skip(length);
        } else if (is_letter(c)) {
            good = scan_word();
        } else if ((c == '+' || c == '-') && hour_ >= 0 && is_digit(at(1))) {
            good = scan_offset();
        } else if (c == '(') {
            const std::size_t end = rest_.find(')');
            if (end == std::string_view::npos) return std::nullopt;
            skip(end + 1);
        } else if (c == ' ' || c == '\t' || c == ',' || c == '.' || c == '-' || c == ':' || c == '/') {
            skip(1);
        } else {
            return std::nullopt;
        }
        if (!good) return std::nullopt;
    }
    return result();
}

}  // namespace broadsheet
