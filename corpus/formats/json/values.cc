#include "corpus/formats/json/values.h"

#include <fmt/format.h>

#include <array>

#include "corpus/dates.h"
#include "corpus/names.h"

namespace broadsheet {

namespace {

using simdjson::dom::element_type;

constexpr int deepest = 8;

// The value of an element whose type is known.
template <typename T>
T as(JsonElement value) {
    T result{};
    return value.get<T>().get(result) == simdjson::SUCCESS ? result : T{};
}

// Members that hold an object's text, the best first.
constexpr std::array<std::string_view, 17> text_members{
    "name", "title", "main",     "text",  "value", "rendered", "content", "body",       "label",
    "term", "uri",   "original", "#text", "_",     "$oid",     "$date",   "$numberLong"};

std::optional<JsonElement> member_with_text(simdjson::dom::object object) {
    for (const std::string_view name : text_members) {
        JsonElement member;
        if (object.at_key(name).get(member) == simdjson::SUCCESS && says_something(member)) return member;
    }
    return std::nullopt;
}

// A person as first and last name.
std::string full_name(simdjson::dom::object object) {
    std::string name;
    for (const std::string_view member :
         {"first_name", "firstname", "firstName", "last_name", "lastname", "lastName"}) {
        std::string_view part;
        if (object.at_key(member).get(part) != simdjson::SUCCESS || part.empty()) continue;
        if (!name.empty()) name += ' ';
        name += part;
    }
    return name;
}

void append_text(JsonElement value, std::string_view separator, int depth, std::string& text) {
    if (depth > deepest) return;
    switch (value.type()) {
        case element_type::STRING:
            text += as<std::string_view>(value);
            break;
        case element_type::INT64:
            text += std::to_string(as<std::int64_t>(value));
            break;
        case element_type::UINT64:
            text += std::to_string(as<std::uint64_t>(value));
            break;
        case element_type::DOUBLE:
            text += fmt::format("{}", as<double>(value));
            break;
        case element_type::ARRAY:
            for (const JsonElement part : as<simdjson::dom::array>(value)) {
                if (!says_something(part)) continue;
                if (!text.empty()) text += separator;
                append_text(part, separator, depth + 1, text);
            }
            break;
        case element_type::OBJECT: {
            const simdjson::dom::object object = as<simdjson::dom::object>(value);
            if (const auto member = member_with_text(object)) {
                append_text(*member, separator, depth + 1, text);
            } else {
                text += full_name(object);
            }
            break;
        }
        case element_type::BOOL:
        case element_type::NULL_VALUE:
            break;
    }
}

}  // namespace

bool says_something(JsonElement value) {
    switch (value.type()) {
        case element_type::STRING:
            return !as<std::string_view>(value).empty();
        case element_type::ARRAY: {
            const simdjson::dom::array array = as<simdjson::dom::array>(value);
            return array.begin() != array.end();
        }
        case element_type::OBJECT: {
            const simdjson::dom::object object = as<simdjson::dom::object>(value);
            return object.begin() != object.end();
        }
        case element_type::NULL_VALUE:
        case element_type::BOOL:
            return false;
        default:
            return true;
    }
}

std::string text_of(JsonElement value, std::string_view separator) {
    std::string text;
    append_text(value, separator, 0, text);
    return text;
}

std::string first_text_of(JsonElement value) {
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) return text_of(value);
    for (const JsonElement part : array) {
        if (std::string text = text_of(part); !text.empty()) return text;
    }
    return {};
}

std::string_view first_text_of(JsonElement value, std::string& storage) {
    if (value.is_string()) return as<std::string_view>(value);
    storage = first_text_of(value);
    return storage;
}

std::vector<std::string> names_of(JsonElement value) {
    if (value.is_string()) return split_list(as<std::string_view>(value));
    std::vector<std::string> names;
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) {
        add_name(names, text_of(value));
        return names;
    }
    for (const JsonElement part : array)
        add_name(names, text_of(part, " "));
    return names;
}

std::vector<std::string> authors_of(JsonElement value) {
    simdjson::dom::array array;
    std::string storage;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return split_authors(first_text_of(value, storage));
    std::vector<std::string> names;
    for (const JsonElement part : array) {
        for (const std::string& name : split_authors(text_of(part, " ")))
            add_name(names, name);
    }
    return names;
}

std::optional<Seconds> date_of(JsonElement value) {
    switch (value.type()) {
        case element_type::INT64:
            return date_of_number(static_cast<double>(as<std::int64_t>(value)));
        case element_type::UINT64:
            return date_of_number(static_cast<double>(as<std::uint64_t>(value)));
        case element_type::DOUBLE:
            return date_of_number(as<double>(value));
        default: {
            std::string storage;
            return parse_date(first_text_of(value, storage));
        }
    }
}

}  // namespace broadsheet
