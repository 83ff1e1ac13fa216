#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/analysis/utf8.h"

namespace broadsheet {
namespace {

std::u32string values(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const Scalar scalar = scalar_at(text, at);
        result += scalar.value;
        at += scalar.size;
    }
    return result;
}

TEST(Utf8, CharactersOfEverySizeAreRead) {
    EXPECT_EQ(values("aé€😀"), U"aé€😀");
    EXPECT_TRUE(scalar_at("\xef\xbf\xbd", 0).is_valid) << "written as the replacement character";
}

TEST(Utf8, ABrokenByteIsOneValueAndTheRestIsRead) {
    EXPECT_EQ(values("a\xff"
                     "é"),
              U"a\xfffdé");
    EXPECT_EQ(values("\x80z"), U"\xfffdz");
    EXPECT_EQ(values("é\xe2\x82"), U"é\xfffd\xfffd") << "cut off";
    EXPECT_EQ(values("\xc0\xaf"), U"\xfffd\xfffd") << "longer than it need be";
    for (const char* broken : {"\xff", "\x80", "\xe2\x82", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"})
        EXPECT_FALSE(scalar_at(broken, 0).is_valid);
}

}  // namespace
}  // namespace broadsheet
