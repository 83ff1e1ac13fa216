// XML and HTML in general: where records end, trees, paragraphs, fragments.
#include <gtest/gtest.h>

#include "corpus/html/fragment.h"
#include "corpus/xml/blocks.h"
#include "corpus/xml/element_end.h"
#include "corpus/xml/tree.h"

namespace broadsheet {
namespace {

const ElementNames items{{"item"}, false};

// All records of a text that is shown to the reader in steps of `step` bytes.
std::vector<std::string> records_in(const std::string& text, std::size_t step,
                                    const ElementNames& names = items) {
    std::vector<std::string> found;
    std::string_view rest = text;
    while (!rest.empty()) {
        ElementEnd end(names);
        std::size_t shown = 0;
        std::size_t result = not_yet;
        while (result == not_yet && shown < rest.size()) {
            const std::size_t seen = shown;
            shown = std::min(rest.size(), shown + step);
            result = end(rest.substr(0, shown), seen);
        }
        if (result == not_yet) break;
        found.emplace_back(rest.substr(end.begin(), result - end.begin()));
        rest.remove_prefix(result);
    }
    return found;
}

TEST(ElementEnd, FindsRecordsHoweverTheBytesArrive) {
    const std::string text =
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a \"<item>\">]><!-- <item> --><r "
        "a='item>'><item>one</item>"
        "<x:item y=\">\"><![CDATA[</x:item>]]>two</x:item><item/></r>";
    for (const std::size_t step : {1U, 2U, 3U, 7U, 1000U}) {
        const std::vector<std::string> found = records_in(text, step);
        ASSERT_EQ(found.size(), 3U) << step;
        EXPECT_EQ(found[0], "<item>one</item>");
        EXPECT_EQ(found[1], "<x:item y=\">\"><![CDATA[</x:item>]]>two</x:item>");
        EXPECT_EQ(found[2], "<item/>");
    }
}

TEST(ElementEnd, NestedOnesBelongToTheOuterWhereTheyMayNest) {
    const std::string text = "<item>a<item>b</item>c</item><item>d</item>";
    const ElementNames nesting{{"item"}, true};
    EXPECT_EQ(records_in(text, 5, nesting).size(), 2U);
    EXPECT_EQ(records_in(text, 5).front(), "<item>a");
}

TEST(ElementEnd, ALostQuoteSpoilsOneTagOnly) {
    EXPECT_EQ(records_in("<r><item a=\"x><b>1</b></item><item>2</item></r>", 4).back(), "<item>2</item>");
}

TEST(XmlTree, ReadsWhatIsNotQuiteXml) {
    std::string problem;
    const auto tree = XmlTree::of_xml("<a>AT&T &eacute;&nbsp;&bomb; \x01 <b>x</a>", problem);
    ASSERT_TRUE(tree) << problem;
    EXPECT_EQ(tree->root().line(), "AT&T \u00e9 x");
    EXPECT_FALSE(XmlTree::of_xml("no element", problem));
    EXPECT_EQ(problem, "broken XML: no element in it");
}

TEST(XmlTree, RefusesWhatIsNestedTooDeeply) {
    std::string deep;
    for (int i = 0; i < 1000000; ++i)
        deep += "<a>";
    std::string problem;
    EXPECT_FALSE(XmlTree::of_xml(deep, problem));
    EXPECT_EQ(problem, "XML is nested too deeply");
    problem.clear();
    std::string divisions;
    for (int i = 0; i < 1000000; ++i)
        divisions += "<div>";
    EXPECT_FALSE(XmlTree::of_html(divisions, problem));
    EXPECT_EQ(problem, "HTML is nested too deeply");
    // End tags that nothing began are looked for in all that is open.
    std::string open;
    std::string ends;
    for (int i = 0; i < 100; ++i)
        open += "<div>";
    for (int i = 0; i < 500000; ++i)
        ends += "</b>";
    problem.clear();
    EXPECT_TRUE(XmlTree::of_html(open + ends, problem));
}

TEST(XmlTree, ExpandsNoEntitiesOfADocument) {
    std::string problem;
    const auto tree = XmlTree::of_xml(
        "<!DOCTYPE a [<!ENTITY x \"boom\"><!ENTITY y SYSTEM \"file:///etc/passwd\">]><a>&x;&y;left</a>",
        problem);
    ASSERT_TRUE(tree) << problem;
    EXPECT_EQ(tree->root().line(), "left");
}

TEST(Blocks, ParagraphsAreBlockElementsAndDoubledBreaks) {
    EXPECT_EQ(
        body_of_html("<div>One <b>bold</b>\nword.<p>Two.</p>Three.<br><br>Four.</div><script>no</script>"),
        "One bold word.\n\nTwo.\n\nThree.\n\nFour.");
    EXPECT_EQ(body_of_html("<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>"),
              "a\n\nb\n\nc d");
}

TEST(Blocks, WhatStandsInTheTextTwiceEscapedIsResolved) {
    EXPECT_EQ(body_of_html("<p>Bread &amp;amp; butter</p>"), "Bread & butter");
}

TEST(HtmlFragment, BlankLinesAreParagraphsWhereNothingElseIs) {
    EXPECT_EQ(body_of_html("One\nstill <i>one</i>.\n\nTwo."), "One still one.\n\nTwo.");
    EXPECT_EQ(body_of_html("Plain &eacute; text"), "Plain \u00e9 text");
}

TEST(HtmlFragment, TitlesKeepWhatOnlyLooksLikeATag) {
    EXPECT_EQ(line_of_html("Profit <b>up</b> 5 &amp;amp; more"), "Profit up 5 & more");
    EXPECT_EQ(line_of_html("if a<b then"), "if a<b then");
}

TEST(HtmlFragment, TellsHtmlFromProse) {
    EXPECT_TRUE(looks_like_html("one<br/>two"));
    EXPECT_TRUE(looks_like_html("<P>Hello"));
    EXPECT_TRUE(looks_like_html("see <a href='x'>this</a>"));
    EXPECT_FALSE(looks_like_html("profit < 5 and loss > 3"));
    EXPECT_FALSE(looks_like_html("mail <jane@example.org>"));
}

}  // namespace
}  // namespace broadsheet
