#include "indexer/entities/places/surroundings.h"

#include <algorithm>

namespace broadsheet::entities {
namespace {

constexpr std::size_t longest_word = 24;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
// A full stop belongs to the word after one or two letters or before another letter: "N.C.", "St. Louis".
bool goes_on(std::string_view text, std::size_t begin, std::size_t at) {
    const char c = text[at];
    if (is_letter(c)) return true;
    const bool letter_follows = at + 1 < text.size() && is_letter(text[at + 1]);
    if (c == '-' || c == '\'') return letter_follows && text[at + 1] != 's';
    return c == '.' && at > begin && (at - begin <= 5 || letter_follows);
}

std::size_t word_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < longest_word && goes_on(text, begin, end))
        ++end;
    return end;
}

bool capitalised(std::string_view text, std::size_t at) {
    return at < text.size() && (is_upper(text[at]) || static_cast<unsigned char>(text[at]) >= 0xC3);
}

// Capitalised words from `at` on, as readings of fewer and fewer words.
Container read_name(std::string_view text, std::size_t at) {
    std::array<std::size_t, Container::most_words> ends{};
    std::size_t words = 0;
    const std::size_t begin = at;
    while (words < Container::most_words && capitalised(text, at)) {
        const std::size_t end = word_end(text, at);
        if (end == at) break;
        ends[words++] = end;
        if (end >= text.size() || text[end] != ' ') break;
        at = end + 1;
        if (text.substr(at).starts_with("of ") || text.substr(at).starts_with("and ")) break;
    }
    Container found;
    for (std::size_t i = words; i > 0; --i)
        found.readings[found.count++] = text.substr(begin, ends[i - 1] - begin);
    return found;
}

// Past "in", "the" and a direction: "in the northern", "in".
std::size_t after_in(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("in ")) return std::string_view::npos;
    at += 3;
    if (text.substr(at).starts_with("the ")) at += 4;
    if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
        std::size_t end = at;
        while (end < text.size() && end - at < longest_word &&
               ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-'))
            ++end;
        const std::string_view word = text.substr(at, end - at);
        const bool direction = word.ends_with("ern") || word == "central" || word.starts_with("north") ||
                               word.starts_with("south") || word.ends_with("east") || word.ends_with("west");
        if (!direction || end >= text.size() || text[end] != ' ') return std::string_view::npos;
        at = end + 1;
    }
    return at;
}

}  // namespace

Container container_after(std::string_view text, std::size_t end) {
    std::string_view rest = text.substr(end, 120);
    if (rest.size() < 3) return {};
    if (rest.starts_with(", ")) {
        const std::size_t in = after_in(rest, 2);
        return read_name(rest, in == std::string_view::npos ? 2 : in);
    }
    if (rest.starts_with(" (")) return read_name(rest, 2);
    if (rest.front() != ' ') return {};
    const std::size_t in = after_in(rest, 1);
    if (in != std::string_view::npos) return read_name(rest, in);
    // "Athens Ga."
    if (!capitalised(rest, 1)) return {};
    const std::string_view word = rest.substr(1, word_end(rest, 1) - 1);
    if (!may_be_abbreviation(word)) return {};
    Container found;
    found.readings[found.count++] = word;
    return found;
}

Container container_before(std::string_view text, std::size_t begin) {
    // "Iraq's Mosul", with either apostrophe.
    std::string_view before = text.substr(0, begin);
    if (before.size() > 60) before.remove_prefix(before.size() - 60);
    std::size_t end = std::string_view::npos;
    if (before.ends_with("'s ")) end = before.size() - 3;
    if (before.ends_with("\xE2\x80\x99s ")) end = before.size() - 5;
    if (end == std::string_view::npos) return {};
    Container found;
    std::size_t at = end;
    while (found.count < Container::most_words - 1) {
        std::size_t start = at;
        while (start > 0 && (is_letter(before[start - 1]) || before[start - 1] == '.'))
            --start;
        if (start == at || !capitalised(before, start)) break;
        // The longest first.
        std::copy_backward(found.readings.begin(),
                           found.readings.begin() + static_cast<std::ptrdiff_t>(found.count),
                           found.readings.begin() + static_cast<std::ptrdiff_t>(found.count) + 1);
        found.readings[0] = before.substr(start, end - start);
        ++found.count;
        if (start == 0 || before[start - 1] != ' ') break;
        at = start - 1;
    }
    return found;
}

NameParts parts_of(std::string_view name) {
    const auto trimmed = [](std::string_view text) {
        while (text.starts_with(' '))
            text.remove_prefix(1);
        while (text.ends_with(' '))
            text.remove_suffix(1);
        return text;
    };
    const std::size_t comma = name.find(',');
    if (comma != std::string_view::npos) {
        std::string_view container = name.substr(comma + 1);
        container = container.substr(0, container.find(','));
        return {trimmed(name.substr(0, comma)), trimmed(container)};
    }
    const std::size_t bracket = name.find('(');
    if (bracket != std::string_view::npos && name.ends_with(')'))
        return {trimmed(name.substr(0, bracket)),
                trimmed(name.substr(bracket + 1, name.size() - bracket - 2))};
    return {trimmed(name), {}};
}

bool may_be_abbreviation(std::string_view written) {
    if (written.size() >= 3 && written.size() <= 8 && written.ends_with('.')) return true;
    return (written.size() == 2 || written.size() == 3) &&
           std::all_of(written.begin(), written.end(), [](char c) { return is_upper(c); });
}

}  // namespace broadsheet::entities
