// Which of a page's text is its article's.
#include <gtest/gtest.h>

#include "corpus/html/page.h"

namespace broadsheet::testing {
namespace {

const std::string first =
    "The harbour council voted on Monday to close the old pier, which storms have battered for years.";
const std::string second =
    "Engineers had warned in spring that its piles would not last another winter, the minutes say.";
const std::string both = first + "\n\n" + second;
const std::string paragraphs = "<p>" + first + "</p><p>" + second + "</p>";

std::string body_of_page(const std::string& body) {
    std::string problem;
    const std::string page = "<!DOCTYPE html><title>Pier to close</title><body>" + body;
    const std::optional<Article> article = read_page({page, {}, {}}, problem);
    EXPECT_TRUE(article.has_value()) << problem;
    return article.value_or(Article{}).body;
}

TEST(HtmlText, WhatIsAroundAnArticleIsDropped) {
    for (const std::string around :
         {"<nav><a href=/>Home</a> <a href=/x>News, sport, weather and all the rest of it</a></nav>",
          "<ul><li><a href=/1>Ferries run late again</a></li><li><a href=/2>School gets a roof</a></li></ul>",
          "<div class='related-articles'><p>Ferries were late again on Sunday, passengers say, by an "
          "hour.</p></div>",
          "<section id='comments'><p>I walked there as a child, and I will miss it very much.</p></section>",
          "<figure><img src=x><figcaption>The pier in March, before the storm, from the "
          "air.</figcaption></figure>",
          "<div class='cookie-notice'>We use cookies to make this site better, and you can say no to "
          "them.</div>",
          "<form><p>Sign up for our letter, which comes every morning at seven, free of charge.</p></form>",
          "<aside><p>More about piers, harbours and storms is in our series on the coast.</p></aside>",
          "<div style='display: none'><p>This text is for those only who have paid, in full, for "
          "it.</p></div>",
          "<footer><p>Copyright of the Harbour Post, all rights reserved, printed at the "
          "quay.</p></footer>"}) {
        EXPECT_EQ(body_of_page("<h1>Pier to close</h1>" + paragraphs + around), both) << around;
        EXPECT_EQ(body_of_page(around + "<div>" + paragraphs + "</div>"), both) << around;
    }
}

TEST(HtmlText, NamesDoNotDropWhatHoldsTheText) {
    EXPECT_EQ(body_of_page("<div class='with-sidebar comments-open'>" + paragraphs + "</div>"), both);
}

TEST(HtmlText, BreaksSeparateParagraphs) {
    EXPECT_EQ(body_of_page("<div>" + first + "<br><br>" + second + "</div>"), both);
    EXPECT_EQ(body_of_page("<div>" + first + "<br/>\n<br/>" + second + "</div>"), both);
}

TEST(HtmlText, ListsQuotesTablesAndCodeStay) {
    EXPECT_EQ(
        body_of_page(paragraphs + "<h2>The cost</h2><ul><li>Two million now</li><li>Nine later</li></ul>"),
        both + "\n\nThe cost\n\nTwo million now\n\nNine later");
    EXPECT_EQ(body_of_page(paragraphs + "<blockquote>We had no choice.</blockquote>"),
              both + "\n\nWe had no choice.");
    EXPECT_EQ(body_of_page(paragraphs + "<table><tr><td>Wood</td><td>12 t</td></tr><tr><td>Steel</td><td>3 "
                                        "t</td></tr></table>"),
              both + "\n\nWood 12 t\n\nSteel 3 t");
}

TEST(HtmlText, SectionsBelongTogether) {
    EXPECT_EQ(
        body_of_page("<div class=part><p>" + first + "</p></div><div class=part><p>" + second + "</p></div>"),
        both);
}

TEST(HtmlText, UnclosedElementsAreClosedAsBrowsersDo) {
    EXPECT_EQ(body_of_page("<div><p>" + first + "<p>" + second + "</div>"), both);
}

TEST(HtmlText, LabelsAndPointersBetweenParagraphsAreDropped) {
    EXPECT_EQ(body_of_page("<div><p>" + first +
                           "</p><p>Advertisement</p><p>Read more: <a href=/x>Ferries</a> late</p>" + "<p>" +
                           second + "</p></div>"),
              both);
}

// The text that the page gives as data.
std::string with_said(const std::string& said, const std::string& shown) {
    return body_of_page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                        said + "\"}</script>" + shown);
}

std::string long_text(const std::string& begin, const std::string& end) {
    std::string text;
    for (const std::string about :
         {"the pier", "the harbour", "the storms", "the council", "the ferries", "the town", "the quay"})
        text += (text.empty() ? "" : " ") + begin + " " + about + " " + end;
    return text;
}

const std::string jane =
    long_text("Jane wrote of", "in her diary at night, when all the others were asleep.");
const std::string john =
    long_text("John drew", "on large sheets, with chalk and coal, but never showed them.");

TEST(HtmlText, TheTextThatIsGivenAsDataIsTakenWhereThePageMissesIt) {
    EXPECT_EQ(with_said(jane, "<p>" + first + "</p>"), jane);
    const std::string apart =
        "<div class=sidebar><p>" + jane.substr(0, 250) + "</p><p>" + jane.substr(250) + "</p></div>";
    EXPECT_EQ(with_said(jane, "<div><p>" + john + "</p></div>" + apart),
              jane.substr(0, 250) + "\n\n" + jane.substr(250));
}

TEST(HtmlText, ThePageIsRightWhereItHasMoreThanTheData) {
    const std::string shown = "<div><p>" + jane + "</p><p>" + john + "</p></div>";
    EXPECT_EQ(with_said(jane, shown), jane + "\n\n" + john);
    EXPECT_EQ(with_said(jane + " ...", "<p>" + first + "</p>"), first);
}

TEST(HtmlText, WritingWithoutBlanks) {
    const std::string chinese =
        "港口委员会周一投票决定关闭旧码头，多年来风暴不断侵袭这座码头。工程师今年春天曾警告说，木桩撑不过下一"
        "个冬天。";
    EXPECT_EQ(body_of_page("<ul><li><a href=/1>新闻</a><li><a href=/2>体育</a></ul><div><p>" + chinese +
                           "</p></div>"),
              chinese);
}

}  // namespace
}  // namespace broadsheet::testing
