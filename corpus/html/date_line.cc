#include "corpus/html/date_line.h"

#include "corpus/ascii.h"
#include "corpus/dates.h"

namespace broadsheet {

std::optional<std::int64_t> date_in(std::string line) {
    if (line.size() > longest_date_line) return std::nullopt;
    constexpr int most_words_before = 3;
    for (int words = 0; words <= most_words_before; ++words) {
        if (const auto date = parse_date(line)) return date;
        const std::size_t blank = line.find(' ');
        if (blank == std::string::npos) break;
        const std::string word = ascii_lower(line.substr(0, blank));
        if (word.starts_with("updated") || word.starts_with("modified")) break;
        line.erase(0, blank + 1);
    }
    return std::nullopt;
}

std::optional<std::int64_t> day_in(const std::string& line) {
    int numbers = 0;
    bool inside = false;
    for (const char c : line) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) ++numbers;
        inside = digit;
    }
    return numbers < 2 ? std::nullopt : date_in(line);
}

}  // namespace broadsheet
