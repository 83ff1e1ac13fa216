#include "searcher/match/slot_counter.h"

#include <algorithm>
#include <utility>

#include "searcher/match/xapian_query.h"

namespace broadsheet {

SlotCounter::SlotCounter(const std::vector<FieldId>& counted) {
    for (const FieldId id : counted) {
        if (id == FieldId::date) {
            counts_days_ = true;
        } else {
            facets_.push_back({id, field(id).slot, {}});
        }
    }
}

template <typename Change>
void SlotCounter::change(const Xapian::Document& document, const Change& change) {
    for (Facet& facet : facets_) {
        const std::string packed = document.get_value(facet.slot);
        if (packed.empty()) continue;
        for (const ValueId id : unpack_ids(packed))
            change(facet.counts, id);
    }
    if (!counts_days_) return;
    if (const auto date = date_from_value(document.get_value(field(FieldId::date).slot)))
        change(days_, day_of(*date));
}

void SlotCounter::add(Slot slot, const std::string& value, std::uint32_t articles) {
    for (Facet& facet : facets_) {
        if (facet.slot != slot) continue;
        for (const ValueId id : unpack_ids(value))
            facet.counts[id] += articles;
    }
    if (!counts_days_ || slot != field(FieldId::date).slot) return;
    if (const auto date = date_from_value(value)) days_[day_of(*date)] += articles;
}

std::vector<Slot> SlotCounter::slots() const {
    std::vector<Slot> slots;
    for (const Facet& facet : facets_)
        slots.push_back(facet.slot);
    if (counts_days_) slots.push_back(field(FieldId::date).slot);
    return slots;
}

Counting::Counting(SlotCounter& counter, bool has_remote, Xapian::Enquire& enquire)
    : counter_(counter), spy_(counter) {
    if (!has_remote) {
        enquire.add_matchspy(&spy_);
        return;
    }
    for (const Slot slot : counter.slots()) {
        combinations_.emplace_back(slot, std::make_unique<Xapian::ValueCountMatchSpy>(slot));
        enquire.add_matchspy(combinations_.back().second.get());
    }
}

void Counting::finish() {
    for (const auto& [slot, combinations] : combinations_) {
        for (auto each = combinations->values_begin(); each != combinations->values_end(); ++each)
            counter_.add(slot, *each, each.get_termfreq());
    }
}

void SlotCounter::add(const Xapian::Document& document) {
    change(document, [](auto& counts, auto key) { ++counts[key]; });
}

void SlotCounter::remove(const Xapian::Document& document) {
    change(document, [](auto& counts, auto key) {
        if (--counts[key] == 0) counts.erase(key);
    });
}

void SlotCounter::deliver(MatchResult& result) {
    for (Facet& facet : facets_) {
        const auto place = std::find_if(result.counts.begin(), result.counts.end(),
                                        [&](const FieldCounts& each) { return each.field == facet.field; });
        if (place == result.counts.end()) continue;
        place->values.reserve(facet.counts.size());
        for (const auto& [id, count] : facet.counts)
            place->values.push_back({id, count});
    }
    if (counts_days_) result.days = std::move(days_);
}

std::int64_t day_of(Seconds time) {
    constexpr Seconds day = 86400;
    return time / day - (time % day < 0 ? 1 : 0);
}

}  // namespace broadsheet
