#include "corpus/dates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "corpus/ascii.h"
#include "corpus/date_scanner.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_date = 100;

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
    return within_calendar(static_cast<Seconds>(value));
}

}  // namespace

std::optional<Seconds> parse_date(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > longest_date) return std::nullopt;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits_end = std::find_if_not(text.begin(), text.end(), is_digit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(digits_end - text.begin()));
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
    return within_calendar(static_cast<Seconds>(std::floor(seconds)));
}

}  // namespace broadsheet
