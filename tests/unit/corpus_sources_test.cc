#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/sources.h"
#include "corpus_support.h"
#include "schema/error.h"

namespace broadsheet {
namespace {

using testing::TemporaryFolder;

struct Visit {
    std::vector<std::string> files;  // without the folder's path
    std::vector<std::string> folders;
    std::string problems;
};

Visit visit(const TemporaryFolder& folder, const std::vector<std::string>& sources, std::size_t most = 1000) {
    Visit visit;
    const std::string root = folder.path() + "/";
    const auto cut = [&](const std::string& path) {
        return path.starts_with(root) ? path.substr(root.size()) : path;
    };
    visit_sources(sources, {[&](const SourceFile& file) {
                                visit.files.push_back(file.path.empty() ? "-" : cut(file.path));
                                visit.folders.push_back(file.folder);
                                return visit.files.size() < most;
                            },
                            [&](const Problem& problem) {
                                visit.problems += cut(problem.where) + ": " + problem.what + "\n";
                                return true;
                            }});
    return visit;
}

using Paths = std::vector<std::string>;

TEST(Sources, FoldersAreReadInByteOrderOfPaths) {
    const TemporaryFolder folder;
    for (const char* name : {"b.txt", "a/z.txt", "a/B.txt", "a.txt", "a-c/x.txt", "Z.txt", "\xc3\xa9.txt"})
        folder.write(name, "x");
    const Visit all = visit(folder, {folder.path()});
    EXPECT_EQ(all.files,
              (Paths{"Z.txt", "a-c/x.txt", "a.txt", "a/B.txt", "a/z.txt", "b.txt", "\xc3\xa9.txt"}));
    EXPECT_TRUE(std::is_sorted(all.files.begin(), all.files.end()));
    EXPECT_EQ(all.folders[3], "a");
    EXPECT_EQ(visit(folder, {folder.path() + "//"}).files.size(), 7U);
}

TEST(Sources, HiddenFilesAndIndexesArePassedOver) {
    const TemporaryFolder folder;
    folder.write(".hidden", "x");
    folder.write(".git/config", "x");
    folder.write("news.idx/manifest.json", "{}");
    folder.write("news.idx/segments/000001/columns", "x");
    folder.write("seen.txt", "x");
    EXPECT_EQ(visit(folder, {folder.path()}).files, (Paths{"seen.txt"}));
    EXPECT_EQ(visit(folder, {folder.path(".hidden")}).files, (Paths{".hidden"}));
    EXPECT_EQ(visit(folder, {folder.path("news.idx")}).problems, "news.idx: not a collection: an index\n");
}

TEST(Sources, LoopsOfLinksEnd) {
    const TemporaryFolder folder;
    folder.write("a/one.txt", "x");
    folder.write("b/two.txt", "x");
    ASSERT_EQ(::symlink("..", folder.path("a/up").c_str()), 0);
    ASSERT_EQ(::symlink("../b", folder.path("a/b").c_str()), 0);
    ASSERT_EQ(::symlink("../a", folder.path("b/a").c_str()), 0);
    ASSERT_EQ(::symlink("self", folder.path("self").c_str()), 0);
    ASSERT_EQ(::symlink("b/two.txt", folder.path("linked.txt").c_str()), 0);
    const Visit all = visit(folder, {folder.path()});
    EXPECT_EQ(all.files, (Paths{"a/b/two.txt", "a/one.txt", "linked.txt"}));
    EXPECT_EQ(all.problems, "self: can not be opened: a link that leads nowhere\n");
}

TEST(Sources, FoldersLinkedTogetherManyTimesAreReadOnce) {
    const TemporaryFolder folder;
    for (int level = 0; level < 30; ++level) {
        const std::string name = "d" + std::to_string(level);
        folder.write(name + "/file.txt", "x");
        const std::string next = "../d" + std::to_string(level + 1);
        ASSERT_EQ(::symlink(next.c_str(), folder.path(name + "/one").c_str()), 0);
        ASSERT_EQ(::symlink(next.c_str(), folder.path(name + "/two").c_str()), 0);
    }
    EXPECT_EQ(visit(folder, {folder.path("d0")}).files.size(), 30U);
}

TEST(Sources, PipesInFoldersAreProblems) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
    folder.write("seen.txt", "x");
    const Visit all = visit(folder, {folder.path()});
    EXPECT_EQ(all.files, (Paths{"seen.txt"}));
    EXPECT_EQ(all.problems, "pipe: not a regular file\n");
}

TEST(Sources, EmptyFoldersAreProblems) {
    const TemporaryFolder folder;
    folder.write("sub/x", "x");
    std::filesystem::remove(folder.path("sub/x"));
    EXPECT_EQ(visit(folder, {folder.path("sub")}).problems, "sub: empty folder\n");
    EXPECT_EQ(visit(folder, {folder.path()}).problems, "");
}

TEST(Sources, PatternsMatchInOrderUnlessAFileHasThatName) {
    const TemporaryFolder folder;
    for (const char* name : {"b1.txt", "a1.txt", "a2.txt", "c.sgm", "dir/x.txt"})
        folder.write(name, "x");
    EXPECT_EQ(visit(folder, {folder.path("*.txt")}).files, (Paths{"a1.txt", "a2.txt", "b1.txt"}));
    EXPECT_EQ(visit(folder, {folder.path("[ab]1.t?t")}).files, (Paths{"a1.txt", "b1.txt"}));
    EXPECT_EQ(visit(folder, {folder.path("d*")}).files, (Paths{"dir/x.txt"}));
    folder.write("what?.txt", "x");
    folder.write("whats.txt", "x");
    EXPECT_EQ(visit(folder, {folder.path("what?.txt")}).files, (Paths{"what?.txt"}));
}

TEST(Sources, WhatDoesNotExistIsAnErrorBeforeAnythingIsRead) {
    const TemporaryFolder folder;
    const std::string there = folder.write("there.txt", "x");
    for (const std::string& missing :
         {folder.path("missing.txt"), folder.path("*.none"), folder.path("there.txt/below"), std::string()}) {
        try {
            require_sources({there, missing});
            ADD_FAILURE() << missing;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::bad_source);
        }
    }
    EXPECT_NO_THROW(require_sources({there, "-", folder.path("*.txt")}));
}

TEST(Sources, NamesForMessagesCanNotSteerATerminal) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a\x1b[31m\xff.txt", "x");
    visit_sources({file}, {[&](const SourceFile& seen) {
                               EXPECT_EQ(seen.where, folder.path() + "/a[31m\u00ff.txt");
                               EXPECT_EQ(seen.path, file);
                               return true;
                           },
                           [](const Problem&) { return false; }});
}

TEST(Sources, StopWhenTold) {
    const TemporaryFolder folder;
    for (const char* name : {"1", "2", "3"})
        folder.write(name, "x");
    EXPECT_EQ(visit(folder, {folder.path(), "-"}, 2).files, (Paths{"1", "2"}));
    EXPECT_EQ(visit(folder, {"-", folder.path("3")}).files, (Paths{"-", "3"}));
}

TEST(Sources, BytesOnDisk) {
    const TemporaryFolder folder;
    folder.write("a/one", "12345");
    folder.write("two", "123");
    EXPECT_EQ(bytes_of({folder.path(), "-", folder.path("two")}), 11U);
    EXPECT_THROW(bytes_of({folder.path("missing")}), Error);
}

}  // namespace
}  // namespace broadsheet
