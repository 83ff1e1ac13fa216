// IPTC 7901 and ANPA, mail and Usenet, Markdown, TREC.
#include <gtest/gtest.h>

#include "corpus/formats/front_matter.h"
#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

using namespace std::string_literals;
using Names = std::vector<std::string>;

const std::string iptc =
    "\x01"
    "exa062 4 i 211  exa 061\r\n\r\nPorts/Elmsworth/\r\n\x02"
    "1ST LEAD\r\nCrane falls in Elmsworth harbour\r\nBy Jane Doe =\r\n\r\n"
    "   Elmsworth (exa) - A crane has fallen in the harbour, and nobody\r\nknows yet why it did so.\r\n\r\n  "
    " Nobody was hurt.\r\n\x03"
    "131137 GMT Nov 13 \r\n\x7f\r\n\x04"s;

TEST(Iptc7901, MapsAMessage) {
    const Article article = only(read_text(iptc));
    EXPECT_EQ(article.title, "Crane falls in Elmsworth harbour");
    EXPECT_EQ(article.body,
              "Elmsworth (exa) - A crane has fallen in the harbour, and nobody knows yet why it did "
              "so.\n\nNobody was hurt.");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(article.tags, (Names{"Ports", "Elmsworth"}));
    EXPECT_EQ(article.section, "international");
    EXPECT_EQ(article.source, "exa");
    EXPECT_EQ(article.id, "exa-exa062-2013-11-13");
    EXPECT_EQ(iso_8601(*article.date), "2013-11-13T11:37:00Z");
}

TEST(Iptc7901, ReadsSeveralInAFile) {
    std::string other = iptc;
    other.replace(other.find("exa062"), 6, "exa063");
    EXPECT_EQ(read_text(iptc + "\r\n" + other.substr(0, other.size() - 1) + iptc).articles.size(), 3U);
}

TEST(Anpa, MapsAMessage) {
    const Article article =
        only(read_text("\x16\x16\x01"
                       "W2870\x1f"
                       "exa\r\nf s\x11 BC-XX--Crane     11-13 1049\r\n\x02^BC-XX--Crane,46<\r\n^Crane falls "
                       "in Elmsworth<\r\n"
                       "^Eds: With photos.<\r\n^By JANE DOE=\r\n^Associated Press=\r\n\t   ELMSWORTH (AP) _ "
                       "``It just fell,'' he said. \r\n \r\n"
                       "\t   Nobody was hurt.\r\n\t   ^AP-WF-11-13-13 1509GMT<\r\n\r\n\x0c\r\n\x04"s));
    EXPECT_EQ(article.title, "Crane falls in Elmsworth");
    EXPECT_EQ(article.body, "ELMSWORTH (AP) \u2014 \u201cIt just fell,\u201d he said.\n\nNobody was hurt.");
    EXPECT_EQ(article.authors, Names{"JANE DOE"});
    EXPECT_EQ(article.source, "Associated Press");
    EXPECT_EQ(article.section, "sport");
    EXPECT_EQ(article.id, "ap-W2870-2013-11-13");
    EXPECT_EQ(iso_8601(*article.date), "2013-11-13T15:09:00Z");
}

const std::string message =
    "Return-Path: <jane@example.org>\nFrom: Jane Doe <jane@example.org>\nMessage-ID: <1@example.org>\n"
    "Subject: =?utf-8?Q?Caf=C3=A9?= opens\nDate: Wed, 24 Jan 2024 10:15:30 +0100\nNewsgroups: "
    "example.news,example.ports\n"
    "MIME-Version: 1.0\n";

// Of programs that leave UTF-8 in a word of which they say that it is something else.
TEST(Mail, ReadsSubjectsWithAWrongCharset) {
    const auto title_of = [](const std::string& subject) {
        return only(read_text("From: jane@example.org\nMessage-ID: <1@x>\nSubject: " + subject + "\n\ntext\n",
                              "mail"))
            .title;
    };
    EXPECT_EQ(title_of("=?windows-1252?Q?Harbour\u2019s_caf\u00e9?="), "Harbour\u2019s caf\u00e9");
    EXPECT_EQ(title_of("=?windows-1252?Q?Harbour=92s?= =?iso-8859-1?q?_caf\u00e9?="),
              "Harbour\u2019s caf\u00e9");
    EXPECT_EQ(title_of("=?windows-1252?Q?caf\u00e9"), "=?windows-1252?Q?caf\u00e9");
}

TEST(Mail, MapsAMessage) {
    const Article article =
        only(read_text(message +
                       "Content-Type: text/plain; charset=iso-8859-1\n"
                       "Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 is open.\n\nCome in.\n"));
    EXPECT_EQ(article.title, "Caf\u00e9 opens");
    EXPECT_EQ(article.body, "The caf\u00e9 is open.\n\nCome in.");
    EXPECT_EQ(article.id, "1@example.org");
    EXPECT_EQ(article.source, "example.org");
    EXPECT_EQ(article.section, "example.news");
    EXPECT_EQ(article.authors, Names{"Jane Doe"});
    EXPECT_EQ(iso_8601(*article.date), "2024-01-24T09:15:30Z");
}

TEST(Mail, TakesPlainTextBeforeHtmlAndNoAttachments) {
    const std::string parts =
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; "
        "boundary=y\n\n"
        "--y\nContent-Type: text/plain\n\nPlain.\n--y\nContent-Type: text/html\n\n<p>Html.</p>\n--y--\n"
        "--x\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNo.\n--x--\n";
    EXPECT_EQ(only(read_text(message + parts)).body, "Plain.");
    EXPECT_EQ(only(read_text(message + "Content-Type: text/html\n\n<p>One.</p><p>Two.</p>")).body,
              "One.\n\nTwo.");
}

