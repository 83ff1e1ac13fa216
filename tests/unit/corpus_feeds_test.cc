// RSS, Atom and sitemaps.
#include <gtest/gtest.h>

#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

TEST(Feed, ReadsRss) {
    const std::string item =
        "<item><title>Harbour &amp;#8216;reopens&amp;#8217;</title><media:title>not this</media:title>"
        "<link>https://example.org/harbour</link><description>Short.</description>"
        "<content:encoded><![CDATA[<p>Ships are back.</p><p>So is the crane.</p>]]></content:encoded>"
        "<dc:creator>Jane Doe</dc:creator><pubDate>Wed, 24 Jan 2024 10:15:30 +0100</pubDate>"
        "<category>Trade</category><category>Ports</category><guid isPermaLink=\"false\">7</guid></item>";
    const Article article = only(read_text(
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\" xmlns:media=\"m\">"
        "<channel><title>The Harbour Post</title><language>en-gb</language>" +
        item + "</channel></rss>"));
    EXPECT_EQ(article.title, "Harbour \u2018reopens\u2019");
    EXPECT_EQ(article.body, "Ships are back.\n\nSo is the crane.");
    EXPECT_EQ(article.url, "https://example.org/harbour");
    EXPECT_EQ(article.id, "https://example.org/harbour");  // "7" would be another feed's, too
    EXPECT_EQ(article.source, "The Harbour Post");
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(article.tags, (std::vector<std::string>{"Trade", "Ports"}));
    EXPECT_EQ(iso_8601(*article.date), "2024-01-24T09:15:30Z");
    EXPECT_EQ(article.original, item);
}

TEST(Feed, ReadsRssOnePointZero) {
    const Article article = only(read_text(
        "<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"d\"><channel rdf:about=\"x\">"
        "<title>Daily</title></channel><item rdf:about=\"https://example.org/1\"><title>T</title>"
        "<link>https://example.org/1</link><dc:date>2008-09-02T19:50:07-01:00</dc:date></item></rdf:RDF>"));
    EXPECT_EQ(article.title, "T");
    EXPECT_EQ(article.source, "Daily");
    EXPECT_EQ(iso_8601(*article.date), "2008-09-02T20:50:07Z");
}

TEST(Feed, ReadsAtom) {
    const Article article =
        only(read_text("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>Blatt</title>"
                       "<author><name>Redaktion</name></author><entry><id>tag:example.org,2024:1</id>"
                       "<title type=\"html\">Ein &lt;b>Titel&lt;/b></title><link rel=\"self\" "
                       "href=\"https://example.org/x\"/>"
                       "<link href=\"https://example.org/1\"/><published>2024-01-24T10:00:00Z</published>"
                       "<updated>2024-02-01T10:00:00Z</updated><category term=\"Politik\"/>"
                       "<content type=\"xhtml\"><div "
                       "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Eins.</p><p>Zwei.</p></div></content>"
                       "</entry></feed>"));
    EXPECT_EQ(article.id, "tag:example.org,2024:1");
    EXPECT_EQ(article.title, "Ein Titel");
    EXPECT_EQ(article.body, "Eins.\n\nZwei.");
    EXPECT_EQ(article.url, "https://example.org/1");
    EXPECT_EQ(article.language, "de");
    EXPECT_EQ(article.authors, std::vector<std::string>{"Redaktion"});
    EXPECT_EQ(article.tags, std::vector<std::string>{"Politik"});
    EXPECT_EQ(iso_8601(*article.date), "2024-01-24T10:00:00Z");
}

TEST(Feed, HasArticlesWithoutIdsAndAddresses) {
    const Outcome outcome =
        read_text("<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>");
    ASSERT_EQ(outcome.articles.size(), 2U);
    EXPECT_NE(outcome.articles[0].id, outcome.articles[1].id);
}

TEST(Feed, ABrokenItemSpoilsNoOther) {
    const Outcome outcome = read_text(
        "<rss><channel><item><title>A</title><item><title>B & C</title></item><item></item>"
        "<item><title>D</title></item></channel></rss>");
    ASSERT_EQ(outcome.articles.size(), 3U);
    EXPECT_EQ(outcome.articles[1].title, "B & C");
    EXPECT_EQ(outcome.told(), "standard input:3: no title and no text\n");
}

