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
    std::string words;
    for (int i = 0; i < 30; ++i)
        words += "word-" + std::to_string(i) + "\n";
    EXPECT_EQ(kind(words), "not a collection: looks like a list of words");
    EXPECT_EQ(kind("<!ELEMENT a (b)>"), "not a collection: looks like a DTD");
}

TEST(Sniff, WhatIsNotReadYet) {
    EXPECT_EQ(kind("<!DOCTYPE html>\n<html>"), "format not supported yet: HTML");
    EXPECT_EQ(kind("<!-- saved --><HTML><body>"), "format not supported yet: HTML");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"),
              "format not supported yet: RSS or Atom feed");
    EXPECT_EQ(kind("<feed xmlns=\"http://www.w3.org/2005/Atom\"><div>"),
              "format not supported yet: RSS or Atom feed");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?><nitf><body>"), "format not supported yet: NITF or NewsML");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?><anything/>"), "format not supported yet: XML");
    EXPECT_EQ(kind("<a>b</a>"), "format not supported yet: XML");
    EXPECT_EQ(kind("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), "format not supported yet: WARC");
    EXPECT_EQ(kind("title,text,date\na,b,c\n"), "format not supported yet: CSV");
    EXPECT_EQ(kind("1,some words\n2,more words\n", "agency.csv"), "format not supported yet: CSV");
    EXPECT_EQ(kind("a\tb\nc\td\ne\tf\ng\th\ni\tj\n"), "format not supported yet: CSV");
    EXPECT_EQ(kind("Title: A table\na\tb\nc\td\ne\tf\ng\th\ni\tj\n"), "text");
    EXPECT_EQ(kind("words", "page.html"), "format not supported yet: HTML");
    EXPECT_EQ(kind("\xff\xfe{\0\"\0a\0\"\0:\0"
                   "1\0}\0"s),
              "format not supported yet: json in UTF-16LE");
}

TEST(Sniff, AnyBytes) {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        kind(testing::random_bytes(seed, seed % 200));
        kind(testing::random_bytes(seed, seed % 200, "{}[]<>\"\\:,/!-? \n\tabt"));
    }
}

}  // namespace
}  // namespace broadsheet
