#include <gtest/gtest.h>

#include <string>

#include "schema/bytes.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

TEST(Bytes, NumbersAndTextsComeBack) {
    using namespace std::string_literals;
    std::string bytes;
    const std::uint64_t numbers[] = {0, 1, 127, 128, 16383, 16384, 1ull << 32, 1ull << 63, ~0ull};
    for (const std::uint64_t number : numbers)
        put_varint(bytes, number);
    put_text(bytes, "");
    put_text(bytes, "a\0b"s);
    ByteReader reader(bytes, "it");
    for (const std::uint64_t number : numbers)
        EXPECT_EQ(reader.varint(), number);
    EXPECT_EQ(reader.text(), "");
    EXPECT_FALSE(reader.at_end());
    EXPECT_EQ(reader.text(), "a\0b"s);
    EXPECT_TRUE(reader.at_end());
}

TEST(Bytes, SmallNumbersTakeOneByte) {
    std::string bytes;
    put_varint(bytes, 127);
    EXPECT_EQ(bytes.size(), 1u);
    put_varint(bytes, 128);
    EXPECT_EQ(bytes.size(), 3u);
}

TEST(Bytes, ReadingPastTheEndIsDamage) {
    const auto error = test::thrown_by([] { ByteReader("", "the thing").varint(); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_damaged);
    EXPECT_STREQ(error->what(), "the thing is damaged");
    EXPECT_EQ(test::code_of([] { ByteReader("\x80\x80", "it").varint(); }), ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([] {
                  ByteReader(
                      "\x03"
                      "ab",
                      "it")
                      .text();
              }),
              ErrorCode::index_damaged);
    EXPECT_EQ(test::code_of([] { ByteReader("abc", "it").bytes(~0ull); }), ErrorCode::index_damaged);
    const std::string endless(20, '\xff');
    EXPECT_EQ(test::code_of([&] { ByteReader(endless, "it").varint(); }), ErrorCode::index_damaged);
}

}  // namespace
}  // namespace broadsheet
