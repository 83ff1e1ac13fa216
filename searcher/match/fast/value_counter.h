// Counts the facet values of a segment's documents out of its columns.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "schema/index/columns.h"
#include "searcher/match/fast/window.h"
#include "searcher/match/result.h"

namespace broadsheet {

// What it takes grows with the values that it counts, not with those that the segment knows.
class ValueCounter {
public:
    // `counted`: facets and the date. The columns must outlive it.
    ValueCounter(const Columns& columns, const std::vector<FieldId>& counted);

    void count(Window window, const Mask& documents);

    // Counts of each facet, in the order of `counted` and ascending by id.
    std::vector<FieldCounts> values() const;
    DayCounts days() const;

private:
    static constexpr std::uint32_t page_size = 32;  // fewer suit few articles, more suit many
    using Page = std::array<std::uint32_t, page_size>;

    // Calls visit(ordinal, counts of it and those behind it) for what was counted between two ordinals.
    template <typename Visit>
    void for_each_page(Ordinal first, Ordinal end, const Visit& visit) const;

    void count_values(DocId document);
    Page* new_page(std::uint32_t number);
    void count_day(Seconds date);

    const Columns& columns_;
    std::vector<FieldId> facets_;
    bool counts_days_ = false;
    Ordinal first_ = 0;                     // of all facets that are counted
    Ordinal end_ = 0;                       // behind them
    std::vector<Page*> page_of_;            // by ordinal from first_, in pages; null for none yet
    std::vector<std::uint64_t> used_;       // which are not null, as bits
    std::vector<std::vector<Page>> pages_;  // some at a time, so that none is ever moved
    static constexpr std::uint32_t days_of_page = 64;
    using DayPage = std::array<std::uint32_t, days_of_page>;
    std::unordered_map<std::int64_t, DayPage> day_pages_;
    std::int64_t day_page_ = 0;
    DayPage* days_ = nullptr;  // the page of day_page_
};

}  // namespace broadsheet
