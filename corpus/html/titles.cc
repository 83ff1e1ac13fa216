#include "corpus/html/titles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/ascii.h"
#include "corpus/html/people.h"
#include "corpus/names.h"

namespace broadsheet {

namespace {

// Characters of Chinese, Japanese and Thai, which are written without blanks.
std::size_t unspaced_characters(std::string_view text) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const bool thai = first == 0xe0 && (second & 0xfc) == 0xb8;
        if (thai || (first >= 0xe3 && first <= 0xe9)) ++characters;
    }
    return characters;
}

// Where words are not told apart, two characters count as one.
std::size_t words_of(std::string_view text) {
    if (text.empty()) return 0;
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1 +
           unspaced_characters(text) / 2;
}

struct Cut {
    std::size_t begin = std::string_view::npos;
    std::size_t length = 0;
};

// After the first eight comes what names a site, but more often belongs to the headline.
constexpr std::size_t strong_separators = 8;
constexpr std::array<std::string_view, 11> separators{
    " | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 ", " \u2022 ", ": ", " @ ", "\uff1a"};

Cut last_separator(std::string_view title) {
    Cut last;
    for (std::size_t i = 0; i < strong_separators; ++i) {
        const std::size_t found = title.rfind(separators[i]);
        if (found != std::string_view::npos && (last.begin == std::string_view::npos || found > last.begin))
            last = {found, separators[i].size()};
    }
    return last;
}

Cut first_separator(std::string_view title) {
    Cut first;
    for (const std::string_view separator : separators) {
        const std::size_t found = title.find(separator);
        if (found < first.begin) first = {found, separator.size()};
    }
    return first;
}

bool is_site(std::string_view part, const std::string& site, const std::string& host) {
    const std::string key = key_of_name(part);
    if (key.empty()) return false;
    if (!site.empty() && (key == site || (key.size() > 3 && site.find(key) != std::string::npos)))
        return true;
    return key.size() > 2 && host.find(key) != std::string::npos;
}

// Where the next part of a title begins that stands between separators; its length with what is before.
Cut next_separator(std::string_view title, std::size_t from) {
    Cut next = first_separator(title.substr(from));
    if (next.begin != std::string_view::npos) next.begin += from;
    return next;
}

// Without the site's name, wherever it is known to be it: at the front alone, else with all behind it.
std::string without_site(const std::string& title, const PageMetadata& metadata) {
    const std::string site = key_of_name(metadata.source);
    const std::string host = key_of_name(domain_of(metadata.url));
    std::size_t begin = 0;
    std::size_t before = 0;  // where the text before this part ends
    for (std::size_t part = 0; part <= title.size();) {
        const Cut cut = next_separator(title, part);
        const std::size_t end = std::min(cut.begin, title.size());
        if (is_site(std::string_view(title).substr(part, end - part), site, host)) {
            if (part > begin) return std::string(trimmed(title.substr(begin, before - begin)));
            const std::size_t next = cut.begin + cut.length;
            if (cut.begin != std::string::npos && title.size() - next > end - part) begin = next;
        }
        if (cut.begin == std::string::npos) break;
        before = cut.begin;
        part = cut.begin + cut.length;
    }
    return title.substr(begin);
}

// Headings in the order of the page that say what the <title> says.
std::string heading_within(const HtmlDocument& document, std::string_view title) {
    const std::string whole = key_of_name(title);
    int looked_at = 0;
    for (NodeId node = 0; node < document.size() && looked_at < 30; ++node) {
        if (document.tag(node) != GUMBO_TAG_H1 && document.tag(node) != GUMBO_TAG_H2) continue;
        ++looked_at;
        std::string heading = document.line(node);
        const std::string key = key_of_name(heading);
        if (key.size() >= 8 && words_of(heading) >= 2 && 3 * key.size() > whole.size() &&
            whole.find(key) != std::string::npos)
            return heading;
    }
    return {};
}

// Chinese sites put the names of the section and of the site behind a headline, with underscores or strokes
// and without blanks between.
std::string without_chinese_tail(std::string title) {
    constexpr std::size_t fewest = 8;  // characters of a headline
    std::size_t counted = 0;
    std::size_t characters = 0;
    for (std::size_t at = title.find_first_of("_|"); at != std::string::npos;
         at = title.find_first_of("_|", at + 1)) {
        characters += unspaced_characters(std::string_view(title).substr(counted, at - counted));
        counted = at;
        if (characters < fewest) continue;
        if (unspaced_characters(std::string_view(title).substr(at)) > 0) {
            title.resize(at);
            while (title.ends_with(' '))
                title.pop_back();
        }
        break;
    }
    return title;
}

std::string title_element(const HtmlDocument& document) {
    const NodeId head = document.first(GUMBO_TAG_TITLE);
    return head == no_node ? std::string{} : document.line(head);
}

}  // namespace

std::string title_of(const HtmlDocument& document, const PageMetadata& metadata) {
    if (!metadata.title.empty()) return without_site(metadata.title, metadata);
    const std::string whole = title_element(document);
    if (std::string heading = heading_within(document, whole); !heading.empty()) return heading;
    std::string title = without_chinese_tail(without_site(whole, metadata));
    if (title.size() == whole.size()) {
        const Cut last = last_separator(title);
        if (last.begin != std::string::npos && words_of(std::string_view(title).substr(0, last.begin)) >= 4 &&
            words_of(std::string_view(title).substr(last.begin + last.length)) <= 4)
            title.resize(last.begin);
    }
    if (!title.empty()) return title;
    const NodeId heading = document.first(GUMBO_TAG_H1);
    return heading == no_node ? std::string{} : document.line(heading);
}

}  // namespace broadsheet
