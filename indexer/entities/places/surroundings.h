// What stands beside a name in its text and may say where the place is: `X, Y`, `X (Y)`, `X in Y`, `Y's X`.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace broadsheet::entities {

// A name that may be of a unit around the place, as it may be read: the longest reading first.
struct Container {
    static constexpr std::size_t most_words = 4;
    std::array<std::string_view, most_words> readings;
    std::size_t count = 0;
};

// Looks at most a few words beyond the name at [begin, end).
Container container_after(std::string_view text, std::size_t end);
Container container_before(std::string_view text, std::size_t begin);

// The name's own two parts: `Paris, Texas`, `Baghdad (Iraq)`. The second is empty where there is one part.
struct NameParts {
    std::string_view name;
    std::string_view container;
};
NameParts parts_of(std::string_view name);

// Whether a name may be a unit's abbreviation as it is written here: `Ala.`, `N.C.`, `GA`.
bool may_be_abbreviation(std::string_view written);

}  // namespace broadsheet::entities
