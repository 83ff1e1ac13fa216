#include <gtest/gtest.h>

#include <sstream>

#include "corpus/unpack.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

using testing::compressed;
using testing::Entries;
using testing::packed;

struct Unpacked {
    Entries entries;
    std::string failures;
};

Unpacked unpack_from(ByteSource& source, ExpansionLimit limit = {}) {
    Input input(source);
    Unpacker unpacker(input, limit);
    Unpacked unpacked;
    while (unpacker.next()) {
        std::string content;
        std::string piece(1000, '\0');
        while (const std::size_t count = unpacker.content().read(piece.data(), piece.size()))
            content.append(piece, 0, count);
        unpacked.entries.emplace_back(unpacker.name(), content);
        if (!unpacker.content().failure().empty()) unpacked.failures += unpacker.content().failure() + "\n";
    }
    if (!unpacker.failure().empty()) unpacked.failures += unpacker.failure() + "\n";
    return unpacked;
}

Unpacked unpack(const std::string& bytes, ExpansionLimit limit = {}) {
    std::istringstream stream(bytes);
    const auto source = from_stream(stream);
    return unpack_from(*source, limit);
}

const Entries three{{"news/a.txt", "First."}, {"news/b.txt", std::string(100000, 'b')}, {"c.txt", ""}};

TEST(Unpack, EveryFormatAndFilter) {
    for (const char* filter : {"none", "gzip", "bzip2", "xz", "zstd", "lz4"}) {
        const std::string bytes = packed("tar", filter, three);
        EXPECT_TRUE(is_packed(bytes)) << filter;
        const Unpacked unpacked = unpack(bytes);
        EXPECT_EQ(unpacked.entries, three) << filter;
        EXPECT_EQ(unpacked.failures, "") << filter;
    }
    const std::string zip = packed("zip", "none", three);
    EXPECT_TRUE(is_packed(zip));
    EXPECT_EQ(unpack(zip).entries, three);
}

TEST(Unpack, ZipFilesBySeeking) {
    const testing::TemporaryFolder folder;
    const auto source = open_file(folder.write("a.zip", packed("zip", "none", three)), false);
    const Unpacked unpacked = unpack_from(*source);
    EXPECT_EQ(unpacked.entries, three);
    EXPECT_EQ(unpacked.failures, "");
}

TEST(Unpack, SingleFilesAndSeveralInARow) {
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd", "lz4"}) {
        const std::string one = compressed(filter, "first ");
        EXPECT_TRUE(is_packed(one)) << filter;
        EXPECT_EQ(unpack(one).entries, (Entries{{"", "first "}})) << filter;
    }
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd"}) {
        const std::string two = compressed(filter, "first ") + compressed(filter, "second");
        EXPECT_EQ(unpack(two).entries, (Entries{{"", "first second"}})) << filter;
    }
}

TEST(Unpack, HiddenFilesAndThoseOfMacAreLeftOut) {
    const Entries mixed{{"./a.txt", "a"},
                        {".hidden", "h"},
                        {"b/.c/d.txt", "d"},
                        {"__MACOSX/._a.txt", "m"},
                        {"../e.txt", "e"}};
    EXPECT_EQ(unpack(packed("tar", "none", mixed)).entries, (Entries{{"./a.txt", "a"}, {"../e.txt", "e"}}));
}

TEST(Unpack, NamesAreClean) {
    const std::string bytes = packed("tar", "none", {{"a\x1b[2J\xff.txt", "a"}});
    const Unpacked unpacked = unpack(bytes);
    ASSERT_EQ(unpacked.entries.size(), 1U);
    EXPECT_EQ(unpacked.entries[0].first, "a[2J\u00ff.txt");
}

TEST(Unpack, WhatIsCutOffAnywhereKeepsWhatWasWhole) {
    const Entries small{{"a.txt", "First article."}, {"b.txt", "Second article."}};
    for (const auto& [format, filter] : {std::pair<const char*, const char*>{"tar", "gzip"},
                                         {"tar", "zstd"},
                                         {"tar", "none"},
                                         {"zip", "none"}}) {
        const std::string bytes = packed(format, filter, small);
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            if (!is_packed(std::string_view(bytes).substr(0, size))) continue;
            const Unpacked unpacked = unpack(bytes.substr(0, size));
            for (std::size_t i = 0; i < unpacked.entries.size(); ++i) {
                EXPECT_EQ(unpacked.entries[i].first, small[i].first);
                EXPECT_TRUE(small[i].second.starts_with(unpacked.entries[i].second));
            }
            if (unpacked.failures.empty()) {
                EXPECT_TRUE(unpacked.entries.empty() || unpacked.entries == small ||
                            std::string(filter) == "none")
                    << format << " " << filter << " " << size;
            }
        }
    }
}

TEST(Unpack, DamageIsToldOrHarmless) {
    const std::string whole = compressed("gzip", std::string(5000, 'x') + testing::random_bytes(1, 2000));
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        if (is_packed(damaged)) unpack(damaged);
    }
    EXPECT_NE(unpack(whole.substr(0, whole.size() / 2)).failures.find("damaged or cut short"),
              std::string::npos);
}

TEST(Unpack, AnyBytesAfterASignature) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        for (const std::string& sign :
             {std::string("\x1f\x8b\x08\x00", 4), std::string("PK\3\4"), std::string("\x28\xb5\x2f\xfd"),
              std::string("\xfd\x37zXZ\0", 6), std::string("BZh91AY&SY")}) {
            unpack(sign + testing::random_bytes(seed, seed));
        }
    }
}

TEST(Unpack, BombsAreStopped) {
    const ExpansionLimit limit{1 << 20, 100};
    const std::string bomb = compressed("gzip", std::string(std::size_t{8} << 20, 'x'));
    const Unpacked stopped = unpack(bomb, limit);
    EXPECT_EQ(stopped.failures, "expands to more than 100 times its size: not read on\n");
    ASSERT_EQ(stopped.entries.size(), 1U);
    EXPECT_LT(stopped.entries[0].second.size(), std::size_t{2} << 20);
    // Large, but not suspiciously so.
    EXPECT_EQ(unpack(compressed("gzip", testing::random_bytes(1, 2 << 20)), limit).failures, "");
}

TEST(Unpack, BombsThatAreNotReadAreStoppedToo) {
    const std::string bytes =
        packed("tar", "gzip", {{"bomb", std::string(std::size_t{8} << 20, 'x')}, {"after.txt", "x"}});
    std::istringstream stream(bytes);
    const auto source = from_stream(stream);
    Input input(*source);
    Unpacker unpacker(input, {1 << 20, 100});
    EXPECT_TRUE(unpacker.next());
    EXPECT_FALSE(unpacker.next());
    EXPECT_EQ(unpacker.failure(), "expands to more than 100 times its size: not read on");
}

TEST(Unpack, TextIsNotPacked) {
    for (const char* text : {"", "P", "PK is a name", "BZh is no word", "Title: A title\n", "{\"a\": 1}"})
        EXPECT_FALSE(is_packed(text));
    EXPECT_FALSE(is_packed(std::string(600, ' ')));
    EXPECT_FALSE(is_packed(std::string(600, '0')));
    EXPECT_FALSE(is_packed(std::string(600, '\0')));
}

}  // namespace
}  // namespace broadsheet
