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

constexpr std::size_t longest_date = 120;

// Digits only: years, packed dates, packed dates with a time, seconds, milliseconds.
std::optional<Seconds> date_of_digits(std::string_view digits) {
    if (digits.size() == 4 || digits.size() == 8) {
        if (const std::optional<Seconds> date = DateScanner(digits).scan()) return date;
    }
    if (digits.size() == 14 && (digits.starts_with("19") || digits.starts_with("20"))) {
        const std::string spelt = std::string(digits.substr(0, 8)) + "T" + std::string(digits.substr(8));
        if (const std::optional<Seconds> date = DateScanner(spelt).scan()) return date;
    }
    if (digits.size() < 9 || digits.size() > 19) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : digits)
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (value < 100'000'000) return std::nullopt;  // rather a number of something else
    // Seconds, milliseconds, microseconds, nanoseconds: whichever gives a time from 1973 to 5138.
    while (value >= 100'000'000'000U)
        value /= 1000;
    return within_calendar(static_cast<Seconds>(value));
}

// Arabic and Persian digits, and the wide forms that ASCII has in Chinese and Japanese, as ASCII.
std::string with_plain_digits(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const unsigned zero = byte(at) == 0xd9 ? 0xa0 : byte(at) == 0xdb ? 0xb0 : 0xffff;
        if (byte(at + 1) >= zero && byte(at + 1) < zero + 10) {
            plain += static_cast<char>('0' + (byte(at + 1) - zero));
            at += 1;
        } else if (byte(at) == 0xef && byte(at + 1) == 0xbc && byte(at + 2) > 0x80 && byte(at + 2) < 0xc0) {
            plain += static_cast<char>(byte(at + 2) - 0x80 + ' ');
            at += 2;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

}  // namespace

std::optional<Seconds> parse_date(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > longest_date) return std::nullopt;
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    if (!ascii) return DateScanner(with_plain_digits(text)).scan();
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
