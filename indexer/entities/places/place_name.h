// Names of places as the gazetteer is keyed by them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::entities {

// Names longer than this (bytes) are no names of places.
inline constexpr std::size_t longest_place_name = 120;

// The form in which names are compared: folded (fold_name), full stops off, words apart by one blank, `the`
// at the beginning off, and what is written in two ways in one: Saint and St., Mount and Mt., Fort and Ft.,
// al-, el- and ul- with a hyphen, a blank or capital. Empty for what is no name: too long, or without a
// letter.
void place_key(std::string_view name, std::string& key);
std::string place_key(std::string_view name);

// What a word beside a name says of it: `county`, `governorate`, `city`.
enum class UnitWord : std::uint8_t { none, town, district, region, country };

// Takes a word of that kind off a key: `rapides parish`, `county kerry`, `province of babil`. Returns what it
// was; `none` (the key as it was) where there is no such word or nothing else.
UnitWord strip_unit_word(std::string_view& key);

}  // namespace broadsheet::entities
