#include "corpus/dates.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "corpus/date_words.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_date = 100;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

std::optional<Seconds> in_range(Seconds time) {
    if (time < start_of({1000, 1, 1}) || time >= start_of({9999, 12, 31}) + 86400) return std::nullopt;
    return time;
}

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
    std::optional<int> offset_;
};

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

// After 10 of 10:15, or after the hour of T10, T1015, T101530.
bool DateScanner::scan_time(int hour) {
    if (!set(hour_, hour)) return false;
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
    if (half_known_ || hour_ < 1 || hour_ > 12) return false;
    half_known_ = true;
    hour_ = hour_ % 12 + (half == 'p' ? 12 : 0);
    skip(2 + dot);
    return true;
}

bool DateScanner::scan_number() {
    const Number n = number();
    if (is_digit(at(0))) return false;
    const bool separated = (at(0) == '-' || at(0) == '/' || at(0) == '.') && is_digit(at(1));
    if (n.digits == 8) return scan_eight_digits(n.value);
    if (n.digits == 4)
        return separated ? scan_year_first(n.value) : set(year_, n.value) && scan_time_after_date();
    if (n.digits > 2) return false;
    if (at(0) == ':') return scan_time(n.value);
    if (separated && day_ < 0 && month_ < 0) return scan_numeric_date(n);

    // 10 pm
    const std::size_t blank = at(0) == ' ' ? 1 : 0;
    const char half = static_cast<char>(at(blank) | 0x20);
    if (day_ >= 0 && hour_ < 0 && (half == 'a' || half == 'p')) {
        skip(blank);
        return set(hour_, n.value) && scan_half_of_day();
    }
    if (day_ < 0) {
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if ((at(0) | 0x20) == ending[0] && (at(1) | 0x20) == ending[1]) {
                skip(2);
                break;
            }
        }
        return !is_letter(at(0)) && set(day_, n.value);
    }
    return n.digits == 2 && month_ >= 0 && set(year_, n.value + (n.value < 50 ? 2000 : 1900));
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

bool DateScanner::scan_word() {
    if (hour_ >= 0 && scan_half_of_day()) return true;
    std::string word;
    while (is_letter(at(0)) && word.size() < 12) {
        word += static_cast<char>(at(0) | 0x20);
        skip(1);
    }
    if (is_letter(at(0))) return false;
    if (const int month = month_of(word); month != 0) return set(month_, month);
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
        const bool midnight = hour_ == 24 && minute_ == 0 && second_ == 0;
        // 60 is a leap second; it counts as the one before.
        if ((hour_ > 23 && !midnight) || minute_ > 59 || second_ > 60) return std::nullopt;
        time += hour_ * 3600 + minute_ * 60 + (second_ == 60 ? 59 : second_) - offset_.value_or(0);
    }
    return in_range(time);
}

std::optional<Seconds> DateScanner::scan() {
    while (!rest_.empty()) {
        const char c = at(0);
        bool good = true;
        if (is_digit(c)) {
            good = scan_number();
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

// Digits only: years, packed dates, packed dates with a time, seconds, milliseconds.
std::optional<Seconds> date_of_digits(std::string_view digits) {
    if (digits.size() == 4 || digits.size() == 8) {
        if (const std::optional<Seconds> date = DateScanner(digits).scan()) return date;
    }
    if (digits.size() == 14 && (digits.starts_with("19") || digits.starts_with("20"))) {
        const std::string spelt = std::string(digits.substr(0, 8)) + "T" + std::string(digits.substr(8));
        if (const std::optional<Seconds> date = DateScanner(spelt).scan()) return date;
    }
    if (digits.size() < 5 || digits.size() > 19) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : digits)
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    // Seconds, milliseconds, microseconds, nanoseconds: whichever gives a time from 1973 to 5138.
    while (value >= 100'000'000'000U)
        value /= 1000;
    return in_range(static_cast<Seconds>(value));
}

}  // namespace

std::optional<Seconds> parse_date(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return std::nullopt;
    text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
    if (text.size() > longest_date) return std::nullopt;
    std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
    const std::string_view after = text.substr(digits.size());
    const bool whole = after.empty();
    const bool fraction = digits.size() > 8 && after.starts_with('.') &&
                          after.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (whole || fraction) return date_of_digits(digits);
    return DateScanner(text).scan();
}

std::optional<Seconds> date_of_number(double number) {
    if (!std::isfinite(number) || std::fabs(number) >= 1e19) return std::nullopt;
    if (number >= 0) return date_of_digits(std::to_string(static_cast<std::uint64_t>(number)));
    double seconds = number;
    while (seconds <= -1e11)
        seconds /= 1000;
    if (seconds > -1000) return std::nullopt;
    return in_range(static_cast<Seconds>(std::floor(seconds)));
}

}  // namespace broadsheet
