#include <gtest/gtest.h>

#include "corpus/sniff.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;

std::string kind(const std::string& head, std::string_view name = "file") {
    const Sniffed sniffed = sniff(head, name);
    EXPECT_EQ(sniffed.format.empty(), !sniffed.problem.empty());
    return sniffed.format.empty() ? sniffed.problem : std::string(sniffed.format);
}

TEST(Sniff, JsonLines) {
    EXPECT_EQ(kind("{\"title\":\"a\"}\n{\"title\":\"b\"}\n"), "jsonl");
    EXPECT_EQ(kind("\n {\"title\":\"a\"} \r\n{\"title\":\"b\"}", "file.json"), "jsonl");
    EXPECT_EQ(kind("\ufeff{\"title\":\"a\"}\n{\"title\":\"b\"}"), "jsonl");
    EXPECT_EQ(kind("{\"title\": broken\n{\"title\":\"b\"}\n{\"title\":\"c\"}\n"), "jsonl");
    EXPECT_EQ(kind("garbage\n{\"title\":\"b\"}\n{\"title\":\"c\"}\n"), "jsonl");
    EXPECT_EQ(kind("{\"title\":\"a\"}\n{\"title\":\"" + std::string(1000, 'x')), "jsonl");
    EXPECT_EQ(kind("{\"title\":\"a\"}\n", "file.jsonl"), "jsonl");
    EXPECT_EQ(kind("nothing of the kind\n", "file.ndjson.gz"), "jsonl");
}

TEST(Sniff, JsonDocuments) {
    EXPECT_EQ(kind("[{\"title\":\"a\"}]"), "json");
    EXPECT_EQ(kind("[\n  {\"title\":\"a\"},\n  {\"title\":\"b\"}\n]"), "json");
    EXPECT_EQ(kind("[]"), "json");
    EXPECT_EQ(kind("{\"title\":\"a\"}"), "json");
    EXPECT_EQ(kind("{\"title\":\"a\"}\n"), "json");
    EXPECT_EQ(kind("{\n  \"title\": \"a\"\n}\n"), "json");
    EXPECT_EQ(kind("{\"articles\":[\n{\"title\":\"a\"},\n{\"title\":\"b\"}\n]}"), "json");
    EXPECT_EQ(kind("{\"text\":\"" + std::string(70000, 'x')), "json");
    EXPECT_EQ(kind("{}"), "json");
    EXPECT_EQ(kind("words", "file.json"), "json");
}

