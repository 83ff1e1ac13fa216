// The article on a web page: what the page says of it, in each of the ways that pages have.
#include <gtest/gtest.h>

#include "corpus/dates.h"
#include "corpus/html/page.h"

namespace broadsheet::testing {
namespace {

const std::string text =
    "<p>The harbour council voted on Monday to close the old pier, which storms have battered for years.</p>"
    "<p>Engineers had warned in spring that its piles would not last another winter, the minutes say.</p>";

Article article_of(const std::string& head, const std::string& body = text, const std::string& url = {}) {
    std::string problem;
    const std::string page = "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    const std::optional<Article> article = read_page({page, url, {}}, problem);
    EXPECT_TRUE(article.has_value()) << problem;
    return article.value_or(Article{});
}

Article with_json(const std::string& json) {
    return article_of("<script type='application/ld+json'>" + json + "</script>");
}

using Names = std::vector<std::string>;

TEST(HtmlPage, JsonLdOfAnArticle) {
    const Article article = with_json(R"({"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"Pier &amp; harbour to close","datePublished":"2024-01-24T10:15:30+02:00",
        "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"By John Smith"}],
        "publisher":{"@type":"Organization","name":"Harbour Post"},"articleSection":["Local","City"],
        "keywords":"pier, harbour","inLanguage":"en-GB"})");
    EXPECT_EQ(article.title, "Pier & harbour to close");
    EXPECT_EQ(article.date, parse_date("2024-01-24T08:15:30Z"));
    EXPECT_EQ(article.authors, (Names{"Jane Doe", "John Smith"}));
    EXPECT_EQ(article.source, "Harbour Post");
    EXPECT_EQ(article.section, "Local");
    EXPECT_EQ(article.tags, (Names{"pier", "harbour"}));
    EXPECT_EQ(article.language, "en");
}

TEST(HtmlPage, JsonLdOfAGraphWithReferences) {
    const Article article = with_json(R"({"@graph":[{"@type":"WebSite","name":"Post"},
        {"@type":["Article","Thing"],"headline":"Pier to close","author":{"@id":"#jane"}},
        {"@type":"Person","@id":"#jane","name":"Jane Doe"}]})");
    EXPECT_EQ(article.title, "Pier to close");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
}

TEST(HtmlPage, JsonLdThatIsWrappedOrBroken) {
    EXPECT_EQ(
        with_json("//<![CDATA[\n[{\"@type\":\"Article\",\"headline\":\"Pier\nto close\"}]\n//]]>").title,
        "Pier to close");
    EXPECT_EQ(with_json("{\"@type\":\"Article\",\"headline\":").title, "");
    EXPECT_EQ(with_json(std::string(100000, '[')).title, "");
}

TEST(HtmlPage, ListsOfOtherArticlesAreNotThisOne) {
    const Article article = with_json(
        R"({"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Something else"}]})");
    EXPECT_EQ(article.title, "");
}

TEST(HtmlPage, Microdata) {
    const Article article = article_of(
        "",
        "<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop='headline'>Pier to close</h1>"
        "<meta itemprop='datePublished' content='2024-01-24'>"
        "<span itemprop='author' itemscope><b itemprop='name'>Jane Doe</b>, reporter</span>" +
            text + "</div>");
    EXPECT_EQ(article.title, "Pier to close");
    EXPECT_EQ(article.date, parse_date("2024-01-24"));
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
}

