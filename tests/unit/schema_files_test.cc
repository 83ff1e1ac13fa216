#include <gtest/gtest.h>
#include <unistd.h>

#include <set>
#include <string>

#include "schema/files.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

TEST(Files, ReplacedFilesAreReadBack) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "file";
    test::RandomArticles random(15);
    for (const std::size_t size : {0, 1, 65535, 65536, 65537, 1'000'000}) {
        const std::string content = random.bytes(size);
        replace_file(file, content);
        EXPECT_EQ(read_file(file), content) << size;
        EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"file"}) << "no temporary file stays";
    }
}

TEST(Files, ALeftOverTemporaryFileIsNoHindrance) {
    const test::TemporaryFolder folder;
    folder.write("file.new", "half of a very much longer content");
    replace_file(folder / "file", "new");
    EXPECT_EQ(read_file(folder / "file"), "new");
}

TEST(Files, ReplacingWorksInTheCurrentFolder) {
    const test::TemporaryFolder folder;
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    replace_file("file", "content");
    std::filesystem::current_path(before);
    EXPECT_EQ(read_file(folder / "file"), "content");
}

TEST(Files, WhatIsNotThereIsNotFound) {
    const test::TemporaryFolder folder;
    const auto error = test::thrown_by([&] { read_file(folder / "none"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::not_found);
    EXPECT_NE(std::string(error->what()).find((folder / "none").string()), std::string::npos);
    EXPECT_EQ(test::code_of([&] { sync_path(folder / "none"); }), ErrorCode::not_found);
    EXPECT_EQ(test::code_of([&] { replace_file(folder / "none/file", "x"); }), ErrorCode::not_found);
}

TEST(Files, AFolderIsNoFile) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(test::code_of([&] { read_file(folder.path()); }), ErrorCode::machine);
    std::filesystem::create_directories(folder / "target/below");
    EXPECT_EQ(test::code_of([&] { replace_file(folder / "target", "x"); }), ErrorCode::machine);
}

TEST(Files, MissingPermissionIsToldAsSuch) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may do everything";
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.write("file", "secret");
    std::filesystem::permissions(file, std::filesystem::perms::none);
    EXPECT_EQ(test::code_of([&] { read_file(file); }), ErrorCode::permission);
}

TEST(Files, SyncsFilesAndFolders) {
    const test::TemporaryFolder folder;
    sync_path(folder.path());
    sync_path(folder.write("file", "x"));
}

TEST(Files, AddsUpTheBytesBelow) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(bytes_below(folder / "none"), 0u);
    EXPECT_EQ(bytes_below(folder.path()), 0u);
    std::filesystem::create_directories(folder / "a/b");
    folder.write("one", "1");
    folder.write("a/two", "22");
    folder.write("a/b/three", "333");
    EXPECT_EQ(bytes_below(folder.path()), 6u);
    EXPECT_EQ(bytes_below(folder / "a/two"), 2u);
}

}  // namespace
}  // namespace broadsheet
