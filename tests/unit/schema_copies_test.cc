#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/index/copies.h"
#include "schema/index/stories.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

const std::string uuid = "8c6c2c4e-0b69-4b8e-9d4c-1f3d5e0a7b21";

std::vector<SketchEntry> random_entries(std::size_t count, DocId last) {
    std::mt19937_64 random(5);
    std::vector<SketchEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        // Some hashes come often, over more than one block.
        const auto hash = static_cast<std::uint32_t>(random() % 4 == 0 ? random() % 3 * 1000003 : random());
        entries.push_back({hash, static_cast<DocId>(random() % last + 1)});
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

class CopiesFiles : public ::testing::Test {
protected:
    std::filesystem::path write(const std::vector<SketchEntry>& entries, const StoryRows& rows) const {
        CopiesWriter writer(folder_ / "copies");
        for (const SketchEntry& entry : entries)
            writer.add(entry);
        writer.finish(rows, uuid, false);
        return folder_ / "copies";
    }

    test::TemporaryFolder folder_;
};

TEST_F(CopiesFiles, WhatWasWrittenIsRead) {
    const std::vector<SketchEntry> entries = random_entries(5000, 3);
    const Copies copies(write(entries, {{0, 7, 7, 9}, {{9, 4}, {12, 1}}}), uuid);
    copies.verify();
    EXPECT_EQ(copies.last(), 3u);
    EXPECT_EQ(copies.stories()[2], 7u);
    EXPECT_EQ(copies.highest(), 12u);
    ASSERT_EQ(copies.united().size(), 2u);
    EXPECT_EQ(copies.united()[0].other, 4u);
    std::vector<SketchEntry> read;
    merge_sketches({copies.sketches()},
                   [&](std::size_t, const SketchEntry& entry) { read.push_back(entry); });
    EXPECT_EQ(read, entries);
}

TEST_F(CopiesFiles, OneWithoutArticlesCanBeRead) {
    const Copies copies(write({}, {}), uuid);
    EXPECT_EQ(copies.last(), 0u);
    std::vector<DocId> found;
    SketchCursor(copies.sketches()).find(5, 10, found);
    EXPECT_TRUE(found.empty());
}

TEST_F(CopiesFiles, EveryHashIsFoundAndNoOther) {
    const std::vector<SketchEntry> entries = random_entries(3000, 50);
    const Copies copies(write(entries, {std::vector<StoryNumber>(51, 1), {}}), uuid);
    std::map<std::uint32_t, std::vector<DocId>> expected;
    for (const SketchEntry& entry : entries) {
        expected[entry.hash].push_back(entry.document);
        expected.try_emplace(entry.hash + 1);
    }
    for (const std::size_t most : {std::size_t{12}, entries.size()}) {
        SketchCursor cursor(copies.sketches());
        for (const auto& [hash, documents] : expected) {
            std::vector<DocId> found;
            cursor.find(hash, most, found);
            std::vector<DocId> wanted = documents;
            wanted.resize(std::min(wanted.size(), most));
            EXPECT_EQ(found, wanted) << hash;
        }
    }
}

TEST_F(CopiesFiles, DamageIsToldNotFollowed) {
    const auto path = write(random_entries(2000, 40), {std::vector<StoryNumber>(41, 1), {}});
    const std::string whole = read_file(path);
    std::mt19937_64 random(3);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 3; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        test::overwrite(path, bytes);
        try {
            const Copies copies(path, uuid);
            merge_sketches({copies.sketches()}, [&](std::size_t, const SketchEntry& entry) {
                EXPECT_LE(entry.document, copies.last());
            });
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_damaged);
        }
    }
}

TEST(StoriesOfAnIndex, AreThoseWithMoreThanOneArticleThatIsThere) {
    // By docid: in the first segment 1 and 3 are one story, in the second its 1 joins them; 9 and 4 are
    // united.
    const std::vector<StoryNumber> first{0, 1, 2, 1, 4};
    const std::vector<StoryNumber> second{0, 1, 9, 11};
    const std::vector<std::uint64_t> all{~std::uint64_t{1}};
    const std::vector<std::uint64_t> without_the_third{all[0] & ~(std::uint64_t{1} << 3)};
    UnitedNumbers united;
    united.unite(9, 4);
    const Stories stories({{first, without_the_third}, {second, all}, {}}, united);
    EXPECT_EQ(stories.of(0, 1), 1u);
    EXPECT_EQ(stories.of(0, 2), 0u);
    EXPECT_EQ(stories.of(0, 3), 0u);
    EXPECT_EQ(stories.of(0, 4), 4u);
    EXPECT_EQ(stories.of(1, 2), 4u);
    EXPECT_EQ(stories.of(1, 3), 0u);
    EXPECT_EQ(stories.of(2, 1), 0u);
    EXPECT_EQ(stories.shared_stories(), 2u);
    EXPECT_EQ(stories.articles_with_copies(), 4u);
    const std::vector<Stories::Member> expected{{4, 0, 4}, {4, 1, 2}};
    EXPECT_EQ(stories.members({2, 4}), expected);
}

}  // namespace
}  // namespace broadsheet
