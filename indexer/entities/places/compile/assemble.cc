#include "indexer/entities/places/compile/assemble.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/entities/places/compile/country_names.h"
#include "indexer/entities/places/compile/name_index.h"
#include "schema/error.h"

namespace broadsheet::entities::places {
namespace {

// Alternate names are kept for towns of this many people: English text needs them for few others, and they
// would be most of the file.
constexpr std::uint32_t known_abroad = 20000;
// Where names are written in other scripts, English has several spellings for smaller towns too.
constexpr std::uint32_t known_abroad_transcribed = 3000;
constexpr std::string_view transcribed =
    "AE AF AM AZ BH BY DZ EG GE IL IQ IR JO KG KW KZ LB LY MA MR OM PK PS QA RU SA SD SY TJ TM TN UA UZ YE";
constexpr std::string_view arabic = "AE BH DZ EG IQ IR JO KW LB LY MA MR OM PS QA SA SD SY TN YE";
constexpr std::size_t longest_name = 255;
constexpr double cell = 0.25;  // degrees

std::vector<std::string_view> listed(std::string_view names) {
    std::vector<std::string_view> parts;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find('|'), names.size());
        parts.push_back(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return parts;
}

bool holds(std::string_view codes, std::string_view code) {
    return codes.find(code) != std::string_view::npos;
}

// Marks of transcription from other scripts, which English text leaves off: macrons, dots below, and letters
// for the glottal stop. Accents of languages that are written in Latin letters stay.
bool is_transcription(std::string_view name) {
    constexpr auto macrons =
        std::to_array<std::string_view>({"Ā", "ā", "Ē", "ē", "Ī", "ī", "Ō", "ō", "Ū", "ū"});
    constexpr auto others = std::to_array<std::string_view>({"ʻ", "ʼ", "ʾ", "ʿ", "‘", "’", "`"});
    const auto occurs = [&](std::string_view mark) { return name.find(mark) != std::string_view::npos; };
    if (std::any_of(macrons.begin(), macrons.end(), occurs) ||
        std::any_of(others.begin(), others.end(), occurs))
        return true;
    for (std::size_t i = 0; i + 1 < name.size(); ++i) {
        const auto first = static_cast<unsigned char>(name[i]);
        const auto second = static_cast<unsigned char>(name[i + 1]);
        const bool is_combining = first == 0xCC || (first == 0xCD && second < 0xB0);
        const bool is_dotted = first == 0xE1 && second >= 0xB8 && second <= 0xBA;  // up to U+1EBF
        const bool is_vietnamese = first == 0xE1 && second == 0xBA &&
                                   static_cast<unsigned char>(i + 2 < name.size() ? name[i + 2] : 0) >= 0xA0;
        if (is_combining || (is_dotted && !is_vietnamese)) return true;
    }
    return false;
}

std::string english(const std::string& name, const std::string& ascii) {
    if (!is_transcription(name)) return name;
    std::string plain = ascii;
    const auto is_mark = [](char c) { return c == '\'' || c == '`'; };
    while (!plain.empty() && is_mark(plain.back()))
        plain.pop_back();
    while (!plain.empty() && is_mark(plain.front()))
        plain.erase(0, 1);
    return plain.empty() ? name : plain;
}

// The middle of a unit: the mean of the squares of the map where it has towns.
class Extent {
public:
    void add(float latitude, float longitude, std::uint32_t people) {
        population_ += people;
        const std::pair<int, int> at{static_cast<int>(std::floor(latitude / cell)),
                                     static_cast<int>(std::floor(longitude / cell))};
        if (!cells_.insert(at).second) return;
        latitude_ += latitude;
        longitude_ += longitude;
    }
    bool empty() const { return cells_.empty(); }
    float latitude() const { return static_cast<float>(latitude_ / static_cast<double>(cells_.size())); }
    float longitude() const { return static_cast<float>(longitude_ / static_cast<double>(cells_.size())); }
    std::uint32_t population() const {
        return static_cast<std::uint32_t>(std::min<std::uint64_t>(population_, 0xffffffffu));
    }

private:
    std::set<std::pair<int, int>> cells_;
    double latitude_ = 0;
    double longitude_ = 0;
    std::uint64_t population_ = 0;
};

class Assembly {
public:
    explicit Assembly(const GeoNames& records) : records_(records) {}

