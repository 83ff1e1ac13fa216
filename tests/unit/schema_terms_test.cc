#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "schema/terms.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;

TEST(Terms, ShortOnesAreAsTheyAre) {
    EXPECT_EQ(make_term("Q:", "reuters-1"), "Q:reuters-1");
    EXPECT_EQ(id_term("reuters-1"), "Q:reuters-1");
    EXPECT_EQ(make_term("U:", ""), "U:");
    EXPECT_EQ(make_term("U:", std::string(243, 'x')).size(), 245u);
    EXPECT_EQ(make_term("U:", std::string(243, 'x')), "U:" + std::string(243, 'x'));
    EXPECT_EQ(make_term("U:", std::string(242, 'x')), "U:" + std::string(242, 'x'));
}

TEST(Terms, LongOnesAreCutAndStayDistinct) {
    std::set<std::string> terms;
    std::size_t made = 0;
    for (const std::size_t size : {244, 245, 246, 1000, 100'000}) {
        for (const char last : {'x', 'y'}) {
            const std::string term = make_term("U:", std::string(size - 1, 'x') + last);
            EXPECT_EQ(term.size(), longest_term);
            EXPECT_TRUE(term.starts_with("U:xxx"));
            terms.insert(term);
            ++made;
        }
    }
    EXPECT_EQ(terms.size(), made);
}

TEST(Terms, NulsAreDropped) {
    EXPECT_EQ(make_term("Q:", "a\0b\0"s), "Q:ab");
    EXPECT_EQ(make_term("Q:", std::string(1000, '\0')), "Q:");
    EXPECT_EQ(make_term("Q:", std::string(1000, '\0') + "x"), "Q:x");
}

TEST(ValueIds, SpellingsOfANameAreOneValue) {
    EXPECT_EQ(value_id(FieldId::person, "María Peña"), value_id(FieldId::person, "maria  pena"));
    EXPECT_EQ(value_id(FieldId::person, "Muhammad Al-Sudani"),
              value_id(FieldId::person, "mohammed al sudani"));
    EXPECT_NE(value_id(FieldId::person, "Jordan"), value_id(FieldId::place, "Jordan"));
    EXPECT_NE(value_id(FieldId::person, "Jordan"), value_id(FieldId::person, "Jordana"));
    EXPECT_NE(value_id(FieldId::tag, "!"), value_id(FieldId::tag, "?"));
}

// The ids are part of the format on disk.
TEST(ValueIds, NeverChange) {
    EXPECT_EQ(to_text(value_id(FieldId::person, "Amina Haddad")), "Kcv0oVOuXXd");
}

TEST(ValueIds, TextComesBack) {
    test::RandomArticles random(28);
    std::vector<ValueId> ids{0, 1, 63, 64, ~0ull, 1ull << 63};
    for (int i = 0; i < 1000; ++i)
        ids.push_back(random.below(~0ull));
    for (const ValueId id : ids) {
        const std::string text = to_text(id);
        ASSERT_EQ(text.size(), 11u);
        ASSERT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        ValueId back = 4711;
        ASSERT_TRUE(from_text(text, back));
        ASSERT_EQ(back, id);
    }
    EXPECT_EQ(to_text(0), "AAAAAAAAAAA");
}

TEST(ValueIds, WhatIsNoIdIsRefused) {
    ValueId id = 0;
    for (const char* text :
         {"", "AAAAAAAAAA", "AAAAAAAAAAAA", "AAAAAAAAAA ", "AAAAAAAAAA+", "QAAAAAAAAAA", "________é"}) {
        EXPECT_FALSE(from_text(text, id)) << text;
    }
    EXPECT_TRUE(from_text("P__________", id));
    EXPECT_EQ(id, ~0ull);
}

TEST(ValueIds, TermsHaveTheFieldsPrefix) {
    EXPECT_EQ(value_term(FieldId::place, 0), "XL:AAAAAAAAAAA");
    EXPECT_EQ(value_term(FieldId::author, 1), "A:AAAAAAAAAAB");
}

TEST(PackedIds, ComeBackSortedAndDistinct) {
    EXPECT_EQ(pack_ids({}), "");
    EXPECT_EQ(pack_ids({1}), "\0\0\0\0\0\0\0\1"s);
    EXPECT_EQ(unpack_ids(pack_ids({3, 1, 3, ~0ull, 0})), (std::vector<ValueId>{0, 1, 3, ~0ull}));
    EXPECT_TRUE(unpack_ids("").empty());
    EXPECT_EQ(unpack_ids("\0\0\0\0\0\0\0\1xyz"s), (std::vector<ValueId>{1})) << "what is cut off is left out";
    test::RandomArticles random(29);
    for (int i = 0; i < 200; ++i) {
        std::set<ValueId> ids;
        for (std::size_t left = random.below(20); left > 0; --left)
            ids.insert(random.below(~0ull));
        const std::vector<ValueId> expected(ids.begin(), ids.end());
        std::vector<ValueId> given(ids.rbegin(), ids.rend());
        ASSERT_EQ(unpack_ids(pack_ids(given)), expected);
    }
}

}  // namespace
}  // namespace broadsheet
