#include <gtest/gtest.h>

#include <string>

#include "schema/fields.h"

namespace broadsheet {
namespace {

TEST(Fields, AreFoundByNameAndAliasInAnyCase) {
    for (const Field& row : fields) {
        EXPECT_EQ(find_field(row.name), &row);
        EXPECT_EQ(&field(row.id), &row);
        for (const std::string_view alias : row.aliases) {
            EXPECT_EQ(find_field(alias), alias.empty() ? nullptr : &row) << alias;
        }
    }
    EXPECT_EQ(find_field("WHO"), &field(FieldId::person));
    EXPECT_EQ(find_field("Organization"), &field(FieldId::organisation));
}

TEST(Fields, WhatIsNoNameIsNotFound) {
    for (const char* name : {"", " ", "persons", "person ", "x", "XP:"})
        EXPECT_EQ(find_field(name), nullptr) << name;
}

TEST(Fields, TheNearestNameIsSuggested) {
    EXPECT_EQ(nearest_field_name("preson"), "person");
    EXPECT_EQ(nearest_field_name("Perso"), "person");
    EXPECT_EQ(nearest_field_name("organistion"), "organisation");
    EXPECT_EQ(nearest_field_name("orgnization"), "organisation");
    EXPECT_EQ(nearest_field_name("titel"), "title");
    EXPECT_EQ(nearest_field_name("person"), "person");
    EXPECT_EQ(nearest_field_name("weather"), "");
    EXPECT_EQ(nearest_field_name(std::string(100'000, 'x')), "");
    EXPECT_EQ(nearest_field_name("zzz"), "");
}

TEST(Fields, FacetsHaveASlotAndAPrefix) {
    for (const Field& row : fields) {
        if (row.kind == FieldKind::facet) {
            EXPECT_NE(row.slot, no_slot) << row.name;
            EXPECT_FALSE(row.prefix.empty()) << row.name;
        }
        EXPECT_FALSE(row.help.empty()) << row.name;
    }
}

// A prefix that began with another one would find its terms.
TEST(Fields, NoPrefixBeginsWithAnother) {
    for (const Field& a : fields) {
        for (const Field& b : fields) {
            if (a.id == b.id || b.prefix.empty()) continue;
            EXPECT_FALSE(a.prefix.starts_with(b.prefix)) << a.name << ' ' << b.name;
        }
    }
}

}  // namespace
}  // namespace broadsheet
