#include <gtest/gtest.h>

#include <map>
#include <random>

#include "searcher/match/fast/united_counts.h"

namespace broadsheet {
namespace {

using Counts = std::vector<ValueCount>;

TEST(UnitedCounts, OfNothingAreNone) {
    EXPECT_EQ(united({}), Counts());
    EXPECT_EQ(united({{}, {}, {}}), Counts());
}

TEST(UnitedCounts, OfOneSegmentAreItsOwn) {
    const Counts counts{{3, 1}, {9, 2}};
    EXPECT_EQ(united({counts}), counts);
    EXPECT_EQ(united({{}, counts, {}}), counts);
}

TEST(UnitedCounts, AreSumsInOrder) {
    std::mt19937 random(1);
    for (std::size_t segments = 2; segments < 12; ++segments) {
        std::map<ValueId, std::uint32_t> sums;
        std::vector<Counts> lists(segments);
        for (Counts& list : lists) {
            const unsigned rarity = 1 + random() % 9;
            for (ValueId id = 0; id < 1000; ++id) {
                if (random() % rarity != 0) continue;
                const auto count = static_cast<std::uint32_t>(1 + random() % 50);
                list.push_back({id, count});
                sums[id] += count;
            }
        }
        Counts expected;
        for (const auto& [id, count] : sums)
            expected.push_back({id, count});
        EXPECT_EQ(united(lists), expected) << segments << " segments";
    }
}

}  // namespace
}  // namespace broadsheet
