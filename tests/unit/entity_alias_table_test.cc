#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/identity/alias_table.h"
#include "schema/terms.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet::entities {
namespace {

AliasTable table(std::string_view text) {
    AliasTable result;
    result.add(text, "table.tsv");
    return result;
}

// The canonical name of what a name stands for; empty where the table has nothing.
std::string canonical(const AliasTable& table, FieldId field_id, std::string_view name) {
    const AliasTable::Names* found = table.find(field_id, name_key(field_id, name));
    return found == nullptr ? std::string() : found->canonical;
}

TEST(AliasTable, FindsByTheCanonicalNameAndByTheOthers) {
    const AliasTable aliases = table(
        "Northern Lakes Union\tNLU\torganisation\n"
        "Northern Lakes Union\tLakes Bloc\torganisation\n"
        "Lena Brandt\tMother Lena\tperson\n"
        "Republic of Tarnovia\tTarnovia\tplace\n");
    for (const char* name :
         {"Northern Lakes Union", "NLU", "N.L.U.", "Lakes Bloc", "the Northern Lakes Union"})
        EXPECT_EQ(canonical(aliases, FieldId::organisation, name), "Northern Lakes Union") << name;
    EXPECT_EQ(canonical(aliases, FieldId::person, "Mother Lena"), "Lena Brandt");
    EXPECT_EQ(canonical(aliases, FieldId::place, "Tarnovia"), "Republic of Tarnovia");
    const AliasTable::Names* names = aliases.find(FieldId::organisation, "nlu");
    ASSERT_NE(names, nullptr);
    EXPECT_EQ(names->key, "northern lakes union");
    EXPECT_EQ(names->keys, (std::vector<std::string>{"nlu", "lakes bloc"}));
}

TEST(AliasTable, ANameIsOfItsKindOnly) {
    const AliasTable aliases = table("Northern Lakes Union\tNLU\torganisation\n");
    EXPECT_EQ(aliases.find(FieldId::person, "nlu"), nullptr);
    EXPECT_EQ(aliases.find(FieldId::place, "nlu"), nullptr);
    EXPECT_EQ(aliases.find(FieldId::organisation, "nl"), nullptr);
    EXPECT_EQ(AliasTable().find(FieldId::organisation, ""), nullptr);
}

TEST(AliasTable, KindsHaveTheNamesOfTheirFields) {
    const AliasTable aliases = table("A One\tB One\torg\nA Two\tB Two\twho\nA Three\tB Three\tlocation\n");
    EXPECT_EQ(canonical(aliases, FieldId::organisation, "B One"), "A One");
    EXPECT_EQ(canonical(aliases, FieldId::person, "B Two"), "A Two");
    EXPECT_EQ(canonical(aliases, FieldId::place, "B Three"), "A Three");
}

TEST(AliasTable, EmptyLinesAndCommentsSayNothing) {
    EXPECT_EQ(canonical(table("\n# A\tB\tperson\n\r\n\nLena Brandt\tMother Lena\tperson"), FieldId::person,
                        "Mother Lena"),
              "Lena Brandt");
    EXPECT_EQ(table("# A\tB\tperson\n").find(FieldId::person, "b"), nullptr);
    EXPECT_NO_THROW(table(""));
    EXPECT_NO_THROW(table("#"));
}

TEST(AliasTable, LinesMayEndAsOnOtherSystems) {
    const AliasTable aliases = table("Lena Brandt\tMother Lena\tperson\r\nTarn Bank\tTB\torganisation\r\n");
    EXPECT_EQ(canonical(aliases, FieldId::person, "Mother Lena"), "Lena Brandt");
    EXPECT_EQ(canonical(aliases, FieldId::organisation, "TB"), "Tarn Bank");
}

TEST(AliasTable, ALaterLineForAnAliasReplacesTheEarlierOne) {
    AliasTable aliases = table("Tarn Bank\tTB\torganisation\nTidal Board\tTB\torganisation\n");
    EXPECT_EQ(canonical(aliases, FieldId::organisation, "TB"), "Tidal Board");
    EXPECT_EQ(canonical(aliases, FieldId::organisation, "Tarn Bank"), "Tarn Bank");
    aliases.add("Tram Bureau\tTB\torganisation\n", "mine.tsv");
    EXPECT_EQ(canonical(aliases, FieldId::organisation, "TB"), "Tram Bureau");
}

TEST(AliasTable, ABadLineIsNamed) {
    const auto message = [](std::string_view text) {
        const auto error = test::thrown_by([&] { table(text); });
        if (!error) return std::string("no error");
        EXPECT_EQ(error->code(), ErrorCode::usage);
        return std::string(error->what());
    };
    const std::string good = "# heading\n\nLena Brandt\tMother Lena\tperson\n";
    for (const char* bad :
         {"Lena Brandt", "Lena Brandt\tMother Lena", "Lena Brandt\tMother Lena\t",
          "Lena Brandt\tMother Lena\tsource", "Lena Brandt\tMother Lena\tperson\tmore",
          "\tMother Lena\tperson", "Lena Brandt\t\tperson", "\t\t", "Lena Brandt\tMother Lena\tdateline",
          "Lena Brandt\tMother Lena\tabout", "Lena Brandt  Mother Lena  person"}) {
        EXPECT_NE(message(good + bad + "\n").find("table.tsv:4 "), std::string::npos)
            << bad << ": " << message(good + bad);
    }
    EXPECT_NE(message(std::string("\xff\xfe\0x", 4)).find("table.tsv:1 "), std::string::npos);
    for (const std::string& name : {std::string("Br\xff"), std::string("B\0", 2), std::string("B\x1b[2J")}) {
        EXPECT_NE(message(name + "\tMother Lena\tperson\n").find("table.tsv:1 "), std::string::npos);
        EXPECT_NE(message("Lena Brandt\t" + name + "\tperson\n").find("table.tsv:1 "), std::string::npos);
    }
}

TEST(AliasTable, KnowsTheKindOfNamesThatLeaveNoDoubt) {
    const AliasTable aliases = table(
        "Northern Lakes Union\tNLU\torganisation\n"
        "Northern Lakes Union\tLakes Bloc\torganisation\n"
        "Brandt\tHouse of Brandt\torganisation\n"
        "Brandt\tOld Brandt\tperson\n");
    EXPECT_EQ(aliases.kind_of("Northern Lakes Union"), FieldId::organisation);
    EXPECT_EQ(aliases.kind_of("Lakes Bloc"), FieldId::organisation);
    EXPECT_EQ(aliases.kind_of("NLU"), std::nullopt) << "a lone word can be anything";
    EXPECT_EQ(aliases.kind_of("Brandt"), std::nullopt) << "of two kinds";
    EXPECT_EQ(aliases.kind_of("Old Brandt"), FieldId::person);
    EXPECT_EQ(aliases.kind_of("Lakes"), std::nullopt);
    EXPECT_EQ(aliases.kind_of(""), std::nullopt);
}

TEST(AliasTable, ReadsAFile) {
    const test::TemporaryFolder folder;
    AliasTable aliases;
    aliases.add_file(folder.write("mine.tsv", "Lena Brandt\tMother Lena\tperson\n"));
    EXPECT_EQ(canonical(aliases, FieldId::person, "Mother Lena"), "Lena Brandt");
    const auto error = test::thrown_by([&] { aliases.add_file(folder.write("bad.tsv", "\nLena\n")); });
    ASSERT_TRUE(error);
    EXPECT_NE(std::string(error->what()).find("bad.tsv:2 "), std::string::npos) << error->what();
}

TEST(AliasTable, WhatCanNotBeReadIsAnError) {
    const test::TemporaryFolder folder;
    AliasTable aliases;
    const auto missing = test::thrown_by([&] { aliases.add_file(folder / "none.tsv"); });
    ASSERT_TRUE(missing);
    EXPECT_NE(std::string(missing->what()).find("none.tsv"), std::string::npos) << missing->what();
    EXPECT_TRUE(test::thrown_by([&] { aliases.add_file(folder.path()); })) << "a folder";
    EXPECT_TRUE(test::thrown_by([&] { aliases.add_file("/dev/zero"); })) << "has no end";
    const std::filesystem::path huge = folder.write("huge.tsv", "");
    std::filesystem::resize_file(huge, (64u << 20) + 1);  // takes no room
    EXPECT_EQ(test::code_of([&] { aliases.add_file(huge); }), ErrorCode::usage);
}

TEST(AliasTable, LongTablesAndLinesAreRead) {
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += "Company " + std::to_string(i) + "\tC" + std::to_string(i) + "\torganisation\n";
    text += std::string(1'000'000, 'x') + "\tlong\tperson\n";
    const AliasTable aliases = table(text);
    EXPECT_EQ(canonical(aliases, FieldId::organisation, "C49999"), "Company 49999");
    EXPECT_EQ(canonical(aliases, FieldId::person, "long").size(), 1'000'000u);
}

}  // namespace
}  // namespace broadsheet::entities
