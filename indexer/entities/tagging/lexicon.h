// What is known about words and names beforehand: word clusters, name lists, the gazetteer's names.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/large_memory.h"

namespace broadsheet::entities {

// Kinds of names in the lists, as bits.
enum NameFlag : std::uint16_t {
    name_first = 1 << 0,
    name_last = 1 << 1,
    name_person = 1 << 2,
    name_organisation = 1 << 3,
    name_country = 1 << 4,
    name_region = 1 << 5,
    name_city_million = 1 << 6,  // a town of a million and more
    name_city_large = 1 << 7,    // of 100,000 and more
    name_city_middle = 1 << 8,   // of 15,000 and more
    name_city_small = 1 << 9,
    name_demonym = 1 << 10,
    name_district = 1 << 11,           // second-order unit
    name_organisation_word = 1 << 12,  // "Ministry", "Corp"
    name_title = 1 << 13,              // "President", "Gen"
    name_place_word = 1 << 14,         // "River", "Province"
    name_prefix = 1 << 15,             // longer names of the lists begin like this
};
inline constexpr std::uint32_t any_name = 0x7FFF;  // every flag but name_prefix

struct WordEntry {
    std::uint16_t coarse = 0;  // cluster 1..256; 0: none
    std::uint16_t fine = 0;    // cluster 1..1024; 0: none
    std::uint16_t flags = 0;   // NameFlag
};

// A hash table from lower-cased words and names (hashed word by word, see name_hash) to what is known of
// them. It keeps 16 bits of each key: a word that is not in it is taken for one that is about once in 20,000,
// which costs a feature, not a fault.
class Lexicon {
public:
    struct Item {
        std::uint64_t key;
        WordEntry entry;
    };

    Lexicon() = default;
    explicit Lexicon(const std::vector<Item>& items);  // keys are distinct, in any fixed order

    const WordEntry* find(std::uint64_t key) const;  // null when not known

    // The table itself, as the model file holds it: a power of two of slots, or none.
    struct Slot {
        std::uint16_t tag = 0;  // 0: free
        WordEntry entry;
    };
    explicit Lexicon(LargeVector<Slot> slots);
    const LargeVector<Slot>& slots() const { return slots_; }

private:
    LargeVector<Slot> slots_;
    std::uint64_t mask_ = 0;
};

// The key of a name of several words: fold over the hashes of its lower-cased words; a single word's is its
// own hash.
std::uint64_t name_hash(std::uint64_t so_far, std::uint64_t next_word);
inline constexpr std::size_t longest_name = 6;  // words

}  // namespace broadsheet::entities
