// Where an article's places lie, as far as it is known: weights of units and of squares of the map.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/places/article_names.h"
#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities {

class Evidence {
public:
    explicit Evidence(const Gazetteer& gazetteer);

    void clear();
    // A word of the text that names a unit, or people of it.
    void add_word(PlaceNumber unit, float weight);
    // A place that a name may mean; a negative weight takes it off again.
    void add(const Option& option, float weight);

    // 0..1: the part of all evidence that lies in the option's unit, less the less evidence there is.
    float country(const Option& option) const { return part(option.country, countries_); }
    float region(const Option& option) const { return part(option.region, regions_); }
    float district(const Option& option) const { return part(option.district, regions_); }
    // 0..1: the same of the squares around it.
    float near(const Option& option) const;

private:
    static constexpr std::size_t map_rows = 180;
    static constexpr std::size_t map_columns = 360;
    static constexpr float doubt = 1.0F;  // as if so much evidence lay nowhere

    float part(PlaceNumber unit, float all) const {
        if (unit >= units_.size()) return 0;
        return units_[unit] <= 0 ? 0 : units_[unit] / (all + doubt);
    }
    void add_to(PlaceNumber unit, float weight);

    const Gazetteer& gazetteer_;
    std::vector<float> units_;  // by place number; towns come last and are none
    std::vector<PlaceNumber> touched_units_;
    std::vector<float> squares_;
    std::vector<std::uint32_t> touched_squares_;
    float countries_ = 0;  // sums
    float regions_ = 0;
    float placed_ = 0;
};

}  // namespace broadsheet::entities
