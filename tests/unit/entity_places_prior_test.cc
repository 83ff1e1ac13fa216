#include <gtest/gtest.h>

#include <string>

#include "indexer/entities/places/source_prior.h"
#include "schema/error.h"
#include "tests/unit/places_support.h"

namespace broadsheet::entities {
namespace {

constexpr std::uint32_t basra = 89341;
constexpr std::uint32_t iraq = 99237;

Resolved article(std::initializer_list<std::uint32_t> ids) {
    Resolved resolved;
    for (const std::uint32_t id : ids)
        resolved.mentions.push_back({shipped_gazetteer().find_id(id), 1.0F});
    return resolved;
}

TEST(EntityPlacesPrior, CountsWhereArticlesAre) {
    SourcePrior prior;
    EXPECT_TRUE(prior.empty());
    EXPECT_EQ(prior.of_unit(iraq), 0.0F);
    for (int i = 0; i < 9; ++i)
        prior.add_article(shipped_gazetteer(), article({basra, 99532}));
    EXPECT_EQ(prior.articles(), 9.0);
    EXPECT_NEAR(prior.of_unit(iraq), 0.9F, 1e-4F);
    EXPECT_NEAR(prior.of_unit(basra), 0.9F, 1e-4F);
    EXPECT_NEAR(prior.of_square(30.5F, 47.8F), 0.45F, 1e-4F);
    EXPECT_EQ(prior.of_unit(1), 0.0F);
    prior.add_article(shipped_gazetteer(), Resolved{});
    EXPECT_EQ(prior.articles(), 9.0);
}

TEST(EntityPlacesPrior, MergesAndSurvivesEncoding) {
    SourcePrior one;
    one.add_article(shipped_gazetteer(), article({basra}));
    SourcePrior other;
    other.add_article(shipped_gazetteer(), article({2643743}));
    SourcePrior both = one;
    both.merge(other);
    EXPECT_EQ(both.articles(), 2.0);
    EXPECT_NEAR(both.of_unit(iraq), 1.0F / 3, 1e-4F);
    const SourcePrior again = SourcePrior::decode(both.encode());
    EXPECT_EQ(again.encode(), both.encode());
    EXPECT_NEAR(again.of_unit(iraq), 1.0F / 3, 1e-3F);
    EXPECT_TRUE(SourcePrior::decode(SourcePrior().encode()).empty());
}

TEST(EntityPlacesPrior, StaysSmall) {
    SourcePrior prior;
    const Gazetteer& gazetteer = shipped_gazetteer();
    for (PlaceNumber number = 0; number < gazetteer.size(); number += 17) {
        Resolved one;
        one.mentions.push_back({number, 1.0F});
        prior.add_article(gazetteer, one);
    }
    EXPECT_LE(prior.encode().size(), 16u << 10);
}

TEST(EntityPlacesPrior, RefusesOtherBytes) {
    SourcePrior prior;
    prior.add_article(shipped_gazetteer(), article({basra, iraq}));
    const std::string bytes = prior.encode();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(SourcePrior::decode(std::string_view(bytes).substr(0, size)), Error);
    EXPECT_THROW(SourcePrior::decode(bytes + "x"), Error);
    EXPECT_THROW(SourcePrior::decode("\x01\xff\xff\xff\xff\x0f"), Error);
}

}  // namespace
}  // namespace broadsheet::entities
