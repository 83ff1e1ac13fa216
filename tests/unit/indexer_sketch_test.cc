#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/copies/sketch.h"

namespace broadsheet::copies {
namespace {

std::vector<std::uint64_t> random_words(std::size_t count) {
    std::mt19937_64 random(3);
    std::vector<std::uint64_t> words(count);
    std::generate(words.begin(), words.end(), random);
    return words;
}

std::vector<std::uint32_t> sketch_of(const std::vector<std::uint64_t>& words) {
    Sketcher sketcher;
    const auto sketch = sketcher.sketch(words);
    return {sketch.begin(), sketch.end()};
}

TEST(Sketch, HasAsManyHashesAsAreAskedForOrOneForEachShingle) {
    EXPECT_EQ(sketch_of(random_words(1000)).size(), asked_hashes);
    EXPECT_EQ(sketch_of(random_words(100000)).size(), asked_hashes);
    EXPECT_EQ(sketch_of(random_words(20)).size(), 16u);
    EXPECT_EQ(sketch_of(random_words(2)).size(), 1u);
    EXPECT_EQ(sketch_of({}).size(), 0u);
}

TEST(Sketch, TellsTheSameShinglesWhereverTheyStand) {
    const std::vector<std::uint64_t> words = random_words(300);
    std::vector<std::uint64_t> moved(words.begin() + 1, words.end());
    moved.insert(moved.begin(), 7, 99);
    const auto one = sketch_of(words);
    const auto other = sketch_of(moved);
    const auto shared = std::count_if(one.begin(), one.end(), [&](std::uint32_t hash) {
        return std::find(other.begin(), other.end(), hash) != other.end();
    });
    EXPECT_GE(shared, 40);
}

TEST(Sketch, OfATextThatRepeatsItselfHasAllItsShingles) {
    std::vector<std::uint64_t> words;
    for (std::size_t i = 0; i < 500; ++i)
        words.push_back(i % 3);
    EXPECT_EQ(sketch_of(words).size(), 3u);
}

}  // namespace
}  // namespace broadsheet::copies