    Gazetteer::Contents run() {
        add_areas();
        add_countries();
        add_units(records_.regions, PlaceKind::region);
        add_localities(PlaceKind::region);
        add_units(records_.districts, PlaceKind::district);
        add_localities(PlaceKind::district);
        add_towns();
        add_localities(PlaceKind::town);
        place_units();
        names_.finish(all_);
        return std::move(all_);
    }

private:
    using Numbers = std::unordered_map<std::string, PlaceNumber>;

    PlaceNumber add(std::string_view name, Gazetteer::Row row, std::string_view code = {}) {
        if (name.size() + code.size() > longest_name)
            throw Error(ErrorCode::bad_source, "a place's name is too long");
        const auto number = static_cast<PlaceNumber>(all_.rows.size());
        row.name_begin = static_cast<std::uint32_t>(all_.names.size());
        row.name_size = static_cast<std::uint16_t>(name.size() + code.size());
        all_.names.insert(all_.names.end(), name.begin(), name.end());
        all_.names.insert(all_.names.end(), code.begin(), code.end());
        all_.rows.push_back(row);
        names_.add(name, number, NameForm::main);
        return number;
    }

    static PlaceNumber number_in(const Numbers& numbers, const std::string& code) {
        const auto found = numbers.find(code);
        return found == numbers.end() ? no_place : found->second;
    }

    void add_areas() {
        for (const Area& area : areas()) {
            const PlaceNumber number =
                add(area.name, {area.geonames_id, 0, no_place, no_place, no_place, area.latitude,
                                area.longitude, 0, PlaceKind::area, 0, 0});
            for (const std::string_view name : listed(area.other_names))
                names_.add(name, number, NameForm::main);
            for (const std::string_view word : listed(area.demonyms))
                names_.add_demonym(word, number);
        }
    }

    void add_countries() {
        for (const CountryRecord& record : records_.countries) {
            const auto number = static_cast<PlaceNumber>(all_.rows.size());
            add(record.name,
                {record.id, 0, number, no_place, no_place, 0, 0, record.population, PlaceKind::country, 0, 0},
                record.code);
            countries_[record.code] = number;
        }
        for (const CountryNames& more : country_names()) {
            const PlaceNumber number = number_in(countries_, std::string(more.code));
            if (number == no_place) continue;
            for (const std::string_view name : listed(more.names))
                names_.add(name, number, NameForm::main);
            for (const std::string_view word : listed(more.demonyms))
                names_.add_demonym(word, number);
        }
    }

    void add_units(std::vector<UnitRecord> units, PlaceKind kind) {
        const bool regions = kind == PlaceKind::region;
        const auto country = [&](const UnitRecord& unit) {
            return number_in(countries_, unit.code.substr(0, 2));
        };
        const auto region = [&](const UnitRecord& unit) {
            return regions ? no_place : number_in(regions_, unit.code.substr(0, unit.code.rfind('.')));
        };
        std::sort(units.begin(), units.end(), [&](const UnitRecord& a, const UnitRecord& b) {
            return std::tuple(country(a), region(a), a.id) < std::tuple(country(b), region(b), b.id);
        });
        for (const UnitRecord& unit : units) {
            const auto number = static_cast<PlaceNumber>(all_.rows.size());
            add(english(unit.name, unit.ascii_name),
                {unit.id, 0, country(unit), regions ? number : region(unit), regions ? no_place : number, 0,
                 0, 0, kind, 0, 0});
            names_.add(unit.name, number, NameForm::main);
            names_.add(unit.ascii_name, number, NameForm::main);
            if (holds(arabic, unit.code.substr(0, 2)))
                names_.add_arabic(unit.ascii_name, number, NameForm::main);
            (regions ? regions_ : districts_)[unit.code] = number;
        }
        if (!regions) return;
        for (const RegionNames& more : region_names()) {
            const PlaceNumber number = number_in(regions_, std::string(more.code));
            if (number == no_place) continue;
            for (const std::string_view name : listed(more.names)) {
                const bool usual = name.starts_with('=');
                names_.add(name.substr(usual ? 1 : 0), number, usual ? NameForm::usual : NameForm::main);
            }
            for (const std::string_view name : listed(more.abbreviations))
                names_.add(name, number, NameForm::abbreviation);
        }
        for (const RegionPeople& people : region_people()) {
            const PlaceNumber number = number_in(regions_, std::string(people.code));
            if (number == no_place) continue;
            for (const std::string_view word : listed(people.demonyms))
                names_.add_demonym(word, number);
        }
    }

