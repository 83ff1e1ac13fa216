#include "searcher/render/csv.h"

#include <nlohmann/json.hpp>

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

std::string cell_text(const Json& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return dump(value, false);
    std::string joined;
    for (const Json& each : value)
        joined += (joined.empty() ? "" : "; ") + cell_text(each);
    return joined;
}

}  // namespace

std::string csv_quoted(const std::string& text) {
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += c;
        result += c;
    }
    return result + '"';
}
HitFields csv_fields(const HitFields& asked) {
    if (!asked.names.empty()) return asked;
    return {{"rank", "score", "id", "date", "source", "title", "authors", "section", "tags", "url"}};
}

std::string csv_header(const HitFields& columns) {
    std::string line;
    for (const std::string& name : columns.names)
        line += (line.empty() ? "" : ",") + name;
    return line + "\r\n";
}

std::string csv_line(const Hit& hit, const HitFields& columns) {
    const Json values = to_json(hit, columns);
    std::string line;
    for (std::size_t i = 0; i < columns.names.size(); ++i) {
        if (i > 0) line += ',';
        line += csv_quoted(cell_text(values.at(columns.names[i])));
    }
    return line + "\r\n";
}

}  // namespace broadsheet
