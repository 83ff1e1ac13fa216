#include "indexer/entities/tagging/lexicon.h"

#include <bit>
#include <utility>

#include "indexer/entities/tagging/hash.h"

namespace broadsheet::entities {
namespace {

std::uint16_t tag_of(std::uint64_t key) {
    return static_cast<std::uint16_t>((key >> 48) | 1u);
}

}  // namespace

Lexicon::Lexicon(const std::vector<Item>& items) {
    slots_.resize(std::bit_ceil(items.size() + items.size() / 3 + 1));
    mask_ = slots_.size() - 1;
    for (const Item& item : items) {
        std::uint64_t at = item.key & mask_;
        while (slots_[at].tag != 0 && slots_[at].tag != tag_of(item.key))
            at = (at + 1) & mask_;
        WordEntry& entry = slots_[at].entry;
        slots_[at].tag = tag_of(item.key);
        if (entry.coarse == 0) entry.coarse = item.entry.coarse;
        if (entry.fine == 0) entry.fine = item.entry.fine;
        entry.flags |= item.entry.flags;
    }
}

Lexicon::Lexicon(LargeVector<Slot> slots)
    : slots_(std::move(slots)), mask_(slots_.empty() ? 0 : slots_.size() - 1) {}

const WordEntry* Lexicon::find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    for (std::uint64_t at = key & mask_, seen = 0; seen <= mask_; at = (at + 1) & mask_, ++seen) {
        const Slot& slot = slots_[at];
        if (slot.tag == tag_of(key)) return &slot.entry;
        if (slot.tag == 0) return nullptr;
    }
    return nullptr;
}

std::uint64_t name_hash(std::uint64_t so_far, std::uint64_t next_word) {
    return mix(so_far, next_word + 0x51ED270B);
}

}  // namespace broadsheet::entities
