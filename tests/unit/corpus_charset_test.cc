#include <gtest/gtest.h>

#include "corpus/charset.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;

std::string decoded(const std::string& bytes, std::string_view declared = {}) {
    std::string storage;
    return std::string(as_utf8(bytes, storage, declared));
}

TEST(Charset, ValidUtf8IsLeftAloneAndNotCopied) {
    const std::string text = "Caf\u00e9 in \u041c\u043e\u0441\u043a\u0432\u0430 \U0001f5de";
    std::string storage;
    EXPECT_EQ(as_utf8(text, storage).data(), text.data());
    EXPECT_TRUE(storage.empty());
}

TEST(Charset, WithoutDeclarationLatin1AndWindows1252AreRead) {
    EXPECT_EQ(decoded("Caf\xe9 \x93quoted\x94 \x80 5"), "Caf\u00e9 \u201cquoted\u201d \u20ac 5");
    EXPECT_EQ(decoded("\x81\x8d"), "");
}

TEST(Charset, OneStrayByteDoesNotGarbleTheRest) {
    EXPECT_EQ(decoded("Caf\u00e9 and Caf\xe9 \u2013 both"), "Caf\u00e9 and Caf\u00e9 \u2013 both");
}

TEST(Charset, OverlongFormsAndSurrogatesAreNoUtf8) {
    EXPECT_FALSE(is_utf8("\xc0\xaf"));
    EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
    EXPECT_TRUE(is_utf8(decoded("\xc0\xaf \xed\xa0\x80 \xf8\x88\x80\x80\x80")));
}

TEST(Charset, MarksDecide) {
    EXPECT_EQ(decoded("\xef\xbb\xbfIraq"), "Iraq");
    EXPECT_EQ(decoded("\xff\xfeI\0r\0\xe9\0"s), "Ir\u00e9");
    EXPECT_EQ(decoded("\xfe\xff\0I\0r\0\xe9"s), "Ir\u00e9");
    EXPECT_EQ(decoded("\xff\xfe\0\0I\0\0\0"s), "I");
    // Half a character at the end.
    EXPECT_TRUE(is_utf8(decoded("\xff\xfeI\0r"s)));
    EXPECT_TRUE(is_utf8(decoded("\xff\xfe\x3d\xd8"s)));
}

TEST(Charset, PairsOfSurrogatesSurviveTheBordersOfPieces) {
    std::string units = "\xff\xfe";
    std::string expected;
    units += "a\0"s;
    expected += "a";
    for (int i = 0; i < 5000; ++i) {
        units += "\x3d\xd8\xde\xdd"s;
        expected += "\U0001f5de";
    }
    EXPECT_EQ(decoded(units), expected);
}

TEST(Charset, DeclarationsAreFollowedWhereTheyCanBeTrue) {
    EXPECT_EQ(decoded("\xcc\xee\xf1\xea\xe2\xe0", "windows-1251"), "\u041c\u043e\u0441\u043a\u0432\u0430");
    EXPECT_EQ(decoded("Caf\u00e9", "ISO-8859-1"), "Caf\u00e9");
    EXPECT_EQ(decoded("Caf\xe9", "no-such-charset"), "Caf\u00e9");
    EXPECT_EQ(decoded("plain", "UTF-16"), "plain");
    EXPECT_EQ(decoded("\x1b$BF|\x1b(B", "ISO-2022-JP"), "\u65e5");
}

TEST(Charset, DeclarationsAreFound) {
    EXPECT_EQ(declared_encoding("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><a/>"), "ISO-8859-15");
    EXPECT_EQ(declared_encoding("\n<?xml version='1.0' encoding = 'koi8-r' ?>"), "koi8-r");
    EXPECT_EQ(declared_encoding("<html><meta charset=shift_jis>"), "shift_jis");
    EXPECT_EQ(declared_encoding("<meta content=\"text/html; CHARSET=gbk\">"), "gbk");
    EXPECT_EQ(declared_encoding("<?xml version=\"1.0\"?>"), "");
    EXPECT_EQ(declared_encoding("charset=gbk"), "");
    EXPECT_EQ(declared_encoding(""), "");
}

TEST(Charset, UndeclaredEncodingsAreRecognised) {
    // "The president said that the talks would go on next week in Moscow."
    const std::string russian =
        "\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 \u0437\u0430\u044f\u0432\u0438\u043b, "
        "\u0447\u0442\u043e \u043f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b "
        "\u043f\u0440\u043e\u0434\u043e\u043b\u0436\u0430\u0442\u0441\u044f.";
    EXPECT_EQ(decoded("\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xe7\xe0\xff\xe2\xe8\xeb, \xf7\xf2\xee "
                      "\xef\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb "
                      "\xef\xf0\xee\xe4\xee\xeb\xe6\xe0\xf2\xf1\xff."),
              russian);
    // French stays what it is, and so does UTF-8 with a stray byte in it.
    EXPECT_EQ(
        decoded("D\xe9j\xe0 \xe9lev\xe9, \xe9t\xe9 d\xe9\xe7u, r\xe9v\xe9l\xe9, r\xe9p\xe9t\xe9 \xe0 Orl\xe9"
                "ans."),
        "D\u00e9j\u00e0 \u00e9lev\u00e9, \u00e9t\u00e9 d\u00e9\u00e7u, r\u00e9v\u00e9l\u00e9, "
        "r\u00e9p\u00e9t\u00e9 \u00e0 Orl\u00e9ans.");
    EXPECT_EQ(decoded(russian + "\xe9"), russian + "\u00e9");
}

TEST(Charset, AnyBytesBecomeValid) {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        const std::string bytes = testing::random_bytes(seed, seed % 100);
        EXPECT_TRUE(is_utf8(decoded(bytes)));
        EXPECT_TRUE(is_utf8(decoded(bytes, "Shift_JIS")));
    }
}

}  // namespace
}  // namespace broadsheet
