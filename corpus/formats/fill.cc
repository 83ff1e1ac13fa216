#include "corpus/formats/fill.h"

#include "corpus/dates.h"
#include "corpus/html/fragment.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/references.h"

namespace broadsheet {

namespace {

// "['a', 'b']" to "a; b"
std::string plain_list(std::string_view text) {
    const std::string line = normalise_line(text);
    if (!line.starts_with('[') || !line.ends_with(']')) return line;
    std::string list;
    char quote = '\0';
    for (const char c : std::string_view(line).substr(1, line.size() - 2)) {
        if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote) {
            quote = '\0';
        } else {
            list += quote == '\0' && c == ',' ? ';' : c;
        }
    }
    return list;
}

std::string source_name(std::string_view text) {
    const std::string line = normalise_line(text);
    const std::string domain = domain_of(line);
    return domain.empty() ? line : domain;
}

}  // namespace

void fill_field(Article& article, FieldId field, std::string_view text) {
    switch (field) {
        case FieldId::title:
            article.title = line_of_html(text);
            break;
        case FieldId::body:
            if (looks_like_html(text)) {
                article.body = body_of_html(text);
            } else {
                article.body = has_left_references(text) ? normalise_body(without_references(text))
                                                         : normalise_body(text);
            }
            break;
        case FieldId::id:
            article.id = normalise_line(text);
            break;
        case FieldId::url:
            article.url = normalise_line(text);
            break;
        case FieldId::date:
            article.date = parse_date(normalise_line(text));
            break;
        case FieldId::source:
            article.source = source_name(text);
            break;
        case FieldId::author:
            article.authors = split_authors(plain_list(text));
            break;
        case FieldId::section:
            article.section = line_of_html(text);
            break;
        case FieldId::tag:
            article.tags = split_list(plain_list(text));
            break;
        case FieldId::language:
            article.language = language_code(text);
            break;
        case FieldId::person:
            article.people = split_list(plain_list(text));
            break;
        case FieldId::organisation:
            article.organisations = split_list(plain_list(text));
            break;
        case FieldId::place:
            article.places = split_list(plain_list(text));
            break;
        case FieldId::dateline:
        case FieldId::about:
            break;
    }
}

}  // namespace broadsheet
