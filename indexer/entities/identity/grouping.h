// Which of an article's names are one person or one organisation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::entities {

// A name as an article spells it; distinct within a list.
struct Spelling {
    std::string_view text;
    std::uint32_t count = 1;  // how often it stands there
};

struct Groups {
    // For each spelling the index of the one that stands for its group: the most frequent of its full forms,
    // itself when it is alone.
    std::vector<std::uint32_t> representative;
    std::vector<std::string> keys;  // for each spelling, its name_key()
};

// "Sudani" and "Al-Sudani" join "Muhammad Shia Al-Sudani"; "J. Powell" joins "Jerome Powell". Where several
// full names would do, the most frequent. A surname without a full name stays alone. Linear in the names.
Groups group_people(const std::vector<Spelling>& spellings);

// An acronym that the article defines: indices of the name and of its short form.
using Definition = std::pair<std::uint32_t, std::uint32_t>;

// "the Treasury" joins "U.S. Treasury Department", "ESA" joins "European Space Agency", whether the article
// says so
// ("European Space Agency (ESA)") or the initials do. Linear in the names.
Groups group_organisations(const std::vector<Spelling>& spellings,
                           const std::vector<Definition>& definitions);

// Whether `acronym` can be short for `name`: its letters begin the name's words, in order, small words
// optional.
bool is_acronym_of(std::string_view acronym, std::string_view name);

}  // namespace broadsheet::entities
