#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/files.h"
#include "schema/index/section_file.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

class SectionFiles : public ::testing::Test {
protected:
    std::filesystem::path path() const { return folder_ / "file"; }

    // Two sections and an empty one, with padding behind the first two.
    void make(const std::string& uuid = "uuid", std::uint32_t version = 3) const {
        SectionFileWriter writer(path());
        writer.begin_section("letters");
        writer.write("abc");
        writer.write("def");
        writer.begin_section("nothing");
        writer.begin_section("sixteen letters.");
        const std::vector<std::uint32_t> numbers{1, 2, 0xffffffff};
        writer.write(std::span<const std::uint32_t>(numbers));
        writer.finish(uuid, version, true);
    }

    std::optional<ErrorCode> opening() const {
        return test::code_of([this] { SectionFile(path(), "uuid", 3).verify(); });
    }

private:
    test::TemporaryFolder folder_;
};

TEST_F(SectionFiles, SectionsComeBack) {
    make();
    const SectionFile file(path(), "uuid", 3);
    file.verify();
    EXPECT_EQ(file.section("letters"), "abcdef");
    EXPECT_EQ(file.section("nothing"), "");
    const auto numbers = file.array<std::uint32_t>("sixteen letters.");
    EXPECT_EQ(std::vector<std::uint32_t>(numbers.begin(), numbers.end()),
              (std::vector<std::uint32_t>{1, 2, 0xffffffff}));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % 8, 0u);
}

TEST_F(SectionFiles, WhatIsNotThereIsDamage) {
    make();
    const SectionFile file(path(), "uuid", 3);
    EXPECT_EQ(test::code_of([&] { file.section("other"); }), ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([&] { file.array<std::uint32_t>("letters"); }), ErrorCode::index_damaged);
}

TEST_F(SectionFiles, LargeSectionsAreWrittenInPieces) {
    const std::string piece(100'003, 'x');
    {
        SectionFileWriter writer(path());
        writer.begin_section("large");
        for (int i = 0; i < 20; ++i)
            writer.write(piece);
        writer.begin_section("after");
        writer.write("end");
        writer.finish("uuid", 3, false);
    }
    const SectionFile file(path(), "uuid", 3);
    file.verify();
    EXPECT_EQ(file.section("large"), std::string(20 * piece.size(), 'x'));
    EXPECT_EQ(file.section("after"), "end");
}

TEST_F(SectionFiles, AFileWithoutSectionsIsWhole) {
    SectionFileWriter(path()).finish("uuid", 3, false);
    EXPECT_EQ(opening(), std::nullopt);
}

TEST_F(SectionFiles, TellsWhyItIsRefused) {
    EXPECT_EQ(opening(), ErrorCode::not_found);
    make("another");
    auto error = test::thrown_by([this] { SectionFile(path(), "uuid", 3); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_damaged);
    EXPECT_NE(std::string(error->what()).find("another database"), std::string::npos);
    make("uuid", 4);
    error = test::thrown_by([this] { SectionFile(path(), "uuid", 3); });
    ASSERT_TRUE(error);
    EXPECT_NE(std::string(error->what()).find("another version"), std::string::npos);
    EXPECT_NE(error->hint().find("check --repair"), std::string::npos);
}

TEST_F(SectionFiles, EveryTruncationIsSeenAtOnce) {
    make();
    const std::string whole = read_file(path());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        test::overwrite(path(), whole.substr(0, size));
        ASSERT_EQ(test::code_of([this] { SectionFile(path(), "uuid", 3); }), ErrorCode::index_damaged)
            << size;
    }
    test::overwrite(path(), whole + '\0');
    EXPECT_EQ(opening(), ErrorCode::index_damaged);
}

TEST_F(SectionFiles, EveryFlippedBitOutsideOfPaddingIsSeen) {
    make();
    const std::string whole = read_file(path());
    const auto is_padding = [](std::size_t at) {
        return (at >= 8 + 6 && at < 8 + 8) || (at >= 16 + 12 && at < 16 + 16);
    };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            test::overwrite(path(), damaged);
            ASSERT_EQ(opening(), is_padding(at) ? std::nullopt : std::optional(ErrorCode::index_damaged))
                << at;
        }
    }
}

TEST_F(SectionFiles, AnUnfinishedFileIsDamage) {
    {
        SectionFileWriter writer(path());
        writer.begin_section("letters");
        writer.write(std::string(1'000'000, 'x'));
    }
    EXPECT_EQ(opening(), ErrorCode::index_damaged);
}

TEST_F(SectionFiles, AFolderOrAFullDiskIsNoFile) {
    EXPECT_EQ(test::code_of([] { SectionFileWriter("/nowhere/at/all"); }), ErrorCode::not_found);
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP();
    SectionFileWriter writer("/dev/full");
    writer.begin_section("letters");
    writer.write("abc");
    EXPECT_EQ(test::code_of([&] { writer.finish("uuid", 3, false); }), ErrorCode::disk_full);
}

}  // namespace
}  // namespace broadsheet
