// NITF, NewsML-G2, NewsML 1 and the dumps of wikis.
#include <gtest/gtest.h>

#include "corpus/formats/identity.h"
#include "corpus/formats/wiki_text.h"
#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

using Names = std::vector<std::string>;

TEST(Nitf, MapsHeadAndBody) {
    const Article article = only(read_text(R"(<nitf baselang="en-US"><head><title>slug</title>
        <tobject><tobject.subject tobject.subject.refnum="04010000" tobject.subject.matter="Transport"/></tobject>
        <docdata><doc-id id-string="4711" regsrc="EX"/><date.issue norm="20151014T043001+0100"/>
        <key-list><keyword key="cranes"/></key-list></docdata></head>
        <body><body.head><hedline><hl1>Crane falls</hl1></hedline><byline>By Jane Doe<byttl>Port Writer</byttl></byline>
        <distributor>Example Press</distributor></body.head>
        <body.content><p>A crane fell in <location>Elmsworth</location>.</p><media><media-caption>a crane</media-caption></media>
        <p><person>John Roe's</person> ship was hit.</p></body.content></body></nitf>)"));
    EXPECT_EQ(article.title, "Crane falls");
    EXPECT_EQ(article.body, "A crane fell in Elmsworth.\n\nJohn Roe's ship was hit.");
    EXPECT_EQ(article.id, "example-press-4711");
    EXPECT_EQ(article.source, "Example Press");
    EXPECT_EQ(article.section, "economy, business and finance");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(article.people, Names{"John Roe"});
    EXPECT_EQ(article.places, Names{"Elmsworth"});
    EXPECT_EQ(article.tags, (Names{"cranes", "Transport"}));
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(iso_8601(*article.date), "2015-10-14T03:30:01Z");
    EXPECT_EQ(article.media_type, "application/nitf+xml");
}

TEST(Nitf, TakesTheFullTextOfTheNewYorkTimesOnce) {
    const Article article =
        only(read_text(R"(<nitf><head><title>T</title><meta name="online_sections" content="World; New York"/>
        <docdata><doc-id id-string="1815718"/><identified-content><classifier class="indexing_service" type="descriptor">Ships</classifier>
        <classifier class="online_producer" type="taxonomic_classifier">Top/News</classifier><person>ROE, JOHN</person></identified-content></docdata>
        <pubdata date.publication="20070101T000000" ex-ref="https://example.org/a" name="The Example Times"/></head>
        <body><body.head><byline class="print_byline">By JANE DOE</byline><byline class="normalized_byline">DOE, JANE</byline></body.head>
        <body.content><block class="lead_paragraph"><p>Lead.</p></block><block class="full_text"><p>Lead.</p><p>More.</p></block></body.content></body></nitf>)"));
    EXPECT_EQ(article.body, "Lead.\n\nMore.");
    EXPECT_EQ(article.section, "World");
    EXPECT_EQ(article.authors, Names{"JANE DOE"});
    EXPECT_EQ(article.tags, Names{"Ships"});
    EXPECT_EQ(article.id, "the-example-times-1815718");
    EXPECT_EQ(article.url, "https://example.org/a");
}

const char* const g2_item = R"(<newsItem guid="urn:newsml:example.org:1" xml:lang="de"><itemMeta>
    <itemClass qcode="ninat:text"/><provider qcode="nprov:EX"><name>Beispiel Agentur</name></provider>
    <versionCreated>2022-10-11T11:14:42+02:00</versionCreated></itemMeta><contentMeta><headline>Kran</headline>
    <by>Von Jana Doe</by><subject type="cpnat:abstract" qcode="medtop:15000000"><name xml:lang="en">sport</name><name xml:lang="de">Sport</name></subject>
    <subject type="cpnat:person"><name>Max Muster</name></subject><subject qcode="x:1"/></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
    <body><p>Eins.</p><p>Zwei.</p></body></html></inlineXML></contentSet></newsItem>)";

TEST(NewsMlG2, ReadsItemsAloneAndInMessages) {
    for (const std::string& text :
         {std::string(g2_item), "<newsMessage xmlns='n'><header><sent>2022-10-11</sent></header><itemSet>" +
                                    std::string(g2_item) + "</itemSet></newsMessage>"}) {
        const Article article = only(read_text(text));
        EXPECT_EQ(article.id, "urn:newsml:example.org:1");
        EXPECT_EQ(article.title, "Kran");
        EXPECT_EQ(article.body, "Eins.\n\nZwei.");
        EXPECT_EQ(article.source, "Beispiel Agentur");
        EXPECT_EQ(article.tags, Names{"Sport"});
        EXPECT_EQ(article.people, Names{"Max Muster"});
        EXPECT_EQ(article.section, "sport");
        EXPECT_EQ(article.language, "de");
        EXPECT_EQ(iso_8601(*article.date), "2022-10-11T09:14:42Z");
        EXPECT_EQ(article.original, g2_item);
    }
}

TEST(NewsMlG2, PicturesAndPackagesAreNoArticles) {
    const std::string picture =
        "<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem>";
    EXPECT_EQ(read_text(picture).told(), "standard input: no article in it, but 1 picture\n");
    EXPECT_EQ(read_text("<newsMessage>" + picture + picture + "<packageItem/></newsMessage>").told(),
              "standard input: no article in it, but 1 package, 2 picture\n");
    EXPECT_EQ(read_text("<newsMessage>" + picture + g2_item + "</newsMessage>").told(), "");
}

TEST(NewsMlG2, TextThatCameOverTheWireKeepsItsParagraphs) {
    const Article article =
        only(read_text("<newsItem><contentMeta><headline>H</headline></"
                       "contentMeta><contentSet><inlineXML><html><body><p>First line\n"
                       "goes on.\n\n    Second\nparagraph.\n    "
                       "Third.\n</p></body></html></inlineXML></contentSet></newsItem>"));
    EXPECT_EQ(article.body, "First line goes on.\n\nSecond paragraph.\n\nThird.");
}

TEST(NewsMl, ReadsTextsAndLeavesPicturesAndCaptions) {
    const Article article =
        only(read_text(R"(<NewsML><NewsEnvelope><DateAndTime>20240710T130037Z</DateAndTime></NewsEnvelope>
        <NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>example.org</ProviderId>
        <PublicIdentifier>urn:newsml:example.org:1</PublicIdentifier></NewsIdentifier></Identification>
        <NewsManagement><FirstCreated>20140829T134951+0000</FirstCreated></NewsManagement>
        <NewsComponent><NewsLines><HeadLine>Titre</HeadLine><ByLine>Par Jeanne Doe</ByLine></NewsLines>
        <AdministrativeMetadata><Provider><Party FormalName="EX"/></Provider></AdministrativeMetadata>
        <DescriptiveMetadata><Language FormalName="fr"/><Property FormalName="Keyword" Value="port"/></DescriptiveMetadata>
        <NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>Un.</p><p>Deux.</p></DataContent></ContentItem></NewsComponent>
        <NewsComponent><Role FormalName="Caption"/><NewsLines><HeadLine>Photo</HeadLine></NewsLines>
        <ContentItem><MediaType FormalName="Text"/><DataContent><p>legend</p></DataContent></ContentItem></NewsComponent>
        <NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
        </NewsComponent></NewsItem></NewsML>)"));
    EXPECT_EQ(article.id, "urn:newsml:example.org:1");
    EXPECT_EQ(article.title, "Titre");
    EXPECT_EQ(article.body, "Un.\n\nDeux.");
    EXPECT_EQ(article.source, "EX");
    EXPECT_EQ(article.tags, Names{"port"});
    EXPECT_EQ(article.language, "fr");
    EXPECT_EQ(iso_8601(*article.date), "2014-08-29T13:49:51Z");
}

TEST(NewsMl, AnItemOfPicturesIsNone) {
    EXPECT_EQ(
        read_text(
            "<NewsML><NewsItem><NewsComponent><ContentItem><MediaType FormalName='Photo'/></ContentItem>"
            "</NewsComponent></NewsItem></NewsML>")
            .told(),
        "standard input: no article in it, but 1 photo\n");
}

TEST(MediaWiki, ReadsPagesAndPassesOverTheRest) {
    const Article article = only(read_text(
        R"(<mediawiki xml:lang="en"><siteinfo><sitename>Wikinews</sitename><dbname>enwikinews</dbname>
        <base>https://en.example.org/wiki/Main_Page</base></siteinfo>
        <page><title>Talk:X</title><ns>1</ns><id>2</id><revision><text>no</text></revision></page>
        <page><title>Y</title><ns>0</ns><id>3</id><redirect title="Z"/><revision><text>#REDIRECT [[Z]]</text></revision></page>
        <page><title>Crane falls</title><ns>0</ns><id>4</id><revision><timestamp>2024-02-01T00:00:00Z</timestamp>
        <text>{{date|January 24, 2024}} A '''crane''' fell on [[Elmsworth|the town]].&lt;ref&gt;no&lt;/ref&gt;
[[Category:Cranes]]</text></revision></page></mediawiki>)"));
    EXPECT_EQ(article.title, "Crane falls");
    EXPECT_EQ(article.body, "A crane fell on the town.");
    EXPECT_EQ(article.id, "enwikinews-4");
    EXPECT_EQ(article.url, "https://en.example.org/wiki/Crane_falls");
    EXPECT_EQ(article.tags, Names{"Cranes"});
    EXPECT_EQ(iso_8601(*article.date), "2024-01-24T00:00:00Z");
}

TEST(WikiText, LeavesOutWhatIsNoText) {
    const WikiArticle article = read_wiki_text(
        "{{infobox|{{nested|x}}|y}}One [https://example.org label].\n{| class=x\n|-\n| cell\n|}\n\n== Later "
        "==\n* first\n* second\n"
        "[[File:a.jpg|thumb|a [[b]] c]]\n== Sources ==\n* [https://example.org source]\n");
    EXPECT_EQ(article.body, "One label.\n\nLater\n\nfirst\n\nsecond");
    EXPECT_EQ(read_wiki_text("{{never closed [[link").body, "never closed link");
}

TEST(Identity, IdsAreStable) {
    EXPECT_EQ(stable_id("Agencia EFE", "22751909"), "agencia-efe-22751909");
    EXPECT_EQ(stable_id("", "22751909"), "");
    EXPECT_EQ(stable_id("x", "urn:y:1"), "urn:y:1");
    EXPECT_EQ(iptc_subject("04016034"), "economy, business and finance");
    EXPECT_EQ(iptc_subject("99000000"), "");
    EXPECT_EQ(iptc_subject("4"), "");
}

}  // namespace
}  // namespace broadsheet::testing
