#include "schema/index/stories.h"

#include <algorithm>
#include <bit>

#include "schema/index/byte_scan.h"

namespace broadsheet {

namespace {

// Those live documents of a segment that have rows.
std::vector<std::uint64_t> known(const SegmentStories& segment) {
    std::vector<std::uint64_t> bits(segment.live.begin(), segment.live.end());
    bits.resize(std::min(bits.size(), (segment.rows.size() + 63) / 64));
    if (segment.rows.size() % 64 != 0 && bits.size() == segment.rows.size() / 64 + 1)
        bits.back() &= (std::uint64_t{1} << segment.rows.size() % 64) - 1;
    return bits;
}

}  // namespace

template <typename Take>
void Stories::for_each(std::span<const std::uint64_t> bits, const Take& take) const {
    for (std::size_t i = 0; i < bits.size(); ++i) {
        const auto first = static_cast<DocId>(i * 64);
        if (bits[i] == ~std::uint64_t{0}) {
            for (DocId document = first; document < first + 64; ++document)
                take(document);
            continue;
        }
        for (std::uint64_t left = bits[i]; left != 0; left &= left - 1)
            take(first + static_cast<DocId>(std::countr_zero(left)));
    }
}

Stories::Stories(std::vector<SegmentStories> segments, UnitedNumbers united)
    : segments_(std::move(segments)), united_(std::move(united)) {
    StoryNumber highest = 0;
    for (const SegmentStories& segment : segments_) {
        for (const StoryNumber number : segment.rows)
            highest = std::max(highest, number);
    }
    std::vector<std::uint8_t> articles(std::size_t{highest} + 1);  // by story; 2 stands for more, too
    if (united_.empty()) {
        find_copies(articles, [](StoryNumber number) { return number; });
    } else {
        find_copies(articles, [this](StoryNumber number) { return united_.smallest(number); });
    }
}

template <typename StoryOf>
void Stories::find_copies(std::vector<std::uint8_t>& articles, const StoryOf& story_of) {
    for (const SegmentStories& segment : segments_) {
        for_each(known(segment), [&](DocId document) {
            std::uint8_t& count = articles[story_of(segment.rows[document])];
            count = static_cast<std::uint8_t>(count + (count < 2 ? 1 : 0));
        });
    }
    articles[0] = 0;  // of no story
    shared_stories_ = static_cast<std::uint64_t>(std::count(articles.begin(), articles.end(), 2));
    for (const SegmentStories& segment : segments_) {
        std::vector<std::uint64_t>& bits = with_copies_.emplace_back();
        if (shared_stories_ == 0) continue;
        bits = known(segment);
        for (std::size_t i = 0; i < bits.size(); ++i) {
            const auto rows =
                segment.rows.subspan(i * 64, std::min<std::size_t>(64, segment.rows.size() - i * 64));
            std::uint64_t shared = 0;
            for (std::size_t j = 0; j < rows.size(); ++j)
                shared |= static_cast<std::uint64_t>(articles[story_of(rows[j])] >> 1) << j;
            bits[i] &= shared;
            articles_with_copies_ += count_ones(bits[i]);
        }
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
