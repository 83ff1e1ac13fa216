#include <string>
#include <string_view>

#include "corpus/dates.h"
#include "corpus/html/date_line.h"
#include "corpus/html/metadata.h"
#include "corpus/html/people.h"
#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

std::string lower(std::string_view text) {
    std::string result(text.substr(0, 512));
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return result;
}

// The day in an address like /2014/12/26/ or /2014-12-26-.
std::optional<std::int64_t> date_of_url(std::string_view url) {
    const auto digit = [&](std::size_t at) { return at < url.size() && url[at] >= '0' && url[at] <= '9'; };
    for (std::size_t at = url.find("/20"); at != std::string_view::npos; at = url.find("/20", at + 1)) {
        const std::string_view day = url.substr(at + 1, 10);
        bool fits =
            day.size() == 10 && (day[4] == '/' || day[4] == '-') && day[7] == day[4] && !digit(at + 11);
        for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
            fits = fits && digit(at + 1 + i);
        if (!fits) continue;
        if (const auto date = parse_date(day)) return date;
    }
    return std::nullopt;
}

// Lists of other articles have bylines too. But a byline can be a list itself: then there is no more in an
// item than a date.
bool is_apart(const HtmlDocument& document, NodeId node) {
    const GumboTag tag = document.tag(node);
    if (tag != GUMBO_TAG_LI) return tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_NAV;
    constexpr NodeId most_nodes = 12;
    if (document.end(node) - node > most_nodes) return true;
    for (NodeId inside = node; inside < document.end(node); ++inside) {
        if (document.tag(inside) == GUMBO_TAG_A) return true;
    }
    return document.line(node, 2 * longest_date_line).size() > longest_date_line;
}

// For machines where it is said to them (also as hAtom does it, in a title), else as readers see it.
std::optional<std::int64_t> date_at(const HtmlDocument& document, NodeId node) {
    for (const std::string_view name : {"datetime", "content", "title"}) {
        if (const auto date = parse_date(document.attribute(node, name))) return date;
    }
    return date_in(document.line(node, 2 * longest_date_line));
}

// How far behind the heading a date may stand that nothing says to be one, in nodes.
constexpr NodeId near_heading = 40;

}  // namespace

PageMetadata read_byline(const HtmlDocument& document, std::string_view url) {
    PageMetadata metadata;
    std::optional<std::int64_t> named;   // by a class: less certain than <time>
    std::optional<std::int64_t> headed;  // by nothing but its place below the heading
    NodeId heading = no_node;
    NodeId node = document.first(GUMBO_TAG_BODY);
    std::vector<std::string> by_class;
    while (node < document.size()) {
        const GumboTag tag = document.tag(node);
        if (document.is_text(node)) {
            if (!headed && heading != no_node && node - heading < near_heading)
                headed = day_in(normalise_line(document.text(node).substr(0, 2 * longest_date_line)));
            ++node;
            continue;
        }
        if (is_invisible(tag) || is_apart(document, node)) {
            node = document.end(node);
            continue;
        }
        if (tag == GUMBO_TAG_H1) heading = document.end(node);
        if (tag == GUMBO_TAG_TIME && !metadata.date) metadata.date = date_at(document, node);
        const std::string names =
            lower(document.attribute(node, "class")) + ' ' + lower(document.attribute(node, "id"));
        const auto called = [&](std::string_view word) { return names.find(word) != std::string::npos; };
        // Of an event or a person: hCalendar and hCard call the days of these so.
        const bool of_another = called("dtstart") || called("bday");
        if (!named && !of_another &&
            (called("date") || called("time") || called("publish") || called("posted") ||
             called("submitted")))
            named = date_at(document, node);
        if (document.attribute(node, "rel").find("author") != std::string_view::npos ||
            document.attribute(node, "itemprop").find("author") != std::string_view::npos) {
            if (metadata.authors.size() < 8) add_people(metadata.authors, document.line(node, 400));
        } else if (by_class.empty() && (called("byline") || called("author"))) {
            add_people(by_class, document.line(node, 400));
        }
        ++node;
    }
    if (metadata.authors.empty()) metadata.authors = std::move(by_class);
    if (!metadata.date) metadata.date = named ? named : headed ? headed : date_of_url(url);
    return metadata;
}

}  // namespace broadsheet
