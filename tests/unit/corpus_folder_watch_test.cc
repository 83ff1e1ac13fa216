#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "corpus/folder_watch.h"
#include "corpus_support.h"
#include "schema/error.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class FolderWatching : public ::testing::Test {
protected:
    // The names below the folder that came, waited for as long as a slow machine may take.
    std::vector<std::string> came(FolderWatch& watch, std::chrono::milliseconds longest = 20s) const {
        std::vector<std::string> names;
        for (const SourceFile& file : watch.wait(longest))
            names.push_back(fs::relative(file.path, folder_.path()).string());
        return names;
    }

    fs::path at(const std::string& name) const { return fs::path(folder_.path(name)); }
    void write(const std::string& name) const { std::ofstream(at(name)) << "Title: Flood\n\nText.\n"; }

    const TemporaryFolder folder_;
};

using Names = std::vector<std::string>;

TEST_F(FolderWatching, TellsWhatIsWrittenAndMoved) {
    write("before.txt");
    FolderWatch watch({folder_.path()});
    EXPECT_EQ(came(watch, 0ms), Names{});
    write("b.txt");
    write("a.txt");
    EXPECT_EQ(came(watch), (Names{"a.txt", "b.txt"}));
    fs::rename(at("before.txt"), at("after.txt"));
    EXPECT_EQ(came(watch), Names{"after.txt"});
    std::ofstream(at("a.txt"), std::ios::app) << "More.\n";
    EXPECT_EQ(came(watch), Names{"a.txt"});
    EXPECT_EQ(came(watch, 0ms), Names{});
}

TEST_F(FolderWatching, FoldersThatComeAreWatchedWithWhatIsInThem) {
    FolderWatch watch({std::string(folder_.path()) + "/"});
    fs::create_directories(at("world/iraq"));
    write("world/iraq/one.txt");
    const std::vector<SourceFile> files = watch.wait(20s);
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].folder, "iraq");
    EXPECT_TRUE(files[0].in_folder);
    fs::rename(at("world"), at("abroad"));
    EXPECT_EQ(came(watch), Names{"abroad/iraq/one.txt"});
    write("abroad/iraq/two.txt");
    EXPECT_EQ(came(watch), Names{"abroad/iraq/two.txt"});
}

TEST_F(FolderWatching, WhatIsNotWholeHiddenOrAnIndexIsPassedOver) {
    FolderWatch watch({folder_.path()});
    fs::create_directories(at("news.idx/segments"));
    write("news.idx/manifest.json");
    write("news.idx/segments/columns");
    for (const char* name : {".hidden", "x.tmp", "x.part", "x.txt~"})
        write(name);
    fs::create_directory(at(".git"));
    write(".git/config");
    write("gone.txt");
    fs::remove(at("gone.txt"));
    write("x.txt");
    EXPECT_EQ(came(watch), Names{"x.txt"});
}

TEST_F(FolderWatching, LinksToFoldersAreNotFollowed) {
    fs::create_directory(at("in"));
    fs::create_directory_symlink("..", at("in/loop"));
    FolderWatch watch({at("in")});
    write("outside.txt");
    write("in/inside.txt");
    EXPECT_EQ(came(watch), Names{"in/inside.txt"});
}

TEST_F(FolderWatching, OnlyFoldersCanBeWatched) {
    write("file.txt");
    EXPECT_THROW(FolderWatch({at("file.txt")}), Error);
    EXPECT_THROW(FolderWatch({at("missing")}), Error);
}

}  // namespace
}  // namespace broadsheet::testing