TEST(Sniff, Reuters) {
    EXPECT_EQ(kind("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">"), "reuters");
    EXPECT_EQ(kind("<REUTERS TOPICS=\"YES\" NEWID=\"1\">\n<DATE>"), "reuters");
}

TEST(Sniff, Text) {
    EXPECT_EQ(kind("Title: A title\nText."), "text");
    EXPECT_EQ(kind("[Correction] The minister did not say so.\n"), "text");
    EXPECT_EQ(kind("{Agency} Wheat rose.\n"), "text");
    EXPECT_EQ(kind("<Agency> Wheat rose.\n"), "text");
    EXPECT_EQ(kind("Stray \0 and \x01 bytes in a longer line of text"s), "text");
    EXPECT_EQ(kind("Caf\xe9 in Latin-1"), "text");
    EXPECT_EQ(kind("\xff\xfeI\0r\0a\0q\0"s), "text");
    EXPECT_EQ(kind("a,b\nfew words, and no header\n"), "text");
}

TEST(Sniff, WhatIsNoCollection) {
    EXPECT_EQ(kind("%PDF-1.7\n..."), "not a collection: looks like a PDF document");
    EXPECT_EQ(kind("\x89PNG\r\n\x1a\n...."), "not a collection: looks like a PNG image");
    EXPECT_EQ(kind("\xff\xd8\xff\xe0...."), "not a collection: looks like a JPEG image");
    EXPECT_EQ(kind("\x7f"
                   "ELF\2\1\1\0"s),
              "not a collection: looks like a program");
    EXPECT_EQ(kind("SQLite format 3\0...."s), "not a collection: looks like an SQLite database");
    EXPECT_EQ(kind("PK\3\4" + std::string(26, '\0') + "[Content_Types].xml"),
              "not a collection: looks like an office document");
    EXPECT_EQ(kind(testing::random_bytes(1, 5000)), "not a collection: looks like binary data");
    EXPECT_EQ(kind(std::string(5000, '\0')), "not a collection: looks like binary data");
    // A wire message can begin so.
    EXPECT_EQ(kind("\1" + testing::random_bytes(1, 5000)), "not a collection: looks like binary data");
    std::string words;
    for (int i = 0; i < 30; ++i)
        words += "word-" + std::to_string(i) + "\n";
    EXPECT_EQ(kind(words), "not a collection: looks like a list of words");
    EXPECT_EQ(kind("<!ELEMENT a (b)>"), "not a collection: looks like a DTD");
}

// What is said of XML that nobody can make articles of.
constexpr const char* unlike_articles =
    "XML without an element that looks like an article; --format xml --map title=NAME,body=NAME says what "
    "does";

TEST(Sniff, Markup) {
    EXPECT_EQ(kind("<!DOCTYPE html>\n<html>"), "html");
    EXPECT_EQ(kind("<!-- saved --><HTML><body>"), "html");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"), "feed");
    EXPECT_EQ(kind("<feed xmlns=\"http://www.w3.org/2005/Atom\"><div>"), "feed");
    EXPECT_EQ(kind("<rdf:RDF xmlns:rdf=\"r\"><channel>"), "feed");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?><!DOCTYPE html><html><body><feed xmlns=\"a\">"), "feed");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?><nitf><body>"), "nitf");
    EXPECT_EQ(kind("<NewsML Version=\"1.2\"><NewsItem>"), "newsml");
    EXPECT_EQ(kind("<newsItem guid=\"x\"><itemMeta>"), "newsml-g2");
    EXPECT_EQ(kind("<n:newsMessage xmlns:n=\"x\"><n:header>"), "newsml-g2");
    EXPECT_EQ(kind("<urlset><url>"), "sitemap");
    EXPECT_EQ(kind("<mediawiki><page>"), "mediawiki");
    EXPECT_EQ(kind("<DOC>\n<DOCNO> AP880212-0001 </DOCNO>"), "trec");
    EXPECT_EQ(kind("words", "page.html"), "html");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?><anything/>"), unlike_articles);
    EXPECT_EQ(kind("<a>b</a>"), unlike_articles);
}

TEST(Sniff, Tables) {
    EXPECT_EQ(kind("title,text,date\na,b,c\n"), "csv");
    EXPECT_EQ(kind("1,some words\n2,more words\n", "agency.csv"), "csv");
    EXPECT_EQ(kind("a\tb\nc\td\ne\tf\ng\th\ni\tj\n"), "csv");
    EXPECT_EQ(kind("Title: A table\na\tb\nc\td\ne\tf\ng\th\ni\tj\n"), "text");
    EXPECT_EQ(kind("One, two\nthree, four\nfive, six\nseven, eight\nnine, ten\neleven, twelve\n"), "text");
}

TEST(Sniff, ArchivesOfCrawlersWiresAndMail) {
    EXPECT_EQ(kind("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), "warc");
    EXPECT_EQ(kind("filedesc://x.arc 127.0.0.1 20140216050221 text/plain 75\n"), "arc");
    EXPECT_EQ(kind("\x01"
                   "exa062 4 i 211  exa 061\r\n\x02"
                   "Head =\r\n"),
              "wire");
    EXPECT_EQ(kind("\x16\x16\x01W2870\x1fx\r\n\x02^Head<\r\n"), "wire");
    EXPECT_EQ(kind("From: a\nTo: b\nMessage-ID: <c>\n\ntext"), "mail");
    EXPECT_EQ(kind("From me to you\nwith love\n"), "text");
    EXPECT_EQ(kind("Title: x\nDate: 2024-01-24\nFrom: y\n\ntext"), "text");
    EXPECT_EQ(kind("---\ntitle: x\n---\ntext"), "markdown");
    EXPECT_EQ(kind("# Head\n\ntext", "a.md"), "markdown");
}

TEST(Sniff, Utf16IsReadAsUtf8) {
    const Sniffed sniffed = sniff(
        "\xff\xfe{\0\"\0a\0\"\0:\0"
        "1\0}\0"s,
        "");
    EXPECT_EQ(sniffed.format, "json");
    EXPECT_EQ(sniffed.encoding, "UTF-16LE");
}

TEST(Sniff, AnyBytes) {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        kind(testing::random_bytes(seed, seed % 200));
        kind(testing::random_bytes(seed, seed % 200, "{}[]<>\"\\:,/!-? \n\tabt"));
    }
}

}  // namespace
}  // namespace broadsheet
