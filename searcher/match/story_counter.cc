#include "searcher/match/story_counter.h"

#include <algorithm>

#include "searcher/match/slot_counter.h"

namespace broadsheet {

namespace {

// How many of the sorted numbers are there more than once, counted without the first.
template <typename Iterator>
std::uint32_t repeated(Iterator begin, Iterator end) {
    std::uint32_t count = 0;
    for (Iterator each = begin; each != end; ++each)
        count += each != begin && *each == *(each - 1) ? 1 : 0;
    return count;
}

}  // namespace

void StoryCounter::add_to_total(std::size_t segment, std::span<const DocId> documents) {
    for (const DocId document : documents)
        of_matches_.push_back(stories_.of(segment, document));
}

void StoryCounter::add(std::size_t segment, std::span<const DocId> documents,
                       const std::vector<FieldId>& counted, const Columns& columns) {
    for (const FieldId id : counted) {
        if (id == FieldId::date) {
            for (const DocId document : documents) {
                const Seconds date = columns.date(document);
                if (date != Columns::no_date) days_.push_back({day_of(date), stories_.of(segment, document)});
            }
            continue;
        }
        std::vector<ValueStory>& values = of_values_[id];
        const auto [first, end] = columns.range(id);
        for (const DocId document : documents) {
            for (const Ordinal ordinal : columns.ordinals(document)) {
                if (ordinal >= first && ordinal < end)
                    values.push_back({columns.ids()[ordinal], stories_.of(segment, document)});
            }
        }
    }
}

void StoryCounter::deliver(MatchResult& result) {
    std::sort(of_matches_.begin(), of_matches_.end());
    result.stories = result.total - repeated(of_matches_.begin(), of_matches_.end());
    for (FieldCounts& counts : result.counts) {
        std::vector<ValueStory>& values = of_values_[counts.field];
        std::sort(values.begin(), values.end());
        for (ValueCount& each : counts.values) {
            const auto first = std::lower_bound(values.begin(), values.end(), ValueStory{each.id, 0});
            const auto end = std::find_if(first, values.end(),
                                          [&](const ValueStory& value) { return value.value != each.id; });
            each.stories = each.count - repeated(first, end);
        }
    }
    std::sort(days_.begin(), days_.end());
    result.story_days = std::move(days_);
}

std::uint64_t copies_between(const std::vector<StoryDay>& days, std::int64_t first, std::int64_t end) {
    std::vector<StoryNumber> stories;
    for (auto each = std::lower_bound(days.begin(), days.end(), StoryDay{first, 0});
         each != days.end() && each->day < end; ++each)
        stories.push_back(each->story);
    std::sort(stories.begin(), stories.end());
    return repeated(stories.begin(), stories.end());
}

}  // namespace broadsheet
