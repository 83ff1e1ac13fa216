#include "indexer/entities/places/compile/geonames.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet::entities::places {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

template <class Number>
Number number_of(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw Error(ErrorCode::bad_source, "not a number in GeoNames' tables: " + std::string(text));
    return value;
}

std::uint32_t count_of(std::string_view text) {
    return text.empty() ? 0
                        : static_cast<std::uint32_t>(
                              std::min<std::uint64_t>(number_of<std::uint64_t>(text), 0xffffffffu));
}

// row(fields) for each line that is no comment and has at least `columns` fields.
template <class Row>
void read_table(const std::filesystem::path& file, std::size_t columns, const Row& row) {
    const std::string text = read_file(file);
    for (std::string_view line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#') || line.starts_with("ISO\t")) continue;
        const auto fields = split(line, '\t');
        if (fields.size() < columns)
            throw Error(ErrorCode::bad_source, file.string() + " is not a table of GeoNames");
        row(fields);
    }
}

// Characters up to U+024F, Vietnamese letters and apostrophes: what English text writes.
bool is_latin(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || (byte & 0xC0) == 0x80) continue;
        if (byte > 0xC9 && byte != 0xE1 && byte != 0xE2) return false;
    }
    return true;
}

std::vector<UnitRecord> read_units(const std::filesystem::path& file) {
    std::vector<UnitRecord> units;
    read_table(file, 4, [&](const auto& fields) {
        units.push_back({std::string(fields[0]), std::string(fields[1]), std::string(fields[2]),
                         number_of<std::uint32_t>(fields[3])});
    });
    return units;
}

TownRecord town_of(const std::vector<std::string_view>& fields) {
    TownRecord town;
    town.id = number_of<std::uint32_t>(fields[0]);
    town.name = fields[1];
    town.ascii_name = fields[2];
    for (const std::string_view name : split(fields[3], ','))
        if (name.size() > 3 && is_latin(name)) town.alternates.emplace_back(name);
    town.latitude = number_of<float>(fields[4]);
    town.longitude = number_of<float>(fields[5]);
    town.feature = fields[7];
    town.country = fields[8];
    town.region = town.country + "." + std::string(fields[10]);
    town.district = town.region + "." + std::string(fields[11]);
    town.population = count_of(fields[14]);
    return town;
}

}  // namespace

GeoNames read_geonames(const std::filesystem::path& folder) {
    GeoNames all;
    read_table(folder / "countryInfo.txt", 17, [&](const auto& fields) {
        std::string name(fields[4]);
        while (name.ends_with(' '))
            name.pop_back();
        all.countries.push_back({std::string(fields[0]), name, std::string(fields[5]), count_of(fields[7]),
                                 number_of<std::uint32_t>(fields[16])});
    });
    all.regions = read_units(folder / "admin1CodesASCII.txt");
    all.districts = read_units(folder / "admin2Codes.txt");
    read_table(folder / "cities500.txt", 15,
               [&](const auto& fields) { all.towns.push_back(town_of(fields)); });
    return all;
}

}  // namespace broadsheet::entities::places
