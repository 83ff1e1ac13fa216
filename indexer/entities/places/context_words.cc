#include "indexer/entities/places/context_words.h"

#include <algorithm>
#include <bit>

#include "indexer/entities/places/place_name.h"
#include "indexer/entities/tagging/hash.h"

namespace broadsheet::entities {
namespace {

// Regions of this many people are known by their bare names.
constexpr std::uint32_t known_region = 1000000;

}  // namespace

ContextWords::ContextWords(const Gazetteer& gazetteer) {
    std::vector<Slot> words;
    gazetteer.for_each_demonym([&](std::uint64_t hash, PlaceNumber place) {
        words.push_back({hash, place});
    });
    std::string key;
    for (PlaceNumber number = 0; number < gazetteer.size(); ++number) {
        const Gazetteer::Row& row = gazetteer.row(number);
        if (row.kind == PlaceKind::area) continue;
        if (row.kind != PlaceKind::country && row.kind != PlaceKind::region) break;
        place_key(gazetteer[number].name, key);
        // Only what means nothing else of weight.
        const auto candidates = gazetteer.find(key);
        const bool clear = std::all_of(candidates.begin(), candidates.end(), [&](const auto& candidate) {
            const Gazetteer::Row& other = gazetteer.row(candidate.place());
            return candidate.place() == number || other.region == number || other.country == number ||
                   other.population < row.population / 20;
        });
        if (!clear || (row.kind == PlaceKind::region && row.population < known_region)) continue;
        words.push_back({hash_bytes(key), number});
    }
    slots_.resize(std::bit_ceil(4 * words.size() + 1));
    for (const Slot& word : words)
        add(word);
}

void ContextWords::add(const Slot& word) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = word.hash & mask;
    while (slots_[at].place != no_place && slots_[at].hash != word.hash)
        at = (at + 1) & mask;
    if (slots_[at].place == no_place) slots_[at] = word;
}

PlaceNumber ContextWords::find(std::string_view key) const {
    const std::uint64_t hash = hash_bytes(key);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        if (slots_[at].hash == hash) return slots_[at].place;
        if (slots_[at].place == no_place) return no_place;
    }
}

}  // namespace broadsheet::entities
