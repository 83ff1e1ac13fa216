#include <gtest/gtest.h>

#include "searcher/render/markup.h"
#include "searcher/render/text.h"

namespace broadsheet {
namespace {

TEST(Markup, HtmlIsEscapedInsideAndOutsideMarks) {
    EXPECT_EQ(html_marked({"<b> & \"AT&T\"", {{6, 10}}}), "&lt;b&gt; &amp; <em>&quot;AT&amp;</em>T&quot;");
}

TEST(Markup, ControlCharactersDoNotReachTheTerminal) {
    EXPECT_EQ(printable("a\033[2Jb\tc\xc2\x9b"
                        "d\x7f"),
              "a [2Jb c d ");
    EXPECT_EQ(printable("Erdoğan – “x”"), "Erdoğan – “x”");
}

TEST(Markup, StylesOnlyWhereColourIsWanted) {
    EXPECT_EQ(Style{false}.bold("x"), "x");
    EXPECT_EQ(Style{true}.bold("x"), "\033[1mx\033[0m");
}

TEST(Markup, LinesAreBrokenBetweenWords) {
    EXPECT_EQ(wrapped({"aaa bbb ccc dddddddddddd e", {}}, 9, 2, {}),
              "  aaa bbb\n  ccc\n  dddddddddddd\n  e\n");
    EXPECT_EQ(wrapped({"", {}}, 9, 2, {}), "");
    EXPECT_EQ(wrapped({"ää öö üü", {}}, 5, 0, {}), "ää öö\nüü\n");
}

TEST(Markup, MarksSurviveLineBreaks) {
    EXPECT_EQ(wrapped({"aa bb cc", {{0, 2}, {3, 8}}}, 5, 0, {true}),
              "\033[1maa\033[0m \033[1mbb\033[0m\n\033[1mcc\033[0m\n");
}

TEST(Markup, Thousands) {
    EXPECT_EQ(with_commas(0), "0");
    EXPECT_EQ(with_commas(999), "999");
    EXPECT_EQ(with_commas(1000), "1,000");
    EXPECT_EQ(with_commas(1234567), "1,234,567");
}

}  // namespace
}  // namespace broadsheet
