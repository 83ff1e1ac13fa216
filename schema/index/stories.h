// The stories of a whole index: which articles are copies of one another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schema/index/manifest.h"
#include "schema/index/united.h"

namespace broadsheet {

// What a segment has; as valid as what it was taken from.
struct SegmentStories {
    std::span<const StoryNumber> rows;    // by docid; none where nothing is known
    std::span<const std::uint64_t> live;  // documents that count, as bits by docid
};

// Articles that have a copy are few: what is kept of all others is one bit.
class Stories {
public:
    Stories() = default;
    // Takes one look at every row.
    Stories(std::vector<SegmentStories> segments, UnitedNumbers united);

    struct Member {
        StoryNumber story;
        std::size_t segment;
        DocId document;
        friend auto operator<=>(const Member&, const Member&) = default;  // NOLINT(modernize-use-nullptr)
    };

    // Of an article that has copies; 0 of any other.
    StoryNumber of(std::size_t segment, DocId document) const {
        const std::vector<std::uint64_t>& bits = with_copies_[segment];
        if (document / 64 >= bits.size() || (bits[document / 64] >> document % 64 & 1) == 0) return 0;
        return united_.smallest(segments_[segment].rows[document]);
    }
    // The documents of a segment that have copies, as bits by docid; it can end before the last document.
    std::span<const std::uint64_t> with_copies(std::size_t segment) const { return with_copies_[segment]; }

    // All articles of these stories (ascending), or all that have copies, by story, then as they lie in the
    // index.
    std::vector<Member> members(const std::vector<StoryNumber>& stories) const;
    std::vector<Member> members() const;

    // Stories with more than one article, and the articles that they have.
    std::uint64_t shared_stories() const { return shared_stories_; }
    std::uint64_t articles_with_copies() const { return articles_with_copies_; }

private:
    template <typename Take>
    void for_each(std::span<const std::uint64_t> bits, const Take& take) const;
    // `articles` has a number for each story, all 0.
    template <typename StoryOf>
    void find_copies(std::vector<std::uint8_t>& articles, const StoryOf& story_of);
    template <typename IsWanted>
    std::vector<Member> members_where(const IsWanted& is_wanted) const;

    std::vector<SegmentStories> segments_;
    UnitedNumbers united_;
    std::vector<std::vector<std::uint64_t>> with_copies_;  // by segment
    std::uint64_t shared_stories_ = 0;
    std::uint64_t articles_with_copies_ = 0;
};

}  // namespace broadsheet
