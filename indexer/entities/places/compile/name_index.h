// The gazetteer's names while they are gathered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/places/gazetteer.h"

namespace broadsheet::entities::places {

class NameIndex {
public:
    // The name's key, also without its type word. Where a place has a name in two forms the better counts.
    void add(std::string_view name, PlaceNumber place, NameForm form);
    // The same where a name begins with an Arabic article: with `al`, and without.
    void add_arabic(std::string_view name, PlaceNumber place, NameForm form);
    void add_demonym(std::string_view word, PlaceNumber place);

    // Sorts everything into `contents`, whose rows are complete.
    void finish(Gazetteer::Contents& contents);

private:
    struct Entry {
        std::uint64_t hash;
        PlaceNumber place;
        NameForm form;
    };
    void add_key(std::string_view key, PlaceNumber place, NameForm form);

    std::vector<Entry> entries_;
    std::vector<std::pair<std::uint64_t, PlaceNumber>> demonyms_;
};

}  // namespace broadsheet::entities::places