TEST(Feed, SaysWhereItIsCutOff) {
    const Outcome outcome = read_text("<rss><channel><item><title>A</title></item><item><title>B");
    EXPECT_EQ(outcome.articles.size(), 1U);
    EXPECT_EQ(outcome.told(), "standard input:2: broken XML: the element does not end\n");
    EXPECT_EQ(read_text("<rss><channel></channel></rss>").told(),
              "standard input: no <item> element in it\n");
}

TEST(Feed, KnowsLatin1WithAndWithoutItsDeclaration) {
    const std::string feed = "<rss><channel><item><title>Caf\xe9</title></item></channel></rss>";
    EXPECT_EQ(only(read_text(feed)).title, "Caf\u00e9");
    EXPECT_EQ(only(read_text("<?xml version='1.0' encoding='ISO-8859-2'?>" + feed)).title, "Caf\u00e9");
}

TEST(Feed, IsBoundedHoweverLargeAndDeepAnItemIs) {
    std::string item = "<item><title>T</title>";
    for (int i = 0; i < 200000; ++i)
        item += "<a>";
    const Outcome deep = read_text("<rss>" + item + "</item><item><title>B</title></item></rss>");
    EXPECT_EQ(deep.articles.size(), 1U);
    EXPECT_EQ(deep.told(), "standard input:1: XML is nested too deeply\n");

    std::string attributes = "<item ";
    for (int i = 0; i < 5000; ++i)
        attributes += "a" + std::to_string(i) + "='' ";
    EXPECT_EQ(read_text("<rss>" + attributes + "/><item><title>B</title></item></rss>").told(),
              "standard input:1: XML has a tag with too many attributes\n");

    ReadOptions small;
    small.largest_record = 1000;
    const Outcome large = read_text("<rss><item><title>A</title></item><item>" + std::string(700000, 'x') +
                                        "</item><item><title>B</title></item></rss>",
                                    "feed", small);
    EXPECT_EQ(large.articles.size(), 2U);
    EXPECT_EQ(large.told(), "standard input:2: larger than 1000 bytes\n");
}

TEST(Feed, EntityBombsAreJustText) {
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'n'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    const Article article = only(read_text(bomb + "]><rss><item><title>T &m;</title></item></rss>"));
    EXPECT_EQ(article.title, "T");
}

TEST(Feed, ExportsOfWordPressHaveSections) {
    const Outcome outcome = read_text(
        "<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel><title>Blog</title>"
        "<item><title>Pic</title><wp:post_type>attachment</wp:post_type></item>"
        "<item><title>Post</title><category domain=\"category\">Business</category>"
        "<category domain=\"post_tag\">ports</category><wp:post_type>post</wp:post_type>"
        "<content:encoded><![CDATA[One <b>line</b>.\n\nAnother.]]></content:encoded></item></channel></rss>");
    const Article article = only(outcome);
    EXPECT_EQ(article.section, "Business");
    EXPECT_EQ(article.tags, std::vector<std::string>{"ports"});
    EXPECT_EQ(article.body, "One line.\n\nAnother.");
}

TEST(Sitemap, ReadsNews) {
    const Article article = only(read_text(
        "<urlset xmlns:news=\"n\"><url><loc>https://example.org/1</loc><news:news><news:publication>"
        "<news:name>The Example</news:name><news:language>en</news:language></news:publication>"
        "<news:publication_date>2024-01-24</news:publication_date><news:title>Crane falls</news:title>"
        "<news:keywords>cranes, "
        "harbours</news:keywords></news:news></url><url><loc>https://example.org/</loc></url></urlset>"));
    EXPECT_EQ(article.title, "Crane falls");
    EXPECT_EQ(article.source, "The Example");
    EXPECT_EQ(article.tags, (std::vector<std::string>{"cranes", "harbours"}));
}

}  // namespace
}  // namespace broadsheet::testing