    void add_towns() {
        struct Located {
            const TownRecord* town;
            PlaceNumber country;
            PlaceNumber region;
            PlaceNumber district;
        };
        std::vector<Located> towns;
        for (const TownRecord& town : records_.towns)
            towns.push_back({&town, number_in(countries_, town.country), number_in(regions_, town.region),
                             number_in(districts_, town.district)});
        std::sort(towns.begin(), towns.end(), [](const Located& a, const Located& b) {
            return std::tuple(a.country, a.region, a.district, a.town->id) <
                   std::tuple(b.country, b.region, b.district, b.town->id);
        });
        for (const auto& [town, country, region, district] : towns) {
            const std::uint8_t seat = town->feature == "PPLC"    ? 3
                                      : town->feature == "PPLA"  ? 2
                                      : town->feature == "PPLA2" ? 1
                                                                 : 0;
            const PlaceNumber number = add(english(town->name, town->ascii_name),
                                           {town->id, 0, country, region, district, town->latitude,
                                            town->longitude, town->population, PlaceKind::town, seat, 0});
            name_town(*town, number, seat);
            // A part of a town is counted with the town.
            const std::uint32_t people = town->feature == "PPLX" ? 0 : town->population;
            for (const PlaceNumber unit : {country, region, district})
                if (unit != no_place) extents_[unit].add(town->latitude, town->longitude, people);
        }
    }

    // Places beyond the tables, as parts of their units.
    void add_localities(PlaceKind kind) {
        for (const Locality& locality : localities()) {
            if (locality.kind != kind) continue;
            const auto number = static_cast<PlaceNumber>(all_.rows.size());
            const PlaceNumber region = locality.kind == PlaceKind::region
                                           ? number
                                           : number_in(regions_, std::string(locality.region));
            add(locality.name, {0, 0, number_in(countries_, std::string(locality.country)), region,
                                locality.kind == PlaceKind::district ? number : no_place, locality.latitude,
                                locality.longitude, locality.population, locality.kind, 0, 0});
            for (const std::string_view name : listed(locality.other_names))
                names_.add(name, number, NameForm::main);
            names_.add_arabic(locality.name, number, NameForm::main);
        }
    }

    void name_town(const TownRecord& town, PlaceNumber number, int seat) {
        names_.add(town.name, number, NameForm::main);
        names_.add(town.ascii_name, number, NameForm::main);
        for (const TownNames& more : town_names())
            if (more.geonames_id == town.id)
                for (const std::string_view name : listed(more.names))
                    names_.add(name, number, NameForm::main);
        const bool from_arabic = holds(arabic, town.country);
        if (from_arabic) names_.add_arabic(town.ascii_name, number, NameForm::main);
        const std::uint32_t least =
            holds(transcribed, town.country) ? known_abroad_transcribed : known_abroad;
        if (town.population < least && seat < 2) return;
        for (const std::string& name : town.alternates) {
            names_.add(name, number, NameForm::alternate);
            if (from_arabic) names_.add_arabic(name, number, NameForm::alternate);
        }
    }

    void place_units() {
        for (std::size_t i = 0; i < all_.rows.size(); ++i) {
            Gazetteer::Row& row = all_.rows[i];
            if (row.kind == PlaceKind::town || row.kind == PlaceKind::area) continue;
            const auto extent = extents_.find(static_cast<PlaceNumber>(i));
            if (extent != extents_.end()) {
                row.latitude = extent->second.latitude();
                row.longitude = extent->second.longitude();
                if (row.kind != PlaceKind::country) row.population = extent->second.population();
            } else if (row.kind != PlaceKind::country && row.latitude == 0 && row.longitude == 0) {
                const PlaceNumber above = row.kind == PlaceKind::district ? row.region : row.country;
                if (above == no_place) continue;
                row.latitude = all_.rows[above].latitude;
                row.longitude = all_.rows[above].longitude;
            }
        }
        for (const Middle& middle : middles()) {
            const std::string code(middle.code);
            const PlaceNumber number = number_in(code.size() == 2 ? countries_ : regions_, code);
            if (number == no_place) continue;
            all_.rows[number].latitude = middle.latitude;
            all_.rows[number].longitude = middle.longitude;
        }
    }

    const GeoNames& records_;
    Gazetteer::Contents all_;
    NameIndex names_;
    Numbers countries_;
    Numbers regions_;
    Numbers districts_;
    std::map<PlaceNumber, Extent> extents_;
};

}  // namespace

Gazetteer::Contents assemble(const GeoNames& records) {
    return Assembly(records).run();
}

}  // namespace broadsheet::entities::places
