#include "searcher/facets/place_facet.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "schema/place_id.h"

namespace broadsheet {

namespace {

class Atlas {
public:
    Atlas(const FieldCounts& counts, const std::vector<ValueId>& selected, std::size_t top, Labels& labels)
        : field_(counts.field), selected_(selected), top_(top), labels_(labels) {
        std::sort(selected_.begin(), selected_.end());
        for (const ValueId id : selected_)
            open(id);
        std::sort(open_.begin(), open_.end());
        for (const ValueCount& each : counts.values)
            put(each);
        for (const ValueId id : selected_)
            if (!counts_.contains(id)) put({id, 0});
    }

    Facet facet() {
        Facet facet{field_, {}, 0};
        for (const ValueCount& each : inside_[0])
            facet.distinct += each.count > 0 ? 1 : 0;
        facet.values = entries(0);
        return facet;
    }

private:
    // The place and all around it.
    void open(ValueId id) {
        for (ValueId each = id; each != 0; each = around(each))
            open_.push_back(each);
    }

    // What a place lies in directly: 0 at the top.
    ValueId around(ValueId id) {
        if (is_top_level(id)) return 0;
        const auto [place, is_new] = around_.try_emplace(id, country_of(id));
        if (!is_new || level_of(id) == PlaceLevel::region) return place->second;
        const std::optional<PlaceRecord> record = labels_.snapshot().place(id);
        if (record && record->region != 0) place->second = record->region;
        return place->second;
    }

    // Of a continent or a sea the middle says nothing.
    std::optional<Coordinates> where(ValueId id) const {
        if (level_of(id) == PlaceLevel::area) return std::nullopt;
        const std::optional<PlaceRecord> record = labels_.snapshot().place(id);
        if (!record) return std::nullopt;
        return Coordinates{record->latitude, record->longitude};
    }

    bool is_open(ValueId id) const { return std::binary_search(open_.begin(), open_.end(), id); }

    void put(const ValueCount& count) {
        const ValueId country = country_of(count.id);
        if (!is_top_level(count.id) && !is_open(country)) return;
        counts_.emplace(count.id, count.count);
        inside_[around(count.id)].push_back(count);
    }

    std::vector<FacetEntry> entries(ValueId outer) {
        const auto found = inside_.find(outer);
        if (found == inside_.end()) return {};
        // Open places stay in sight, however few their articles.
        std::vector<ValueId> kept;
        for (const ValueCount& each : found->second) {
            if (is_open(each.id)) kept.push_back(each.id);
        }
        std::vector<FacetEntry> result = value_facet({field_, found->second}, kept, top_, labels_).values;
        for (FacetEntry& entry : result) {
            ValueId id = 0;
            from_text(entry.id, id);
            entry.level = level_of(id);
            entry.selected = std::binary_search(selected_.begin(), selected_.end(), id);
            entry.where = where(id);
            if (is_open(id)) entry.within = entries(id);
        }
        return result;
    }

    FieldId field_;
    std::vector<ValueId> selected_;
    std::size_t top_;
    Labels& labels_;
    std::vector<ValueId> open_;
    std::unordered_map<ValueId, ValueId> around_;
    std::unordered_map<ValueId, std::uint64_t> counts_;
    std::unordered_map<ValueId, std::vector<ValueCount>> inside_;  // by what they lie in
};

}  // namespace

Facet place_facet(const FieldCounts& counts, const std::vector<ValueId>& selected, std::size_t top,
                  Labels& labels) {
    return Atlas(counts, selected, top, labels).facet();
}

}  // namespace broadsheet
