// What both kinds of wire messages need.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

inline std::string_view wire_trimmed(std::string_view text) {
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

// Its lines without line ends.
inline std::vector<std::string_view> wire_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

inline std::vector<std::string_view> wire_words(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

// Between two control characters; up to the end when there is no second, nothing when there is no first.
inline std::string_view wire_part(std::string_view message, char begin, char end) {
    const std::size_t from = message.find(begin);
    if (from == std::string_view::npos) return {};
    return message.substr(from + 1, message.find(end, from + 1) - from - 1);
}

inline bool begins_byline(std::string_view line) {
    return line.starts_with("By ") || line.starts_with("by ") || line.starts_with("BY ");
}

}  // namespace broadsheet
