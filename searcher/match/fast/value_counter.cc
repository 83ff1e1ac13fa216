#include "searcher/match/fast/value_counter.h"

#include <algorithm>
#include <bit>

#include "schema/error.h"

namespace broadsheet {

namespace {

std::int64_t floor_of(std::int64_t value, std::int64_t unit) {
    return value / unit - (value % unit < 0 ? 1 : 0);
}

}  // namespace

ValueCounter::ValueCounter(const Columns& columns, const std::vector<FieldId>& counted) : columns_(columns) {
    first_ = static_cast<Ordinal>(columns.ids().size());
    for (const FieldId id : counted) {
        if (id == FieldId::date) {
            counts_days_ = true;
            continue;
        }
        facets_.push_back(id);
        const auto [first, end] = columns.range(id);
        first_ = std::min(first_, first);
        end_ = std::max(end_, end);
    }
    if (first_ >= end_) return;
    page_of_.assign((end_ - first_) / page_size + 1, nullptr);
    used_.assign(page_of_.size() / 64 + 1, 0);
}

void ValueCounter::count(Window window, const Mask& documents) {
    if (first_ < end_) {
        documents.for_each([&](std::uint32_t at) { count_values(window.base + at); });
    }
    if (counts_days_) {
        documents.for_each([&](std::uint32_t at) {
            const Seconds date = columns_.date(window.base + at);
            if (date != Columns::no_date) count_day(date);
        });
    }
}

void ValueCounter::count_values(DocId document) {
    for (const Ordinal ordinal : columns_.ordinals(document)) {
        const Ordinal place = ordinal - first_;
        if (ordinal < first_ || ordinal >= end_) continue;
        Page*& page = page_of_[place / page_size];
        if (page == nullptr) page = new_page(place / page_size);
        ++(*page)[place % page_size];
    }
}

ValueCounter::Page* ValueCounter::new_page(std::uint32_t number) {
    constexpr std::size_t pages_at_a_time = 256;
    used_[number / 64] |= std::uint64_t{1} << number % 64;
    if (pages_.empty() || pages_.back().size() == pages_at_a_time)
        pages_.emplace_back().reserve(pages_at_a_time);
    return &pages_.back().emplace_back();
}

void ValueCounter::count_day(Seconds date) {
    constexpr std::int64_t seconds_of_day = 86400;
    const std::int64_t day = floor_of(date, seconds_of_day);
    const std::int64_t page = floor_of(day, days_of_page);
    if (days_ == nullptr || page != day_page_) {
        days_ = &day_pages_[page];
        day_page_ = page;
    }
    ++(*days_)[static_cast<std::size_t>(day - page * days_of_page)];
}

std::vector<FieldCounts> ValueCounter::values() const {
    std::vector<FieldCounts> result;
    for (const FieldId id : facets_) {
        const auto [first, end] = columns_.range(id);
        std::size_t distinct = 0;
        for_each_page(first, end, [&distinct](Ordinal, std::span<const std::uint32_t> counts) {
            for (const std::uint32_t count : counts)
                distinct += count > 0 ? 1 : 0;
        });
        std::vector<ValueCount> values;
        values.reserve(distinct);
        for_each_page(first, end, [&](Ordinal ordinal, std::span<const std::uint32_t> counts) {
            std::array<ValueCount, page_size> some;
            std::ptrdiff_t size = 0;
            for (std::size_t i = 0; i < counts.size(); ++i) {
                // Which are 0 nobody can guess: to write them and not go on costs less than a branch.
                some[static_cast<std::size_t>(size)] = {columns_.ids()[ordinal + i], counts[i]};
                size += counts[i] > 0 ? 1 : 0;
            }
            values.insert(values.end(), some.begin(), some.begin() + size);
        });
        result.push_back({id, std::move(values)});
    }
    return result;
}

template <typename Visit>
void ValueCounter::for_each_page(Ordinal first, Ordinal end, const Visit& visit) const {
    if (first >= end) return;
    const std::uint32_t last_page = (end - 1 - first_) / page_size;
    std::uint32_t word = (first - first_) / page_size / 64;
    std::uint64_t pages = used_[word] & ~std::uint64_t{0} << (first - first_) / page_size % 64;
    for (;;) {
        for (; pages != 0; pages &= pages - 1) {
            const std::uint32_t number = word * 64 + static_cast<std::uint32_t>(std::countr_zero(pages));
            if (number > last_page) return;
            const Ordinal page = first_ + number * page_size;
            const Ordinal begin = std::max(page, first);
            visit(
                begin,
                std::span(*page_of_[number]).subspan(begin - page, std::min(page + page_size, end) - begin));
        }
        if (++word > last_page / 64) return;
        pages = used_[word];
    }
}

DayCounts ValueCounter::days() const {
    DayCounts result;
    for (const auto& [page, counts] : day_pages_) {
        for (std::uint32_t i = 0; i < days_of_page; ++i) {
            if (counts[i] > 0) result[page * days_of_page + i] = counts[i];
        }
    }
    return result;
}

}  // namespace broadsheet
