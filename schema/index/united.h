// Which story numbers mean the same story.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace broadsheet {

// The number of a story: of its first article when the others joined it; 0 is none.
using StoryNumber = std::uint32_t;

// Two numbers of one story.
struct UnitedStories {
    StoryNumber one;
    StoryNumber other;
};

// Disjoint sets of numbers. Those that were never united take no memory.
class UnitedNumbers {
public:
    void unite(StoryNumber one, StoryNumber other) {
        one = smallest(one);
        other = smallest(other);
        if (one == other) return;
        if (one < other) std::swap(one, other);
        parents_[one] = other;
    }
    void unite(const std::vector<UnitedStories>& pairs) {
        for (const UnitedStories& pair : pairs)
            unite(pair.one, pair.other);
    }

    // What all numbers of the story are written as.
    StoryNumber smallest(StoryNumber number) const {
        for (auto it = parents_.find(number); it != parents_.end(); it = parents_.find(number))
            number = it->second;
        return number;
    }

    bool empty() const { return parents_.empty(); }

private:
    std::unordered_map<StoryNumber, StoryNumber> parents_;  // towards smaller numbers
};

}  // namespace broadsheet
