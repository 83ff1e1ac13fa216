// The world's places by name: countries, their regions and districts, towns, and areas above countries.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/large_memory.h"

namespace broadsheet::entities {

enum class PlaceKind : std::uint8_t {
    area,      // continent, sea, world region, former federation: above or across countries
    country,   // and dependent territories
    region,    // first-level unit: state, province, governorate
    district,  // second-level unit: county, parish
    town,
};
inline constexpr std::size_t place_kinds = 5;

using PlaceNumber = std::uint32_t;  // of a place in one gazetteer file; ids are what lasts
inline constexpr PlaceNumber no_place = 0xffffffff;

struct Place {
    std::uint32_t geonames_id = 0;  // 0: not in GeoNames, or not certain
    std::string_view name;          // as English text writes it, UTF-8; lives as long as the gazetteer
    std::string_view code;          // of a country: ISO 3166 alpha-2
    PlaceKind kind = PlaceKind::town;
    PlaceNumber country = no_place;   // a country's own is itself; none for areas
    PlaceNumber region = no_place;    // a region's own is itself
    PlaceNumber district = no_place;  // a district's own is itself
    float latitude = 0;               // degrees; of a unit, about the middle of its towns
    float longitude = 0;
    std::uint32_t population = 0;  // of a region or district, its towns'
};

// How a name belongs to a place.
enum class NameForm : std::uint8_t {
    main,          // its name
    alternate,     // another spelling or language
    stripped,      // a unit's name without its type word: `Rapides` for Rapides Parish
    abbreviation,  // `Ala.`, `AL`
    usual,         // what news means by it before anything else: `Gaza` for the Gaza Strip
};

// Immutable; safe to read from many threads.
class Gazetteer {
public:
    struct Row {
        std::uint32_t geonames_id;
        std::uint32_t name_begin;  // in the names; a country's code is the end of its name
        PlaceNumber country;
        PlaceNumber region;
        PlaceNumber district;
        float latitude;
        float longitude;
        std::uint32_t population;
        PlaceKind kind;
        std::uint8_t seat;  // 3 a country's capital, 2 a region's seat, 1 a district's, 0 neither
        std::uint16_t name_size;
    };
    // A name's place: candidate(number, form).
    struct Candidate {
        std::uint32_t packed;
        PlaceNumber place() const { return packed & ((1u << 20) - 1); }
        NameForm form() const { return static_cast<NameForm>(packed >> 20); }
    };
    static constexpr std::size_t most_places = (1u << 20) - 1;

    // What a file holds.
    struct Contents {
        LargeVector<char> names;
        LargeVector<Row> rows;                      // by kind
        LargeVector<std::uint32_t> bucket_begins;   // of the candidates, by the first bits of the name's hash
        LargeVector<std::uint16_t> tags;            // the bits after those
        LargeVector<Candidate> candidates;          // those of a name together, the most populous first
        std::vector<std::uint64_t> demonym_hashes;  // ascending
        std::vector<PlaceNumber> demonym_places;
    };
    static constexpr unsigned bucket_bits = 17;

    // Of the bytes of a gazetteer file. Any bytes will do: what is not a gazetteer throws
    // Error(index_damaged). `where` names the file in the error.
    static Gazetteer unpack(std::string_view bytes, std::string_view where = "the gazetteer");
    // As above; throws system_error where the file can not be read.
    static Gazetteer load(const std::filesystem::path& file);

    // The bytes of a file. The same contents give the same bytes.
    static std::string pack(const Contents& contents);

    std::size_t size() const { return all_.rows.size(); }
    // number < size()
    Place operator[](PlaceNumber number) const;
    const Row& row(PlaceNumber number) const { return all_.rows[number]; }

    // The places with this name, the most populous first. `key` is a place_key; nothing for an empty one.
    // One name in tens of thousands that is no place's is taken for another's.
    std::span<const Candidate> find(std::string_view key) const;
    // The country or area whose people or things the key names: `iraqi`, `french`; no_place if it is none.
    PlaceNumber find_demonym(std::string_view key) const;
    // each(hash of the key, place) for all demonyms.
    template <class Each>
    void for_each_demonym(const Each& each) const {
        for (std::size_t i = 0; i < all_.demonym_hashes.size(); ++i)
            each(all_.demonym_hashes[i], all_.demonym_places[i]);
    }
    // The place with this GeoNames id; no_place where there is none. Slow: for tests and tools.
    PlaceNumber find_id(std::uint32_t geonames_id) const;

private:
    explicit Gazetteer(Contents contents);
    Contents all_;
};

}  // namespace broadsheet::entities
