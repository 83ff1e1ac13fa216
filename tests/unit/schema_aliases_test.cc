#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/aliases.h"

namespace broadsheet {
namespace {

using Ids = std::vector<ValueId>;

TEST(Aliases, KeysAreOfTheFieldAndInTheOrderOfTheNames) {
    EXPECT_EQ(alias_key(FieldId::person, "lena brandt"), "alias:XP:lena brandt");
    EXPECT_EQ(alias_key(FieldId::dateline, "tarnow"), alias_key(FieldId::place, "tarnow"));
    EXPECT_NE(alias_key(FieldId::organisation, "brandt"), alias_key(FieldId::person, "brandt"));
    EXPECT_TRUE(alias_key(FieldId::person, "lena brandt").starts_with(alias_key(FieldId::person, "lena b")));
}

// Xapian takes no longer keys than terms.
TEST(Aliases, KeysOfLongNamesAreCutAndStillTheirOwn) {
    const std::string name(10'000, 'x');
    EXPECT_LE(alias_key(FieldId::person, name).size(), longest_term);
    EXPECT_NE(alias_key(FieldId::person, name), alias_key(FieldId::person, name + "y"));
    EXPECT_EQ(alias_key(FieldId::person, std::string("a\0b", 3)), alias_key(FieldId::person, "ab"));
}

TEST(Aliases, IdsAreUnited) {
    EXPECT_EQ(unpack_ids(unite_ids({pack_ids({3, 1}), "", pack_ids({2, 3})})), (Ids{1, 2, 3}));
    EXPECT_EQ(unite_ids({}), "");
    EXPECT_EQ(unite_ids({pack_ids({7})}), pack_ids({7}));
}

TEST(Aliases, UnitingIsTheSameInAnyOrder) {
    const std::vector<std::string> packed{pack_ids({9, 1}), pack_ids({~ValueId{0}}), pack_ids({5, 9})};
    const std::string all = unite_ids(packed);
    EXPECT_EQ(unite_ids({packed[2], packed[0], packed[1]}), all);
    EXPECT_EQ(unite_ids({unite_ids({packed[0], packed[1]}), packed[2]}), all);
}

TEST(Aliases, NobodyOfAFrequentNameIsLeftOut) {
    Ids many;
    for (ValueId id = 0; id < 3'000; ++id)
        many.push_back(id);
    Ids more;
    for (ValueId id = 2'000; id < 6'000; ++id)
        more.push_back(id);
    const Ids united = unpack_ids(unite_ids({pack_ids(many), pack_ids(more)}));
    ASSERT_EQ(united.size(), 6'000u);
    EXPECT_EQ(united.front(), 0u);
    EXPECT_EQ(united.back(), 5'999u);
}

}  // namespace
}  // namespace broadsheet
