#include "searcher/match/fast/leaf_selectors.h"

#include <algorithm>

namespace broadsheet {

DocId TermSelector::next(DocId from) {
    if (!cursor_.seek(from)) return no_document;
    const auto documents = cursor_.documents();
    return *std::lower_bound(documents.begin(), documents.end(), from);
}

void TermSelector::propose(Window window, const Mask& within, Mask& found) {
    const DocId last_of_window = window.base + (Window::size - 1);
    for (bool more = cursor_.seek(window.base); more && cursor_.first() <= last_of_window;
         more = cursor_.next_block()) {
        const DocId first = std::max(cursor_.first(), window.base);
        const DocId last = std::min(cursor_.last(), last_of_window);
        if (within.any_in(first - window.base, last - window.base)) {
            found.set_all(cursor_.documents_in(window), window.base);
        }
        // The next window goes on in this block.
        if (cursor_.last() >= last_of_window) break;
    }
    found &= within;
}

DatesSelector::DatesSelector(const Columns& columns, const query::Dates& dates)
    : columns_(columns),
      // One more than what stands for no date.
      begin_(std::max(dates.begin.value_or(Columns::no_date + 1), Columns::no_date + 1)),
      end_(dates.end.value_or(std::numeric_limits<Seconds>::max())) {}

void DatesSelector::propose(Window window, const Mask& within, Mask& found) {
    within.for_each([&](std::uint32_t at) {
        const Seconds date = columns_.date(window.base + at);
        if (date >= begin_ && date < end_) found.set(at);
    });
}

ValuesSelector::ValuesSelector(const Columns& columns, FieldId field, const std::vector<ValueId>& ids)
    : columns_(columns) {
    const auto [first, end] = columns.range(field);
    first_ = first;
    wanted_.assign(end - first, false);
    const std::span<const ValueId> known = columns.ids().subspan(first, end - first);
    for (const ValueId id : ids) {
        const auto place = std::lower_bound(known.begin(), known.end(), id);
        if (place == known.end() || *place != id) continue;
        wanted_[static_cast<std::size_t>(place - known.begin())] = true;
        any_ = true;
    }
}

void ValuesSelector::propose(Window window, const Mask& within, Mask& found) {
    within.for_each([&](std::uint32_t at) {
        for (const Ordinal ordinal : columns_.ordinals(window.base + at)) {
            if (ordinal - first_ < wanted_.size() && wanted_[ordinal - first_]) {
                found.set(at);
                return;
            }
        }
    });
}

}  // namespace broadsheet
