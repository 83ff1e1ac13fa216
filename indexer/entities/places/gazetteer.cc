#include "indexer/entities/places/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "indexer/entities/tagging/hash.h"

namespace broadsheet::entities {

Gazetteer::Gazetteer(Contents contents) : all_(std::move(contents)) {}

namespace {

constexpr std::size_t code_size = 2;

}  // namespace

Place Gazetteer::operator[](PlaceNumber number) const {
    const Row& row = all_.rows[number];
    std::string_view name(all_.names.data() + row.name_begin, row.name_size);
    std::string_view code;
    if (row.kind == PlaceKind::country && name.size() > code_size) {
        code = name.substr(name.size() - code_size);
        name.remove_suffix(code_size);
    }
    return {row.geonames_id, name,         code,         row.kind,      row.country,
            row.region,      row.district, row.latitude, row.longitude, row.population};
}

std::span<const Gazetteer::Candidate> Gazetteer::find(std::string_view key) const {
    if (key.empty()) return {};
    const std::uint64_t hash = hash_bytes(key);
    const std::size_t bucket = hash >> (64 - bucket_bits);
    const auto tag = static_cast<std::uint16_t>(hash >> (64 - bucket_bits - 16));
    std::uint32_t first = all_.bucket_begins[bucket];
    const std::uint32_t end = all_.bucket_begins[bucket + 1];
    while (first < end && all_.tags[first] != tag)
        ++first;
    std::uint32_t last = first;
    while (last < end && all_.tags[last] == tag)
        ++last;
    return {all_.candidates.data() + first, last - first};
}

PlaceNumber Gazetteer::find_demonym(std::string_view key) const {
    const auto found =
        std::lower_bound(all_.demonym_hashes.begin(), all_.demonym_hashes.end(), hash_bytes(key));
    if (found == all_.demonym_hashes.end() || *found != hash_bytes(key)) return no_place;
    return all_.demonym_places[static_cast<std::size_t>(found - all_.demonym_hashes.begin())];
}

PlaceNumber Gazetteer::find_id(std::uint32_t geonames_id) const {
    const auto found = std::find_if(all_.rows.begin(), all_.rows.end(),
                                    [&](const Row& row) { return row.geonames_id == geonames_id; });
    if (geonames_id == 0 || found == all_.rows.end()) return no_place;
    return static_cast<PlaceNumber>(found - all_.rows.begin());
}

}  // namespace broadsheet::entities