TEST(HtmlPage, MetaElements) {
    const Article article = article_of(
        "<meta property='og:title' content='Pier to close | Harbour Post'>"
        "<meta property='og:site_name' content='Harbour Post'>"
        "<meta property='article:published_time' content='2024-01-24T10:15:30Z'>"
        "<meta property='article:author' content='https://example.org/jane'>"
        "<meta name='author' content='Harbour Post'><meta name='byl' content='By Jane Doe and John Smith'>"
        "<meta property='article:tag' content='pier'><meta property='article:tag' content='harbour'>"
        "<link rel='canonical' href='https://example.org/pier'>");
    EXPECT_EQ(article.title, "Pier to close");
    EXPECT_EQ(article.source, "Harbour Post");
    EXPECT_EQ(article.date, parse_date("2024-01-24T10:15:30Z"));
    EXPECT_EQ(article.authors, (Names{"Jane Doe", "John Smith"}));
    EXPECT_EQ(article.tags, (Names{"pier", "harbour"}));
    EXPECT_EQ(article.url, "https://example.org/pier");
}

TEST(HtmlPage, TitleElementsLoseTheSite) {
    EXPECT_EQ(article_of("<title>The council closes the pier - Harbour Post</title>").title,
              "The council closes the pier");
    EXPECT_EQ(article_of("<title>Harbour Post: council votes on pier</title>",
                         "<h1>Council votes on pier</h1>" + text)
                  .title,
              "Council votes on pier");
    EXPECT_EQ(
        article_of("<title>Pier | harbourpost.org</title>", text, "https://www.harbourpost.org/x").title,
        "Pier");
    EXPECT_EQ(article_of("<title>Pier - a history</title>").title, "Pier - a history");
}

TEST(HtmlPage, BylinesThatReadersSee) {
    const Article article = article_of("",
                                       "<h1>Pier</h1><div class='byline'>By Jane Doe March 25, 2015</div>"
                                       "<span class='pub-date'>Published: March 25, 2015</span>" +
                                           text);
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(article.date, parse_date("2015-03-25"));
    EXPECT_EQ(article.body.find("Jane Doe"), std::string::npos);
    EXPECT_EQ(article_of("", text, "https://example.org/2014/12/26/pier").date, parse_date("2014-12-26"));
    EXPECT_FALSE(article_of("", text, "https://example.org/2014/13/26/pier").date.has_value());
}

TEST(HtmlPage, BylinesHoldMoreThanNames) {
    for (const std::string byline :
         {"Print By Jane Doe, reporter", "Text by Jane Doe on March 3, 2015",
          "Follow Jane Doe | The Harbour Post", "By Jane Doe Posted March 3, 2015"}) {
        EXPECT_EQ(article_of("", "<span class=byline>" + byline + "</span>" + text).authors,
                  Names{"Jane Doe"})
            << byline;
    }
    EXPECT_EQ(article_of("", "<span class=author>See All Articles</span>" + text).authors, Names{});
}

TEST(HtmlPage, WithoutTextThereIsNoArticle) {
    std::string problem;
    EXPECT_FALSE(
        read_page({"<html><body><script>run()</script></body></html>", {}, {}}, problem).has_value());
    EXPECT_EQ(problem, "a page without text");
}

TEST(HtmlPage, WhatItTellsParsely) {
    const Article article = article_of(
        R"(<meta name='parsely-page' content='{"title":"Pier to close","pub_date":"2014-10-29 at 07:38:00AM EST",)"
        R"("section":"Harbour","author":"Jane Doe","tags":["pier","storms"]}'>)");
    EXPECT_EQ(article.title, "Pier to close");
    EXPECT_EQ(article.date, parse_date("2014-10-29T12:38:00Z"));
    EXPECT_EQ(article.section, "Harbour");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(article.tags, (Names{"pier", "storms"}));
    EXPECT_EQ(article_of("<meta name='parsely-page' content='{\"title\":'>").title, "");
}

TEST(HtmlPage, ANameThatIsTheSitesIsNoTitle) {
    const Article article = article_of(R"(<title>Pier will close - Harbour Post</title>
        <script type='application/ld+json'>{"@type":"NewsArticle","name":"Harbour Post","headline":"Pier to close",
        "publisher":{"name":"Harbour Post"}}</script>)");
    EXPECT_EQ(article.title, "Pier to close");
}

