#include "indexer/entities/places/evidence.h"

#include <algorithm>

namespace broadsheet::entities {

Evidence::Evidence(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
    std::size_t units = 0;
    for (std::size_t i = 0; i < gazetteer.size(); ++i)
        if (gazetteer.row(static_cast<PlaceNumber>(i)).kind != PlaceKind::town) units = i + 1;
    units_.resize(units);
    squares_.resize(map_rows * map_columns);
}

void Evidence::clear() {
    for (const PlaceNumber unit : touched_units_)
        units_[unit] = 0;
    for (const std::uint32_t square : touched_squares_)
        squares_[square] = 0;
    touched_units_.clear();
    touched_squares_.clear();
    countries_ = regions_ = placed_ = 0;
}

void Evidence::add_to(PlaceNumber unit, float weight) {
    if (unit >= units_.size()) return;
    if (units_[unit] == 0) touched_units_.push_back(unit);
    units_[unit] += weight;
}

void Evidence::add_word(PlaceNumber unit, float weight) {
    const Gazetteer::Row& row = gazetteer_.row(unit);
    if (row.country == no_place) return;
    add_to(row.country, weight);
    countries_ += weight;
    if (row.region == no_place) return;
    add_to(row.region, weight);
    regions_ += weight;
    add_to(row.district, weight);
}

void Evidence::add(const Option& option, float weight) {
    if (weight == 0 || option.country == no_place) return;
    add_to(option.country, weight);
    countries_ += weight;
    if (option.region == no_place) return;
    add_to(option.region, weight);
    add_to(option.district, weight);
    regions_ += weight;
    const std::size_t square = option.square_row * map_columns + option.square_column;
    if (squares_[square] == 0) touched_squares_.push_back(static_cast<std::uint32_t>(square));
    squares_[square] += weight;
    placed_ += weight;
}

float Evidence::near(const Option& option) const {
    if (option.region == no_place || placed_ <= 0) return 0;
    float sum = 0;
    const std::size_t first = option.square_row == 0 ? 0 : option.square_row - 1;
    const std::size_t last = std::min<std::size_t>(map_rows - 1, option.square_row + 1u);
    for (std::size_t row = first; row <= last; ++row) {
        const float* squares = squares_.data() + row * map_columns;
        const std::size_t column = option.square_column;
        sum += squares[column] + squares[column == 0 ? map_columns - 1 : column - 1] +
               squares[column == map_columns - 1 ? 0 : column + 1];
    }
    return sum <= 0 ? 0 : sum / (placed_ + doubt);
}

}  // namespace broadsheet::entities
