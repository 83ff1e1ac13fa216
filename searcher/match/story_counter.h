// Counts stories where articles are counted: of copies of one story the first counts, the others do not.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/match/result.h"

namespace broadsheet {

// Looks only at matches that have copies: every other article is a story of its own, and counted already.
class StoryCounter {
public:
    explicit StoryCounter(const Stories& stories) : stories_(stories) {}

    // Matches of a segment that have copies.
    void add_to_total(std::size_t segment, std::span<const DocId> documents);
    // Those that count for these fields, or the date, of which the columns tell the values.
    void add(std::size_t segment, std::span<const DocId> documents, const std::vector<FieldId>& counted,
             const Columns& columns);

    // Fills in the stories of everything that `result` counts.
    void deliver(MatchResult& result);

private:
    struct ValueStory {
        ValueId value;
        StoryNumber story;
        friend auto operator<=>(const ValueStory&,
                                const ValueStory&) = default;  // NOLINT(modernize-use-nullptr)
    };

    const Stories& stories_;
    std::vector<StoryNumber> of_matches_;
    std::map<FieldId, std::vector<ValueStory>> of_values_;
    std::vector<StoryDay> days_;
};

// What is not the first of its story, among days from `first` to before `end`. `days` ascending.
std::uint64_t copies_between(const std::vector<StoryDay>& days, std::int64_t first, std::int64_t end);

}  // namespace broadsheet
