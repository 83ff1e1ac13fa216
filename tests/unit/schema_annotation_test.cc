// What is stored of an article's entities, and where they come from.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>

#include "schema/annotation.h"
#include "schema/bytes.h"
#include "schema/origin.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

Annotation back(const std::string& bytes) {
    ByteReader reader(bytes, "an annotation");
    Annotation annotation = deserialise_annotation(reader);
    EXPECT_TRUE(reader.at_end());
    return annotation;
}

std::string serialised(const Annotation& annotation) {
    std::string bytes;
    serialise(annotation, bytes);
    return bytes;
}

Annotation some() {
    return {{FieldId::place, 0x123456789abcdef0, 100, true, {{0, 7, true}, {30, 37, true}, {0, 4, false}}},
            {FieldId::person,
             ~ValueId{0},
             42,
             false,
             {{5, 17, false}, {17, 18, false}, {400'000, 400'010, false}}},
            {FieldId::organisation, 0, 0, true, {}}};
}

TEST(Annotation, ComesBack) {
    EXPECT_EQ(back(serialised({})), Annotation{});
    EXPECT_EQ(back(serialised(some())), some());
    const Annotation last{{FieldId::person, 1, 1, false, {{0xfffffffe, 0xffffffff, false}}}};
    EXPECT_EQ(back(serialised(last)), last);
}

TEST(Annotation, IsAppended) {
    std::string bytes = "before";
    serialise(some(), bytes);
    EXPECT_EQ(bytes, "before" + serialised(some()));
}

TEST(Annotation, DamageIsTold) {
    const std::string bytes = serialised(some());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(test::code_of([&] { back(bytes.substr(0, size)); }), ErrorCode::index_damaged) << size;
    std::string other_field = bytes;
    other_field[1] = static_cast<char>(static_cast<unsigned>(FieldId::source) << 1);
    EXPECT_EQ(test::code_of([&] { back(other_field); }), ErrorCode::index_damaged);
}

// Of one person with one mention that begins and is long as given.
std::string with_range(std::uint64_t begin, std::uint64_t size) {
    std::string bytes("\x01\x00\x32", 3);
    bytes += pack_ids({1});
    put_varint(bytes, 0);
    put_varint(bytes, 2);
    put_varint(bytes, 5);
    put_varint(bytes, 3);
    put_varint(bytes, begin);
    put_varint(bytes, size);
    return bytes;
}

TEST(Annotation, RangesBeyondAnyTextAreDamage) {
    EXPECT_EQ(back(with_range(2, 3)).front().mentions.back(), (EntityMention{10, 13, false}));
    for (const auto& range : std::vector<std::pair<std::uint64_t, std::uint64_t>>{{0x100000000, 1},
                                                                                  {1, 0x100000000},
                                                                                  {~std::uint64_t{0}, 1},
                                                                                  {~std::uint64_t{0} - 5, 1},
                                                                                  {1, ~std::uint64_t{0}}}) {
        EXPECT_EQ(test::code_of([&] { back(with_range(range.first, range.second)); }),
                  ErrorCode::index_damaged)
            << range.first << ' ' << range.second;
    }
}

// Whatever the bytes: an error, or mentions that stand as they should.
TEST(Annotation, AnyBytesAreReadOrRefused) {
    std::mt19937_64 random(62);
    const std::string whole = serialised(some());
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = whole;
        for (std::size_t flips = 1 + random() % 3; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random() & 0xff);
        ByteReader reader(bytes, "an annotation");
        Annotation annotation;
        const auto code = test::code_of([&] { annotation = deserialise_annotation(reader); });
        ASSERT_TRUE(!code || code == ErrorCode::index_damaged);
        for (const Entity& entity : annotation) {
            ASSERT_LE(entity.field, FieldId::place);
            ASSERT_TRUE(std::is_sorted(entity.mentions.begin(), entity.mentions.end(),
                                       [](const auto& a, const auto& b) {
                                           return a.in_title != b.in_title ? a.in_title : a.end < b.begin;
                                       }));
        }
    }
}

TEST(Origins, ComeBackFromAByte) {
    for (unsigned bits = 0; bits < 64; ++bits) {
        Origins origins;
        for (unsigned i = 0; i < 3; ++i) {
            origins.text[i] = (bits >> i & 1) != 0;
            origins.collection[i] = (bits >> (3 + i) & 1) != 0;
        }
        const std::string value = pack(origins);
        EXPECT_EQ(value.size(), bits == 0 ? 0u : 1u);
        EXPECT_EQ(unpack_origins(value).text, origins.text) << bits;
        EXPECT_EQ(unpack_origins(value).collection, origins.collection) << bits;
    }
    EXPECT_EQ(unpack_origins("").text, Origins().text);
}

}  // namespace
}  // namespace broadsheet
