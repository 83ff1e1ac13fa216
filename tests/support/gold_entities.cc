#include "tests/support/gold_entities.h"

#include <array>
#include <charconv>
#include <fstream>
#include <string_view>

#include "schema/error.h"

namespace broadsheet::test {

namespace {

using entities::EntityType;
using entities::Role;

constexpr std::size_t column_count = 10;
using Columns = std::array<std::string_view, column_count>;

class Line {
public:
    Line(const std::filesystem::path& file, std::uint64_t number, std::string_view text)
        : file_(file), number_(number) {
        for (std::size_t i = 0; i < column_count; ++i) {
            const std::size_t end = text.find('\t');
            if ((end == std::string_view::npos) != (i + 1 == column_count)) refuse("not ten columns");
            columns_[i] = text.substr(0, end);
            if (columns_[i].empty()) refuse("an empty column");
            if (end != std::string_view::npos) text.remove_prefix(end + 1);
        }
    }

    std::string_view operator[](std::size_t column) const { return columns_[column]; }

    // "-" says that there is none.
    std::string_view optional(std::size_t column) const {
        return columns_[column] == "-" ? std::string_view() : columns_[column];
    }

    std::uint32_t number(std::size_t column) const {
        const std::string_view text = columns_[column];
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size()) refuse("not a number");
        return value;
    }

    template <class Enum, std::size_t count>
    Enum one_of(std::size_t column, const std::array<Enum, count>& all) const {
        for (const Enum value : all)
            if (name_of(value) == columns_[column]) return value;
        refuse("an unknown name");
    }

    [[noreturn]] void refuse(std::string_view what) const {
        throw Error(ErrorCode::bad_source,
                    file_.string() + ":" + std::to_string(number_) + ": " + std::string(what));
    }

private:
    const std::filesystem::path& file_;
    std::uint64_t number_;
    Columns columns_;
};

GoldMention to_mention(const Line& line) {
    GoldMention gold;
    if (line[1] != "title" && line[1] != "body") line.refuse("neither title nor body");
    gold.mention.in_title = line[1] == "title";
    gold.mention.begin = line.number(2);
    gold.mention.end = line.number(3);
    gold.text = line[4];
    gold.mention.type =
        line.one_of(5, std::array{EntityType::person, EntityType::organisation, EntityType::place});
    gold.mention.role =
        line.one_of(6, std::array{Role::subject, Role::byline, Role::dateline, Role::agency, Role::credit});
    gold.entity = line[7];
    gold.country = line.optional(8);
    if (!line.optional(9).empty()) gold.geonames_id = line.number(9);
    return gold;
}

}  // namespace

Gold read_gold(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw Error(ErrorCode::bad_source, "can not read " + file.string());
    Gold gold;
    std::string text;
    for (std::uint64_t number = 1; std::getline(in, text); ++number) {
        if (text.empty() || text[0] == '#') continue;
        const Line line(file, number, text);
        gold[std::string(line[0])].push_back(to_mention(line));
    }
    return gold;
}

}  // namespace broadsheet::test