TEST(Mail, ReadsMailboxes) {
    const std::string box =
        "From jane@example.org Wed Jan 24 10:15:30 2024\n" + message + "\nFrom here on.\n\n";
    const Outcome outcome = read_text(box + box);
    ASSERT_EQ(outcome.articles.size(), 2U) << outcome.told();
    EXPECT_EQ(outcome.articles[1].body, "From here on.");
}

TEST(Mail, PartsInPartsInPartsAreBounded) {
    std::string deep = message;
    for (int i = 0; i < 20000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
                std::to_string(i) + "\n";
    EXPECT_EQ(read_text(deep).told(), "standard input:1: mail with too many parts in parts\n");
}

TEST(Markdown, HasFrontMatter) {
    const Article article =
        only(read_text("---\ntitle: \"Crane: it falls\"\ndate: 2024-01-24T10:00:00Z  # draft\ntags:\n  - "
                       "ports\n  - cranes\nauthor:\n  name: Jane Doe\n"
                       "authors: [Jane Doe, 'John Roe']\ndescription: >\n  A lead\n  over lines\n---\n\n# "
                       "Head\n\nOne *bold* [link](https://example.org).\nStill one.\n\n"
                       "- first\n- second\n\n![picture](a.png)\n"));
    EXPECT_EQ(article.title, "Crane: it falls");
    EXPECT_EQ(article.tags, (Names{"ports", "cranes"}));
    EXPECT_EQ(article.authors, (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(article.body, "Head\n\nOne bold link. Still one.\n\nfirst\n\nsecond");
    EXPECT_EQ(iso_8601(*article.date), "2024-01-24T10:00:00Z");
}

TEST(Markdown, UnderstandsToml) {
    const auto front = read_front_matter("+++\ntitle = 'It''s'\ntags = [\"a\", \"b, c\"]\n+++\nText");
    ASSERT_TRUE(front);
    EXPECT_EQ(front->values[0].second, "It's");
    EXPECT_EQ(front->values[1].second, "a; b, c");
    EXPECT_EQ(front->rest, "Text");
    EXPECT_FALSE(read_front_matter("---\nno end: x\n"));
    EXPECT_FALSE(read_front_matter("---\n\nJust a rule above.\n---\n"));
}

TEST(Trec, ReadsTheCollections) {
    const Outcome outcome = read_text(
        "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<HEAD>Crane Falls</HEAD>\n<BYLINE>By JANE "
        "DOE</BYLINE>\n<TEXT>\n   One &amp; two.\n   Three.\n</TEXT>\n</DOC>\n"
        "<DOC><DOCNO>FT911-3</DOCNO><DATE>910514\n</DATE><HEADLINE>\nFT  14 MAY 91 / Crane falls "
        "again\n</HEADLINE><TEXT>Text.</TEXT></DOC>\n"
        "<DOC><DOCNO>LA010189-0001</DOCNO><DATE><P>January 1, 1989, Sunday, Home "
        "Edition</P></DATE><SECTION><P>Book Review; Page 1; Desk</P></SECTION>"
        "<HEADLINE><P>CRANES</P></HEADLINE><TEXT><P>One.</P><P>Two.</P></TEXT></DOC>\n"
        "<DOC id=\"NYT_ENG_19940701.0001\" "
        "type=\"story\"><HEADLINE>Head</HEADLINE><TEXT><P>A.</P></TEXT></DOC>\n"
        "<DOC><DOCNO>FBIS3-1</DOCNO><HEADER><DATE1>1 March "
        "1994</DATE1><H3><TI>Title</TI></H3></HEADER><TEXT>T<F P=105>x</F></TEXT></DOC>\n"
        "<DOC><DOCNO>WSJ870324-0001</DOCNO><HL>Head</HL><DD>03/24/87</DD><TEXT>T</TEXT></DOC>\n");
    EXPECT_EQ(outcome.told(), "");
    ASSERT_EQ(outcome.articles.size(), 6U);
    const Article& ap = outcome.articles[0];
    EXPECT_EQ(ap.id, "AP880212-0001");
    EXPECT_EQ(ap.title, "Crane Falls");
    EXPECT_EQ(ap.authors, Names{"JANE DOE"});
    EXPECT_EQ(ap.source, "Associated Press");
    EXPECT_EQ(iso_day(*ap.date), "1988-02-12");
    EXPECT_EQ(outcome.articles[1].title, "Crane falls again");
    EXPECT_EQ(iso_day(*outcome.articles[1].date), "1991-05-14");
    EXPECT_EQ(outcome.articles[2].section, "Book Review");
    EXPECT_EQ(outcome.articles[2].body, "One.\n\nTwo.");
    EXPECT_EQ(iso_day(*outcome.articles[2].date), "1989-01-01");
    EXPECT_EQ(outcome.articles[3].id, "NYT_ENG_19940701.0001");
    EXPECT_EQ(iso_day(*outcome.articles[3].date), "1994-07-01");
    EXPECT_EQ(outcome.articles[4].title, "Title");
    EXPECT_EQ(iso_day(*outcome.articles[4].date), "1994-03-01");
    EXPECT_EQ(iso_day(*outcome.articles[5].date), "1987-03-24");
}

TEST(Trec, ADocumentWithoutAnEndSpoilsNoOther) {
    const Outcome outcome =
        read_text("<DOC><DOCNO>1</DOCNO><TEXT>a</TEXT>\n<DOC><DOCNO>2</DOCNO><TEXT>b</TEXT></DOC>\n<DOC>");
    EXPECT_EQ(outcome.articles.size(), 1U);
    EXPECT_EQ(outcome.told(),
              "standard input:1: broken SGML: no </DOC>\nstandard input:3: broken SGML: no </DOC>\n");
}

}  // namespace
}  // namespace broadsheet::testing
