#include "corpus/formats/json/record.h"

#include <array>

#include "corpus/formats/json/repair.h"
#include "corpus/formats/json/shapes.h"
#include "corpus/formats/json/values.h"
#include "corpus/html/fragment.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/references.h"

namespace broadsheet {

namespace {

using simdjson::dom::object;

// The best member for each field, by FieldId.
struct Choice {
    JsonElement value;
    int rank = 1000;  // 1000: none
};
using Choices = std::array<Choice, fields.size()>;

Choice& choice(Choices& choices, FieldId field) {
    return choices[static_cast<std::size_t>(field)];
}

void offer(Choices& choices, FieldName field, JsonElement value) {
    Choice& held = choice(choices, field.field);
    if (field.rank < held.rank && says_something(value)) held = {value, field.rank};
}

void choose(object record, JsonFields& names, Choices& choices) {
    for (const simdjson::dom::key_value_pair member : record) {
        if (const std::optional<FieldName> field = names.field_of(member.key))
            offer(choices, *field, member.value);
    }
    for (const JsonFields::Path& path : names.paths()) {
        object holder = record;
        JsonElement value;
        bool found = true;
        for (std::size_t i = 0; found && i < path.names.size(); ++i) {
            found = (i == 0 || value.get_object().get(holder) == simdjson::SUCCESS) &&
                    holder.at_key(path.names[i]).get(value) == simdjson::SUCCESS;
        }
        if (found) offer(choices, {path.field, -1}, value);
    }
}

// Exports of search engines and answers of services wrap the record into objects of their own; `record`
// becomes the innermost.
void look_inside(object& record, JsonFields& names, Choices& choices) {
    constexpr int deepest = 3;
    for (int depth = 0; depth < deepest; ++depth) {
        if (choice(choices, FieldId::title).rank < 1000 ||
            choice(choices, FieldId::body).rank < rank_of_leads)
            return;
        object inner;
        bool found = false;
        for (const std::string_view name : {"_source", "article", "document", "item", "data"})
            found = found || record.at_key(name).get(inner) == simdjson::SUCCESS;
        if (!found) return;
        record = inner;
        choices = Choices{};
        choose(record, names, choices);
    }
}

std::string line_of(std::string_view text) {
    return has_left_references(text) ? normalise_line(without_references(text)) : normalise_line(text);
}

std::string body_text(std::string_view text) {
    if (looks_like_html(text)) return body_of_html(text);
    return has_left_references(text) ? normalise_body(without_references(text)) : normalise_body(text);
}

std::string source_name(std::string_view text) {
    const std::string domain = domain_of(text);
    return domain.empty() ? normalise_line(text) : normalise_line(domain);
}

void fill(Article& article, FieldId field, JsonElement value) {
    std::string storage;
    const auto text = [&] { return first_text_of(value, storage); };
    switch (field) {
        case FieldId::title:
            article.title = line_of_html(text());
            break;
        case FieldId::body:
            if (value.is_string()) {
                article.body = body_text(text());
            } else {
                article.body = body_text(text_of(value));
            }
            break;
        case FieldId::id:
            article.id = normalise_line(text());
            break;
        case FieldId::url:
            article.url = normalise_line(text());
            break;
        case FieldId::date:
            article.date = date_of(value);
            break;
        case FieldId::source:
            article.source = source_name(text());
            break;
        case FieldId::author:
            article.authors = authors_of(value);
            break;
        case FieldId::section:
            article.section = line_of(text());
            break;
        case FieldId::tag:
            article.tags = names_of(value);
            break;
        case FieldId::language:
            article.language = language_code(text());
            break;
        case FieldId::person:
            article.people = names_of(value);
            break;
        case FieldId::organisation:
            article.organisations = names_of(value);
            break;
        case FieldId::dateline:
        case FieldId::about:  // found out, never given
            break;
        case FieldId::place:
            article.places = names_of(value);
            break;
    }
}

std::string described(simdjson::error_code error) {
    switch (error) {
        case simdjson::EMPTY:
            return "broken JSON: nothing there";
        case simdjson::UNCLOSED_STRING:
            return "broken JSON: a string does not end";
        case simdjson::STRING_ERROR:
            return "broken JSON: a string holds a wrong escape";
        case simdjson::UNESCAPED_CHARS:
            return "broken JSON: a string holds a control character";
        case simdjson::T_ATOM_ERROR:
        case simdjson::F_ATOM_ERROR:
        case simdjson::N_ATOM_ERROR:
            return "broken JSON: neither true, false nor null";
        case simdjson::NUMBER_ERROR:
            return "broken JSON: a number is none";
        case simdjson::DEPTH_ERROR:
            return "JSON is nested too deeply";
        case simdjson::CAPACITY:
        case simdjson::MEMALLOC:
            return "JSON is too large";
        default:
            return "broken JSON: a comma, colon or bracket is missing or too many";
    }
}

}  // namespace

simdjson::error_code JsonRecords::parse(std::string_view bytes, simdjson::dom::element& value) {
    constexpr std::size_t kept_capacity = std::size_t{4} << 20;
    if (parser_.capacity() > kept_capacity && bytes.size() <= kept_capacity)
        parser_ = simdjson::dom::parser();
    const simdjson::error_code error = parser_.parse(bytes.data(), bytes.size(), false).get(value);
    if (error == simdjson::SUCCESS || error == simdjson::DEPTH_ERROR || error == simdjson::CAPACITY)
        return error;
    repaired_ = repaired_json(bytes);
    // Copies, and so pads it.
    return parser_.parse(repaired_.data(), repaired_.size(), true).get(value);
}

std::optional<Article> JsonRecords::read(std::string_view bytes, std::string& problem) {
    simdjson::dom::element value;
    if (const simdjson::error_code error = parse(bytes, value); error != simdjson::SUCCESS) {
        problem = described(error);
        return std::nullopt;
    }
    object record;
    if (value.get_object().get(record) != simdjson::SUCCESS) {
        problem = "not a JSON object";
        return std::nullopt;
    }
    Choices choices;
    choose(record, fields_, choices);
    look_inside(record, fields_, choices);
    Article article;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].rank < 1000) fill(article, static_cast<FieldId>(i), choices[i].value);
    }
    problem = read_shape(record, article);
    if (!problem.empty()) return std::nullopt;
    article.original = bytes;
    article.media_type = "application/json";
    return article;
}

}  // namespace broadsheet
