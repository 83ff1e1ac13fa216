#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/tagging/hash.h"
#include "indexer/entities/tagging/model.h"
#include "schema/error.h"

namespace broadsheet::entities {
namespace {

Model small_model() {
    std::vector<Lexicon::Item> items;
    for (std::uint16_t i = 0; i < 1000; ++i)
        items.push_back(
            {mix(i, 1),
             {static_cast<std::uint16_t>(i % 256 + 1), static_cast<std::uint16_t>(i + 1), name_last}});
    std::vector<Model::Weights> weights(300);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i].row = static_cast<std::uint32_t>(i * 6007);
        for (std::size_t k = 0; k < row_width; ++k)
            weights[i].values[k] = static_cast<std::int16_t>(i % 2 == 0 ? static_cast<int>(k * i) % 128
                                                                        : -8 * static_cast<int>(k));
    }
    weights[5].values[0] = 1016;
    Transitions<std::int32_t> transitions{};
    transitions[1][2] = -123456;
    return Model(Lexicon(items), weights, transitions);
}

TEST(EntityModel, SurvivesPackingBitForBit) {
    const Model model = small_model();
    const std::string packed = model.pack();
    const Model again = Model::unpack(packed, "test");
    EXPECT_EQ(again.rows(), model.rows());
    EXPECT_EQ(again.pack(), packed);
    for (std::uint32_t row = 0; row < (1u << row_bits); ++row) {
        const Row* before = model.row(row);
        const Row* after = again.row(row);
        ASSERT_EQ(before == nullptr, after == nullptr);
        if (before != nullptr) {
            ASSERT_EQ(*before, *after) << row;
        }
    }
    EXPECT_EQ(again.transitions(), model.transitions());
    for (std::uint16_t i = 0; i < 1000; ++i) {
        const WordEntry* entry = again.lexicon().find(mix(i, 1));
        ASSERT_NE(entry, nullptr);
        EXPECT_EQ(entry->fine, i + 1);
        EXPECT_EQ(entry->coarse, i % 256 + 1);
        EXPECT_EQ(entry->flags, name_last);
    }
}

TEST(EntityModel, RefusesDamagedFiles) {
    const std::string packed = small_model().pack();
    EXPECT_THROW(Model::unpack("", "test"), Error);
    EXPECT_THROW(Model::unpack("not a model", "test"), Error);
    for (const std::size_t size : {std::size_t{1}, packed.size() / 2, packed.size() - 1})
        EXPECT_THROW(Model::unpack(std::string_view(packed).substr(0, size), "test"), Error);
    EXPECT_THROW(Model::load("no/such/model.zst"), Error);
}

TEST(EntityModel, AnEmptyModelKnowsNothing) {
    const Model model;
    EXPECT_EQ(model.row(12345), nullptr);
    EXPECT_EQ(model.lexicon().find(1), nullptr);
}

}  // namespace
}  // namespace broadsheet::entities
