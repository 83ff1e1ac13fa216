// JSON that means more than the names of its members say: ninjs, JSON Feed, the Washington Post, HTML in
// texts.
#include <gtest/gtest.h>

#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

using Names = std::vector<std::string>;

TEST(JsonShapes, Ninjs) {
    const Article article = only(
        read_text(R"({"uri":"urn:newsml:example.org:1","type":"text","versioncreated":"2013-07-09T10:37:00Z",
        "title":"slug","headline":"Crane falls","byline":"By Jane Doe","body_xhtml":"<div><p>One.</p><p>Two.</p></div>","language":"en",
        "person":[{"name":"John Roe"}],"organisation":[{"name":"Port Authority"}],"place":[{"name":"Elmsworth"}],
        "subject":[{"code":"subj:15000000","name":"sport"}],"provider":"Example Agency"})"));
    EXPECT_EQ(article.id, "urn:newsml:example.org:1");
    EXPECT_EQ(article.url, "");
    EXPECT_EQ(article.title, "Crane falls");
    EXPECT_EQ(article.body, "One.\n\nTwo.");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(article.people, Names{"John Roe"});
    EXPECT_EQ(article.organisations, Names{"Port Authority"});
    EXPECT_EQ(article.places, Names{"Elmsworth"});
    EXPECT_EQ(article.tags, Names{"sport"});
    EXPECT_EQ(article.section, "sport");
    EXPECT_EQ(article.source, "Example Agency");
    EXPECT_EQ(iso_8601(*article.date), "2013-07-09T10:37:00Z");
}

TEST(JsonShapes, PicturesAreNoArticles) {
    EXPECT_EQ(
        read_text(
            R"({"guid":"1","versioncreated":"2013-07-09T10:37:00Z","type":"picture","headline":"A crane"})")
            .told(),
        "standard input:1: no article but a picture\n");
}

TEST(JsonShapes, JsonFeed) {
    const Article article = only(read_text(
        R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"The Example","language":"de-AT",
        "home_page_url":"https://example.org","items":[{"id":"https://example.org/1","url":"https://example.org/1","title":"T",
        "content_html":"<p>One &amp; two.</p><p>Three.</p>","date_published":"2024-01-24T10:00:00-05:00","authors":[{"name":"Jane Doe"}],"tags":["a"]}]})"));
    EXPECT_EQ(article.source, "The Example");
    EXPECT_EQ(article.language, "de");
    EXPECT_EQ(article.body, "One & two.\n\nThree.");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(iso_8601(*article.date), "2024-01-24T15:00:00Z");
}

TEST(JsonShapes, WashingtonPost) {
    const Article article = only(read_text(
        R"({"id":"b2e89334","article_url":"https://example.org/1","title":"Crane falls","author":"Jane Doe",
        "published_date":1325376562000,"contents":[{"content":"Sports","type":"kicker"},{"content":"Crane falls","type":"title"},
        null,{"content":"One <b>bold</b>.","subtype":"paragraph","type":"sanitized_html"},{"content":"x","type":"image"},
        {"content":"Two.","subtype":"paragraph","type":"sanitized_html"}],"type":"article","source":"The Washington Post"})"));
    EXPECT_EQ(article.body, "One bold.\n\nTwo.");
    EXPECT_EQ(article.section, "Sports");
    EXPECT_EQ(article.source, "The Washington Post");
    EXPECT_EQ(iso_8601(*article.date), "2012-01-01T00:09:22Z");
}

TEST(JsonShapes, AnswersOfServices) {
    EXPECT_EQ(
        only(
            read_text(
                R"({"id":"x","data":{"item":{"headline":"One","versioncreated":"2019-07-03","uri":"urn:1"}}})"))
            .title,
        "One");
    EXPECT_EQ(
        read_text(
            R"({"data":{"items":[{"meta":{},"item":{"headline":"One"}},{"meta":{},"item":{"headline":"Two"}}]}})")
            .articles.size(),
        2U);
}

TEST(JsonShapes, HtmlInTextsIsRead) {
    EXPECT_EQ(only(read_text(R"({"title":"a <b>bold</b> title","body":"<p>One.</p><p>x &lt; y</p>"})")).body,
              "One.\n\nx < y");
    EXPECT_EQ(only(read_text(R"({"title":"T","body":"profit < 5 and loss > 3"})")).body,
              "profit < 5 and loss > 3");
}

}  // namespace
}  // namespace broadsheet::testing
