#include "searcher/render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "schema/date.h"
#include "searcher/render/significant.h"
#include "searcher/render/timeline.h"

namespace broadsheet {

namespace {

constexpr std::size_t hit_indent = 4;
constexpr std::size_t name_width = 14;  // of facets and of an article's fields
constexpr std::size_t most_places = 3;
constexpr std::string_view dot = " · ";

void add(std::string& line, const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += dot;
    line += part;
}

std::string joined(const std::vector<std::string>& values, std::string_view between, std::size_t most) {
    std::string result;
    for (std::size_t i = 0; i < std::min(values.size(), most); ++i) {
        if (i > 0) result += between;
        result += values[i];
    }
    return result;
}

// A day where the time of day says nothing.
std::string shown_date(const std::optional<std::int64_t>& date) {
    constexpr std::int64_t day = 86400;
    constexpr std::size_t to_minutes = 16;
    if (!date) return {};
    if (*date % day == 0) return iso_day(*date);
    std::string text = iso_8601(*date).substr(0, to_minutes);
    std::replace(text.begin(), text.end(), 'T', ' ');
    return text;
}

// As many values as fit on a line, and a line for what lies in each open one.
void print_facet_line(std::string_view name, const Facet& facet, const Style& style, std::ostream& out) {
    if (facet.values.empty()) return;
    const bool is_date = facet.field == FieldId::date;
    std::string line;
    std::size_t shown = 0;
    for (const FacetEntry& entry : facet.values) {
        const std::string part = fmt::format("{}{} {}", entry.selected ? "*" : "", printable(entry.value),
                                             with_commas(entry.count));
        const std::size_t room =
            page_width - name_width - (is_date ? 0 : fmt::formatted_size(" (of {})", facet.distinct));
        if (shown > 0 && characters(line) + characters(dot) + characters(part) > room) break;
        add(line, part);
        ++shown;
    }
    if (shown < facet.distinct) line += style.faint(fmt::format(" (of {})", with_commas(facet.distinct)));
    out << fmt::format("{:<{}}", name, name_width) << line << '\n';
    for (const FacetEntry& entry : facet.values) {
        const std::string inside = "  in " + printable(entry.value);
        print_facet_line(inside + ' ', {facet.field, entry.within, entry.within.size()}, style, out);
    }
}

void print_entries(const std::vector<FacetEntry>& entries, std::size_t depth, std::ostream& out) {
    for (const FacetEntry& entry : entries) {
        out << fmt::format("{:>9}  {:{}}{}\n", with_commas(entry.count), "", 2 * depth,
                           printable(entry.value));
        print_entries(entry.within, depth + 1, out);
    }
}

// Where the body names entities, ascending and apart.
std::vector<query::Range> marks_of(const std::vector<ShownEntity>& entities, std::size_t body_bytes) {
    std::vector<query::Range> marks;
    for (const ShownEntity& each : entities) {
        for (const EntityMention& mention : each.entity.mentions) {
            if (!mention.in_title && mention.end <= body_bytes) marks.push_back({mention.begin, mention.end});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return marks;
}

// Those of [begin, end), counted from `begin`.
std::vector<query::Range> marks_within(const std::vector<query::Range>& marks, std::size_t begin,
                                       std::size_t end) {
    std::vector<query::Range> within;
    auto mark = std::lower_bound(marks.begin(), marks.end(), begin,
                                 [](const query::Range& each, std::size_t at) { return each.begin < at; });
    for (; mark != marks.end() && mark->end <= end; ++mark) {
        within.push_back(
            {static_cast<std::uint32_t>(mark->begin - begin), static_cast<std::uint32_t>(mark->end - begin)});
    }
    return within;
}

std::string counted_articles(std::uint64_t articles) {
    return articles == 1 ? "1 article" : with_commas(articles) + " articles";
}

void print_total(const SearchResponse& response, double milliseconds, const Style& style, std::ostream& out) {
    std::string line = (response.is_complete ? "" : "at least ") + counted_articles(response.total);
    if (response.stories && *response.stories < response.total)
        line += *response.stories == 1 ? " of 1 story"
                                       : fmt::format(" of {} stories", with_commas(*response.stories));
    if (!response.hits.empty() && response.hits.size() < response.total) {
        line += fmt::format(", {} to {} shown", with_commas(response.hits.front().rank),
                            with_commas(response.hits.back().rank));
    }
    if (!response.read_as.empty()) line += " for " + response.read_as;
    out << style.bold(line) << fmt::format(" ({:.1f} ms)\n", milliseconds);
}

constexpr std::size_t most_entities = 5;

// As it is typed into a shell.
std::string shell_word(const std::string& text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '=' ||
               c == '-' || c == '_' || c == '.';
    });
    if (plain) return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}

void print_also(const SearchResponse& response, std::ostream& out) {
    std::size_t shown = 0;
    for (const auto& [entity, query, selected] : response.entities) {
        if (selected || shown == most_entities) continue;
        ++shown;
        const std::string others =
            entity.others.empty() ? "" : fmt::format(", {} more of that name", entity.others.size());
        out << fmt::format("also {} {} ({}{}): --filter {}\n", field(entity.meant.field).name,
                           printable(entity.meant.value), counted_articles(entity.meant.articles), others,
                           printable(shell_word(entity.meant.filter)));
    }
    if (!response.suggestion.empty()) out << "did you mean: " << printable(response.suggestion) << '\n';
}

}  // namespace

void print_text(const Hit& hit, const Style& style, std::ostream& out) {
    const std::string number = fmt::format("{:<4}", fmt::format("{}.", hit.rank));
    MarkedText title = hit.title;
    title.marks = {{0, static_cast<std::uint32_t>(title.text.size())}};  // bold as a whole
    if (title.text.empty()) title.text = "(no title)";
    const std::string lines = wrapped(title, page_width, hit_indent, style);
    out << number << (lines.size() > hit_indent ? lines.substr(hit_indent) : "\n");

    std::string about;
    add(about, hit.article.source);
    add(about, shown_date(hit.article.date));
    for (const auto& [field_id, values] : hit.entities) {
        if (field_id == FieldId::place) add(about, joined(values, ", ", most_places));
    }
    // The id is for `show`; a long one, an address most often, gets a line of its own.
    const std::string margin(hit_indent, ' ');
    const std::size_t together =
        hit_indent + characters(about) + characters(dot) + characters(hit.article.id);
    if (!about.empty() && together > page_width) {
        out << margin << style.faint(about) << '\n' << margin << style.faint(hit.article.id) << '\n';
    } else {
        add(about, hit.article.id);
        out << margin << style.faint(about) << '\n';
    }
    if (!hit.duplicates.empty()) {
        const std::string others = hit.duplicates.size() == 1
                                       ? "1 other article"
                                       : with_commas(hit.duplicates.size()) + " other articles";
        out << margin << style.faint("the same story in " + others) << '\n';
    }
    if (hit.corrections > 0) {
        const std::string often = hit.corrections == 1 ? "once" : with_commas(hit.corrections) + " times";
        out << margin << style.faint("corrected " + often) << '\n';
    }
    out << wrapped(hit.snippet, page_width, hit_indent, style);
}

void print_text(const SearchResponse& response, double milliseconds, const Style& style, std::ostream& out) {
    for (const Hit& hit : response.hits) {
        print_text(hit, style, out);
        out << '\n';
    }
    bool any_facet = false;
    for (const Facet& facet : response.facets) {
        print_facet_line(field(facet.field).name, facet, style, out);
        any_facet = any_facet || !facet.values.empty();
    }
    if (any_facet) out << '\n';
    if (response.timeline && !response.timeline->buckets.empty()) {
        print_text(*response.timeline, style, out);
        out << '\n';
    }
    if (!response.significant.empty()) {
        print_text(response.significant, style, out);
        out << '\n';
    }
    print_total(response, milliseconds, style, out);
    print_also(response, out);
}

void print_text(const Facet& facet, const Style& style, std::ostream& out) {
    print_entries(facet.values, 0, out);
    const std::string distinct = facet.distinct == 1 ? "1 value" : with_commas(facet.distinct) + " values";
    out << style.bold(facet.values.size() < facet.distinct
                          ? fmt::format("{}, {} shown", distinct, facet.values.size())
                          : distinct)
        << '\n';
}

void print_text(const Article& article, const std::string& corrected,
                const std::vector<std::pair<FieldId, std::vector<std::string>>>& values,
                const std::vector<ShownEntity>& entities, const Style& style, std::ostream& out) {
    const auto field_line = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        const std::string lines = wrapped({value, {}}, page_width, name_width, style);
        out << style.faint(fmt::format("{:<{}}", name, name_width))
            << lines.substr(std::min(name_width, lines.size()));
    };
    MarkedText title{article.title, {{0, static_cast<std::uint32_t>(article.title.size())}}};
    out << wrapped(title, page_width, 0, style) << '\n';
    field_line("id", article.id);
    field_line("url", article.url);
    field_line("date", shown_date(article.date));
    field_line("corrected", corrected);
    for (const auto& [field_id, labels] : values) {
        field_line(field(field_id).name, joined(labels, dot, labels.size()));
    }
    const std::vector<query::Range> marks = marks_of(entities, article.body.size());
    std::size_t begin = 0;
    while (begin < article.body.size()) {
        const std::size_t end = std::min(article.body.find("\n\n", begin), article.body.size());
        std::string paragraph = article.body.substr(begin, end - begin);
        std::replace(paragraph.begin(), paragraph.end(), '\n', ' ');
        out << '\n' << wrapped({paragraph, marks_within(marks, begin, end)}, page_width, 0, style);
        begin = end + 2;
    }
}

std::string with_commas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, 1, ',');
    return digits;
}

}  // namespace broadsheet
