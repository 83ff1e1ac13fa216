#include "schema/index/stories.h"

#include <algorithm>
#include <bit>

namespace broadsheet {

template <typename Take>
void Stories::for_each(std::span<const std::uint64_t> bits, const Take& take) const {
    for (std::size_t i = 0; i < bits.size(); ++i) {
        for (std::uint64_t left = bits[i]; left != 0; left &= left - 1)
            take(static_cast<DocId>(i * 64 + static_cast<std::size_t>(std::countr_zero(left))));
    }
}

Stories::Stories(std::vector<SegmentStories> segments, UnitedNumbers united)
    : segments_(std::move(segments)), united_(std::move(united)) {
    StoryNumber highest = 0;
    for (const SegmentStories& segment : segments_) {
        for (const StoryNumber number : segment.rows)
            highest = std::max(highest, number);
    }
    std::vector<bool> met(std::size_t{highest} + 1);
    std::vector<bool> shared(std::size_t{highest} + 1);
    const auto for_each_row = [this](const SegmentStories& segment, const auto& take) {
        for_each(segment.live, [&](DocId document) {
            if (document >= segment.rows.size() || segment.rows[document] == 0) return;
            const StoryNumber number = segment.rows[document];
            take(document, united_.empty() ? number : united_.smallest(number));
        });
    };
    for (const SegmentStories& segment : segments_) {
        for_each_row(segment, [&](DocId, StoryNumber story) {
            if (met[story] && !shared[story]) ++shared_stories_;
            shared[story] = met[story];
            met[story] = true;
        });
    }
    for (const SegmentStories& segment : segments_) {
        std::vector<std::uint64_t>& bits = with_copies_.emplace_back();
        if (shared_stories_ == 0) continue;
        bits.assign(segment.rows.size() / 64 + 1, 0);
        for_each_row(segment, [&](DocId document, StoryNumber story) {
            if (!shared[story]) return;
            bits[document / 64] |= std::uint64_t{1} << document % 64;
            ++articles_with_copies_;
        });
    }
}

template <typename IsWanted>
std::vector<Stories::Member> Stories::members_where(const IsWanted& is_wanted) const {
    std::vector<Member> result;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        for_each(with_copies_[i], [&](DocId document) {
            const StoryNumber story = of(i, document);
            if (is_wanted(story)) result.push_back({story, i, document});
        });
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<Stories::Member> Stories::members(const std::vector<StoryNumber>& stories) const {
    return members_where(
        [&](StoryNumber story) { return std::binary_search(stories.begin(), stories.end(), story); });
}

std::vector<Stories::Member> Stories::members() const {
    return members_where([](StoryNumber) { return true; });
}

}  // namespace broadsheet
