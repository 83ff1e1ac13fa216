#include <gtest/gtest.h>

#include <map>
#include <string>

#include "schema/analysis/interner.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

std::uint32_t number(Interner& interner, std::string_view text) {
    bool is_new = false;
    return interner.number_of(text, is_new);
}

TEST(Interner, NumbersGoUpInOrderOfFirstSight) {
    Interner interner;
    bool is_new = false;
    EXPECT_EQ(interner.number_of("oil", is_new), 0u);
    EXPECT_TRUE(is_new);
    EXPECT_EQ(interner.number_of("grain", is_new), 1u);
    EXPECT_TRUE(is_new);
    EXPECT_EQ(interner.number_of("oil", is_new), 0u);
    EXPECT_FALSE(is_new);
    EXPECT_EQ(interner.text(1), "grain");
    EXPECT_EQ(interner.size(), 2u);
}

TEST(Interner, TakesAnyBytes) {
    Interner interner;
    using namespace std::string_literals;
    EXPECT_EQ(number(interner, ""), 0u);
    EXPECT_EQ(number(interner, "a\0b"s), 1u);
    EXPECT_EQ(number(interner, "a\0c"s), 2u);
    EXPECT_EQ(number(interner, ""), 0u);
    EXPECT_EQ(interner.text(1), "a\0b"s);
}

TEST(Interner, KeepsManyTextsApartWhileItGrows) {
    Interner interner;
    std::map<std::string, std::uint32_t> model;
    test::RandomArticles random(4);
    for (int i = 0; i < 100000; ++i) {
        const std::string text = random.bytes(1 + random.below(3));
        bool is_new = false;
        const std::uint32_t got = interner.number_of(text, is_new);
        const auto [entry, was_new] = model.try_emplace(text, static_cast<std::uint32_t>(model.size()));
        ASSERT_EQ(is_new, was_new);
        ASSERT_EQ(got, entry->second);
    }
    ASSERT_EQ(interner.size(), model.size());
    for (const auto& [text, expected] : model)
        ASSERT_EQ(interner.text(expected), text);
}

TEST(Interner, TextsDoNotMove) {
    Interner interner;
    number(interner, "first");
    const std::string_view first = interner.text(0);
    for (int i = 0; i < 20000; ++i)
        number(interner, std::to_string(i));
    EXPECT_EQ(interner.text(0).data(), first.data());
    EXPECT_EQ(first, "first");
}

TEST(Interner, ForgetsEverythingWhenCleared) {
    Interner interner;
    for (int i = 0; i < 20000; ++i)
        number(interner, std::to_string(i));
    const std::size_t full = interner.memory();
    interner.clear();
    EXPECT_EQ(interner.size(), 0u);
    EXPECT_LT(interner.memory(), full / 4);
    EXPECT_EQ(number(interner, "77"), 0u);
    EXPECT_EQ(number(interner, "0"), 1u);
    EXPECT_EQ(number(interner, "77"), 0u);
}

TEST(Interner, MemoryCountsLargeTexts) {
    Interner interner;
    const std::size_t empty = interner.memory();
    number(interner, std::string(10'000'000, 'x'));
    EXPECT_GE(interner.memory(), empty + 10'000'000);
}

}  // namespace
}  // namespace broadsheet
