// The distinct names of places in one article, each with the places that it can mean.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/places/gazetteer.h"
#include "indexer/entities/places/place_name.h"
#include "indexer/entities/places/surroundings.h"
#include "indexer/entities/places/weights.h"

namespace broadsheet::entities {

// A place that a name can mean.
struct Option {
    PlaceNumber place;
    PlaceNumber country;
    PlaceNumber region;
    PlaceNumber district;
    std::uint16_t square_row;     // of the map, by whole degrees from the south pole
    std::uint16_t square_column;  // ... and from 180 west
    float crowd;                  // the population's part of the score
    float base;                   // score without the article
    float score;                  // score with it
    float likelihood;             // among the name's options
    bool stripped;                // a unit's name without the word that it should have
    bool contained;               // in what the text says
    bool familiar;                // in a country that the source often writes about
};

// A name; in a container (`Paris, Texas`) it is another than alone.
struct ArticleName {
    std::uint64_t hash;     // of the key
    PlaceNumber container;  // no_place where the text says none
    std::uint32_t first;    // options [first, first + count)
    std::uint32_t count;
    std::uint32_t mentions;
    UnitWord unit;
    float support;  // evidence for the country of the best option, but for the name's own
};

class ArticleNames {
public:
    using Number = std::uint32_t;
    static constexpr Number none = 0xffffffff;
    // So many options of a name are weighed, the most populous.
    static constexpr std::size_t most_options = 64;

    ArticleNames(const Gazetteer& gazetteer, const PlaceWeights& weights)
        : gazetteer_(gazetteer), weights_(weights) {}

    void clear();
    // A mention of `written` with what stands after and before it. Gives the name's number; `none` where no
    // place has it.
    Number add(std::string_view written, const Container& after, const Container& before);

    std::vector<ArticleName> names;
    std::vector<Option> options;

private:
    struct Slot {
        std::uint64_t hash = 0;
        Number name = none;
    };
    struct Lookup {
        std::span<const Gazetteer::Candidate> found;
        UnitWord unit = UnitWord::none;
        std::uint64_t hash = 0;
        PlaceNumber people = no_place;  // whose the name is, where it is a demonym
    };
    Lookup look_up(std::string_view written);
    PlaceNumber container_of(const Lookup& name, const Container& readings);
    PlaceNumber around(const Lookup& name, std::string_view reading);
    Number intern(const Lookup& name, PlaceNumber container);
    void add_options(const Lookup& name, PlaceNumber container);
    void add_option(Gazetteer::Candidate candidate, UnitWord unit, bool contained);
    float crowd(const Gazetteer::Row& row) const;
    void lower_namesakes(std::span<Option> of_name, UnitWord unit);
    bool inside(const Gazetteer::Row& row, PlaceNumber unit) const {
        return row.country == unit || row.region == unit || row.district == unit;
    }

    const Gazetteer& gazetteer_;
    const PlaceWeights& weights_;
    std::string key_;
    std::vector<Slot> slots_;  // open addressing
    std::size_t used_ = 0;
};

}  // namespace broadsheet::entities
