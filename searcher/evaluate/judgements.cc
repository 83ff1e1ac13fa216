#include "searcher/evaluate/judgements.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet {

namespace {

constexpr std::string_view blanks = " \t\r\f\v";

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    std::size_t begin = line.find_first_not_of(blanks);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(blanks, begin), line.size());
        fields.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(blanks, end);
    }
    return fields;
}

std::optional<int> level_of(std::string_view text) {
    int level = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), level);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (level > highest_level || level < -highest_level) return std::nullopt;
    return level;
}

}  // namespace

Judgements parse_judgements(std::string_view content, const std::string& name) {
    Judgements judgements;
    std::size_t number = 0;
    const auto fail = [&](std::string_view what) {
        throw Error(ErrorCode::bad_source, fmt::format("{}:{}: {}", name, number, what),
                    "a judgement is a line of topic, 0, article and level");
    };
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = std::min(content.find('\n', begin), content.size());
        const std::vector<std::string_view> line = fields_of(content.substr(begin, end - begin));
        begin = end + 1;
        ++number;
        if (line.empty()) continue;
        if (line.size() != 4) fail(fmt::format("{} fields", line.size()));
        const std::optional<int> level = level_of(line[3]);
        if (!level) fail(fmt::format("\"{}\" is no level", line[3]));
        TopicJudgements& topic = judgements[std::string(line[0])];
        const auto [place, is_new] = topic.emplace(line[2], *level);
        if (!is_new && place->second != *level) fail(fmt::format("{} has two levels", line[2]));
    }
    if (judgements.empty()) fail("no judgements");
    return judgements;
}

Judgements read_judgements(const std::filesystem::path& path) {
    return parse_judgements(read_file(path), path.string());
}

std::string docno_of(std::string id) {
    std::replace_if(
        id.begin(), id.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }, '_');
    return id;
}

}  // namespace broadsheet
