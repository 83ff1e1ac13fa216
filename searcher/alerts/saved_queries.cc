#include "searcher/alerts/saved_queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "schema/error.h"
#include "searcher/query/parser.h"

namespace broadsheet {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr const char* how = "write NAME: QUERY, or {\"name\": \"...\", \"query\": \"...\"}";

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// A line of at most longest_saved_line bytes, whatever the file has; the rest of a longer one stays unread.
bool next_line(std::istream& in, std::string& line) {
    line.clear();
    char byte = 0;
    bool is_there = false;
    while (line.size() <= longest_saved_line && in.get(byte)) {
        is_there = true;
        if (byte == '\n') break;
        line += byte;
    }
    if (line.ends_with('\r')) line.pop_back();
    return is_there;
}

std::string text_of(const nlohmann::json& value, const std::string& member) {
    if (value.is_string()) return value.get<std::string>();
    throw Error(ErrorCode::usage, "\"" + member + "\" is no text", how);
}

SavedQuery read_json(const std::string& line) {
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) throw Error(ErrorCode::usage, "broken JSON", how);
    SavedQuery saved;
    bool has_query = false;
    for (const auto& [member, value] : json.items()) {
        const std::string text = text_of(value, member);
        if (member == "name") {
            saved.name = text;
        } else if (member == "query") {
            saved.query = text;
            has_query = true;
        } else if (member == "match" && (text == "any" || text == "all")) {
            saved.any = text == "any";
        } else if (member == "match") {
            throw Error(ErrorCode::usage, "\"match\" is all or any, not \"" + text + "\"");
        } else {
            throw Error(ErrorCode::usage, "a saved query has no \"" + member + "\"",
                        "it has name, query and match");
        }
    }
    if (!has_query) throw Error(ErrorCode::usage, "there is no query", how);
    return saved;
}

// A colon of the query language has no blank behind it.
SavedQuery read_plain(const std::string& line) {
    const std::size_t colon = std::min(line.find(": "), line.find(":\t"));
    if (colon == std::string::npos) throw Error(ErrorCode::usage, "there is no name", how);
    return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 2))};
}

void check_name(const SavedQuery& saved, std::set<std::string>& names) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (saved.name.empty()) throw Error(ErrorCode::usage, "there is no name", how);
    if (saved.name.size() > longest_saved_name ||
        std::any_of(saved.name.begin(), saved.name.end(), is_control)) {
        throw Error(ErrorCode::usage,
                    fmt::format("a name has at most {} bytes, on one line", longest_saved_name));
    }
    if (!names.insert(saved.name).second)
        throw Error(ErrorCode::usage, "the name \"" + saved.name + "\" was there before");
}

struct ReadLine {
    SavedQuery saved;
    std::vector<std::string> warnings;
};

ReadLine read_line(const std::string& line, std::set<std::string>& names) {
    if (line.size() > longest_saved_line)
        throw Error(ErrorCode::usage, fmt::format("the line has more than {} bytes", longest_saved_line));
    SavedQuery saved = line.starts_with('{') ? read_json(line) : read_plain(line);
    check_name(saved, names);
    if (names.size() > most_saved_queries)
        throw Error(ErrorCode::usage, fmt::format("there are more than {} queries", most_saved_queries));
    // Throws for one that can not be answered.
    std::vector<std::string> warnings = query::parse(saved.query, 0).warnings;
    return {std::move(saved), std::move(warnings)};
}

}  // namespace

SavedQueries read_saved_queries(std::istream& in, const std::string& where) {
    SavedQueries result;
    std::set<std::string> names;
    std::string line;
    for (std::size_t number = 1; next_line(in, line); ++number) {
        if (number == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
        const std::string content = trimmed(line);
        if (content.empty() || content.starts_with('#')) continue;
        try {
            ReadLine read = read_line(content, names);
            result.queries.push_back(std::move(read.saved));
            for (const std::string& warning : read.warnings)
                result.warnings.push_back(fmt::format("{}:{}: {}", where, number, warning));
        } catch (const Error& error) {
            throw Error(error.code(), fmt::format("{}:{}: {}", where, number, error.what()), error.hint());
        }
    }
    if (in.bad()) throw system_error(EIO, "read " + where);
    return result;
}

SavedQueries read_saved_queries(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw system_error(errno, "read " + file.string());
    if (std::filesystem::is_directory(file)) throw system_error(EISDIR, "read " + file.string());
    return read_saved_queries(in, file.string());
}

}  // namespace broadsheet
