#include "corpus/formats/text_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "corpus/dates.h"
#include "corpus/field_names.h"
#include "corpus/language_code.h"
#include "corpus/lines.h"
#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_headline = 250;  // characters
constexpr std::size_t longest_byline = 120;
constexpr int most_head_lines = 30;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

// "By Jane Doe", "BY JANE DOE and John Smith, Staff Writers"; each word but the small ones begins with a
// capital.
bool is_byline(const Line& line) {
    const std::string_view text = line.text;
    if (line.length() > longest_byline || text.size() < 5 || (text[0] != 'B' && text[0] != 'b') ||
        (text[1] | 0x20) != 'y' || text[2] != ' ') {
        return false;
    }
    if (text.back() == '.' && text.size() > 40) return false;
    constexpr std::array<std::string_view, 8> small{"and", "of", "for", "in", "the", "de", "van", "von"};
    for (std::string_view rest = text.substr(3); !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        if (!word.empty() && is_lower(word.front()) &&
            std::find(small.begin(), small.end(), word) == small.end())
            return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

std::optional<Seconds> date_line(std::string_view text) {
    constexpr std::size_t longest_date_line = 80;
    if (text.size() < 6 || text.size() > longest_date_line) return std::nullopt;
    return parse_date(text);
}

// A line of bylines and dates, with bars or dots between them.
bool take_byline_or_date(const Line& line, Article& article) {
    if (line.length() > 2 * longest_byline) return false;
    Article found;
    for (std::string_view rest = line.text; !rest.empty();) {
        std::size_t end = rest.size();
        std::size_t length = 0;
        for (const std::string_view bar : {" | ", " \u2022 ", " \u00b7 ", " \u2013 ", " \u2014 ", " - "}) {
            const std::size_t at = rest.find(bar);
            if (at < end) {
                end = at;
                length = bar.size();
            }
        }
        const std::string_view part = rest.substr(0, end);
        if (is_byline({part, 0}) && found.authors.empty()) {
            found.authors = split_authors(part);
        } else if (const std::optional<Seconds> date = date_line(part); date && !found.date) {
            found.date = date;
        } else {
            return false;
        }
        rest.remove_prefix(end + length);
    }
    if ((found.date && article.date) || (!found.authors.empty() && !article.authors.empty())) return false;
    if (found.date) article.date = found.date;
    if (!found.authors.empty()) article.authors = std::move(found.authors);
    return true;
}

struct Header {
    FieldId field;
    std::string_view value;
};

// "Name: value" with a known name. Names that can well begin a sentence do not count.
std::optional<Header> header_of(const Line& line) {
    const std::size_t colon = line.text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 20) return std::nullopt;
    const std::string_view name = line.text.substr(0, colon);
    std::string_view value = line.text.substr(colon + 1);
    if (!value.empty() && value.front() != ' ' && value.front() != '\t') return std::nullopt;
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    const std::optional<FieldName> known = known_field_name(name);
    if (!known || known->rank >= rank_of_leads) return std::nullopt;
    return Header{known->field, value};
}

void apply(const Header& header, Article& article) {
    const auto keep = [&](std::string& field) {
        if (field.empty()) field = normalise_line(header.value);
    };
    const auto add = [&](std::vector<std::string>& names) {
        for (const std::string& name : split_list(header.value))
            add_name(names, name);
    };
    switch (header.field) {
        case FieldId::title:
            keep(article.title);
            break;
        case FieldId::id:
            keep(article.id);
            break;
        case FieldId::url:
            keep(article.url);
            break;
        case FieldId::source:
            keep(article.source);
            break;
        case FieldId::section:
            keep(article.section);
            break;
        case FieldId::language:
            if (article.language.empty()) article.language = language_code(header.value);
            break;
        case FieldId::date:
            if (!article.date) article.date = parse_date(header.value);
            break;
        case FieldId::author:
            for (const std::string& name : split_authors(header.value))
                add_name(article.authors, name);
            break;
        case FieldId::tag:
            add(article.tags);
            break;
        case FieldId::person:
            add(article.people);
            break;
        case FieldId::organisation:
            add(article.organisations);
            break;
        case FieldId::dateline:
        case FieldId::about:  // found out, never given
            break;
        case FieldId::place:
            add(article.places);
            break;
        case FieldId::body:
            break;
    }
}

// Mostly capitals, as wire services write headlines.
bool is_in_capitals(std::string_view text) {
    const auto upper = std::count_if(text.begin(), text.end(), is_upper);
    const auto lower = std::count_if(text.begin(), text.end(), is_lower);
    return upper > 4 * lower;
}

// `first` is the first line of the text, `rest` the text after it.
bool is_headline(const Line& first, std::string_view rest) {
    if (first.length() > longest_headline) return false;
    LineReader reader(rest);
    Line second;
    if (!reader.next(second) || second.text.empty()) return true;
    Article ignored;
    if (take_byline_or_date(second, ignored) || second.indent >= first.indent + 2) return true;
    const char last = first.text.back();
    if (last == ',' || last == ';' || last == '-' || is_lower(second.text.front())) return false;
    if (is_in_capitals(first.text) && !is_in_capitals(second.text)) return true;
    const bool sentence = last == '.' && !first.text.ends_with("...");
    return !sentence && (second.length() > 160 || first.length() * 5 < second.length() * 4);
}

}  // namespace

TextHead read_head(std::string_view text) {
    TextHead head;
    head.rest = text;
    LineReader reader(text);
    bool any_header = false;
    int lines = 0;
    for (Line line; lines < most_head_lines && reader.next(line);) {
        if (line.text.empty()) {
            if (lines == 0) head.rest = reader.rest();
            continue;
        }
        ++lines;
        if (const std::optional<Header> header = header_of(line)) {
            if (header->field == FieldId::body) {
                // The text itself, announced: it begins on this line or on the next.
                const auto used = static_cast<std::size_t>(line.text.data() - text.data()) +
                                  line.text.size() - header->value.size();
                head.rest = text.substr(used);
                break;
            }
            apply(*header, head.article);
            any_header = true;
        } else if (!take_byline_or_date(line, head.article)) {
            if (!head.article.title.empty() || lines > (any_header ? most_head_lines : 3) ||
                !is_headline(line, reader.rest()))
                break;
            head.article.title = normalise_line(line.text);
        }
        head.rest = reader.rest();
    }
    return head;
}

}  // namespace broadsheet