TEST(HtmlPage, PostsOfSocialMediaAreArticles) {
    EXPECT_EQ(with_json(R"({"@type":"SocialMediaPosting","datePublished":"2024-01-24"})").date,
              parse_date("2024-01-24"));
}

TEST(HtmlPage, DatesOfBylinesThatAreLists) {
    EXPECT_EQ(
        article_of("",
                   "<ul><li>By Jane Doe</li><li><time datetime='2024-01-24 10:15:00 -0500'></li></ul>" + text)
            .date,
        parse_date("2024-01-24T15:15:00Z"));
    // Of other articles.
    EXPECT_EQ(
        article_of("", "<ul><li><a href='/x'>Other</a> <time datetime='2024-01-24'></li></ul>" + text).date,
        std::nullopt);
}

TEST(HtmlPage, DatesInTitlesAndContents) {
    EXPECT_EQ(article_of("", "<abbr class='published' title='2024-01-24T10:15:00Z'>today</abbr>" + text).date,
              parse_date("2024-01-24T10:15:00Z"));
    EXPECT_EQ(article_of("", "<time itemprop='datePublished' content='2024-01-24'>today</time>" + text).date,
              parse_date("2024-01-24"));
}

TEST(HtmlPage, DaysOfEventsAndPeopleAreNotThatOfThePage) {
    EXPECT_EQ(article_of("", "<span class='bday dtstart published'>1998-02-28</span>" + text).date,
              std::nullopt);
}

TEST(HtmlPage, ADateBelowTheHeadline) {
    const std::string heading = "<h1>Pier to close</h1>";
    EXPECT_EQ(article_of("", heading + "<div>Wednesday, 24 January 2024</div>" + text).date,
              parse_date("2024-01-24"));
    EXPECT_EQ(article_of("", "<div>24 January 2024</div>" + heading + text).date, std::nullopt);
    EXPECT_EQ(article_of("", heading + "<div>2024</div>" + text).date, std::nullopt) << "a number";
    EXPECT_EQ(article_of("", heading + text + text + std::string(50, '.') + "<p>24 January 2024</p>").date,
              parse_date("2024-01-24"));
    std::string far = heading;
    for (int i = 0; i < 30; ++i)
        far += "<p>Word.</p>";
    EXPECT_EQ(article_of("", far + "<p>24 January 2024</p>" + text).date, std::nullopt);
}

TEST(HtmlPage, TheLineThatSaysWhenIsNoText) {
    EXPECT_TRUE(
        article_of("", "<p>Submitted on Mon, 2019-01-21 13:49</p>" + text).body.starts_with("The harbour"));
    EXPECT_TRUE(article_of("", "<p>08.04.2015 12:46 Uhr</p>" + text).body.starts_with("The harbour"));
    EXPECT_TRUE(article_of("", "<p>The year was 1998.</p>" + text).body.starts_with("The year"));
}

TEST(HtmlPage, TitlesWithoutBlanksBetweenWords) {
    const auto title_of = [](const std::string& title, const std::string& body = text) {
        return article_of("<title>" + title + "</title>", body).title;
    };
    EXPECT_EQ(title_of("港口将建新码头居民担心噪音_本地新闻_海港报"), "港口将建新码头居民担心噪音");
    EXPECT_EQ(title_of("港口将建新码头居民担心噪音|海港报"), "港口将建新码头居民担心噪音");
    EXPECT_EQ(title_of("港口将建新码头 _本地 _海港报", "<h1>港口将建新码头</h1>" + text), "港口将建新码头");
    EXPECT_EQ(title_of("pier_to_close.txt and how_to_read_it"), "pier_to_close.txt and how_to_read_it");
    EXPECT_EQ(article_of("<meta property='og:title' content='港に新しい桟橋：海港新聞'>"
                         "<meta property='og:site_name' content='海港新聞社'>")
                  .title,
              "港に新しい桟橋");
}

}  // namespace
}  // namespace broadsheet::testing
