// Where one publisher's articles usually are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/places/gazetteer.h"
#include "indexer/entities/places/resolved.h"

namespace broadsheet::entities {

// Weights of countries, regions, districts and squares of the map, from the articles that were resolved. A
// value: copy and merge freely. Bounded: beyond twice `most_entries` the heaviest `most_entries` are kept.
class SourcePrior {
public:
    static constexpr std::size_t most_entries = 512;

    // What the resolver made of one article, by how certain it was; each article weighs at most the same.
    void add_article(const Gazetteer& gazetteer, const Resolved& resolved);
    // Adds what another has gathered of the same publisher.
    void merge(const SourcePrior& other);

    double articles() const { return articles_; }
    bool empty() const { return articles_ == 0; }
    // The part of the articles' places, 0..1, that lie in the unit with this GeoNames id, or in this square.
    float of_unit(std::uint32_t geonames_id) const { return share(geonames_id); }
    float of_square(float latitude, float longitude) const { return share(square(latitude, longitude)); }

    std::string encode() const;
    // Throws Error(index_damaged) where the bytes are not encode()'s.
    static SourcePrior decode(std::string_view bytes);

private:
    struct Entry {
        std::uint32_t key = 0;  // a GeoNames id, or a square with the top bit set
        float weight = 0;       // 0: a free slot
    };
    static std::uint32_t square(float latitude, float longitude);
    float share(std::uint32_t key) const;
    void add(std::uint32_t key, float weight);
    void add_place(const Gazetteer& gazetteer, PlaceNumber place, float weight);
    void rebuild(std::vector<Entry> entries, std::size_t slots);
    std::vector<Entry> sorted() const;
    void shrink();

    double articles_ = 0;
    std::size_t used_ = 0;
    std::vector<Entry> slots_;  // open addressing; a power of two, never more than half full
};

}  // namespace broadsheet::entities
