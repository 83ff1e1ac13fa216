// WARC and ARC: pages and feeds in what crawlers record, and what is wrong with such files.
#include <gtest/gtest.h>

#include "corpus/formats/web/content_encoding.h"
#include "corpus/formats/web/http.h"
#include "corpus_support.h"

namespace broadsheet::testing {
namespace {

const std::string page =
    "<html lang=en><head><title>Crane falls</title></head><body><p>A crane fell.</p></body></html>";

std::string http(const std::string& body, const std::string& type = "text/html",
                 const std::string& more = {}) {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body;
}

std::string warc(const std::string& block, const std::string& kind = "response", long lie = 0) {
    return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: http://example.org/1\r\nContent-Type: " +
           (kind == "resource" ? "text/html" : "application/http") +
           "\r\nContent-Length: " + std::to_string(static_cast<long>(block.size()) + lie) + "\r\n\r\n" +
           block + "\r\n\r\n";
}

TEST(Warc, ReadsPagesAndPassesOverTheRest) {
    const Outcome outcome =
        read_text(warc("software: x\r\n", "warcinfo") + warc("GET / HTTP/1.1\r\n\r\n", "request") +
                  warc(http(page)) + warc(http("...", "image/png")) + warc(page, "resource"));
    EXPECT_EQ(outcome.told(), "");
    ASSERT_EQ(outcome.articles.size(), 2U);
    EXPECT_EQ(outcome.articles[0].title, "Crane falls");
    EXPECT_EQ(outcome.articles[0].body, "A crane fell.");
    EXPECT_EQ(outcome.articles[0].url, "http://example.org/1");
    EXPECT_EQ(outcome.articles[0].original, page);
    EXPECT_EQ(outcome.articles[0].media_type, "text/html");
}

TEST(Warc, ReadsFeedsInResponses) {
    const Outcome outcome = read_text(
        warc(http("<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>",
                  "application/rss+xml")));
    EXPECT_EQ(outcome.articles.size(), 2U) << outcome.told();
}

TEST(Warc, IsReadFromEveryPacking) {
    const std::string one = compressed("gzip", warc(http(page)));
    EXPECT_EQ(read_text(one + one).articles.size(), 2U);  // a member for each record
    const std::string other = compressed("zstd", warc(http(page)));
    EXPECT_EQ(read_text(other + other).articles.size(), 2U);
}

TEST(Warc, SurvivesLengthsThatLie) {
    for (const long lie : {-20L, 20L, 100000L}) {
        const Outcome outcome = read_text(warc(http(page), "response", lie) + warc(http(page)));
        EXPECT_EQ(outcome.articles.size(), 2U) << lie << outcome.told();
    }
    std::string negative = warc(http(page));
    negative.replace(negative.find("Content-Length: ") + 16, 1, "-");
    EXPECT_EQ(read_text(negative + warc(http(page))).articles.size(), 2U);
}

TEST(Warc, SaysWhereItIsCutOff) {
    const std::string whole = warc(http(page));
    const Outcome outcome = read_text(whole + whole.substr(0, whole.size() - 60));
    EXPECT_EQ(outcome.told(), "standard input:2: broken WARC: ends inside of a record\n");
    EXPECT_EQ(read_text(whole + whole.substr(0, 40)).told(),
              "standard input:2: broken WARC: ends inside of a header\n");
    EXPECT_EQ(read_text(warc("x", "request")).told(), "standard input: no article in it, but 1 request\n");
}

TEST(Warc, ManyLyingLengthsTakeNoTimeWithoutBounds) {
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += warc(http(page), "response", 1 << 20);
    EXPECT_EQ(read_text(many).articles.size(), 5000U);
}

TEST(Arc, ReadsBothVersions) {
    const std::string response = http(page);
    const std::string first = "1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n";
    const std::string arc = "filedesc://x.arc 127.0.0.1 20140216050221 text/plain " +
                            std::to_string(first.size()) + "\n" + first +
                            "\nhttp://example.org/a b 93.184.216.119 20140216050221 text/html " +
                            std::to_string(response.size()) + "\n" + response + "\n" +
                            "http://example.org/2 93.184.216.119 20140216050221 text/html 200 - - 0 x.arc " +
                            std::to_string(response.size()) + "\n" + response + "\n";
    const Outcome outcome = read_text(arc);
    EXPECT_EQ(outcome.told(), "");
    ASSERT_EQ(outcome.articles.size(), 2U);
    EXPECT_EQ(outcome.articles[0].url, "http://example.org/a b");
    EXPECT_EQ(outcome.articles[1].url, "http://example.org/2");
}

TEST(Http, UndoesChunksAndCompression) {
    std::string problem;
    const auto chunked =
        read_http_response(http("5;x=y\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "text/html; charset=\"UTF-8\"",
                                "transfer-encoding: Chunked\r\n"),
                           problem);
    ASSERT_TRUE(chunked);
    EXPECT_EQ(chunked->body, "hello world");
    EXPECT_EQ(chunked->type, "text/html");
    EXPECT_EQ(chunked->charset, "UTF-8");
    const auto packed = read_http_response(
        http(compressed("gzip", "hello"), "text/html", "Content-Encoding: gzip\r\n"), problem);
    EXPECT_EQ(packed->body, "hello");
    // Not what the header says.
    const auto plain = read_http_response(
        http("zzz", "text/html", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"), problem);
    EXPECT_EQ(plain->body, "zzz");
    EXPECT_FALSE(read_http_response("GET / HTTP/1.1\r\n\r\n", problem));
}

TEST(Http, CompressionIsBounded) {
    const std::string bomb = compressed("gzip", std::string(10 << 20, 'a'));
    const auto plain = without_encoding(bomb, "gzip", 1 << 20);
    ASSERT_TRUE(plain);
    EXPECT_LE(plain->size(), (1U << 20) + (1U << 17));
    EXPECT_FALSE(without_encoding("x", "rot13", 100));
    EXPECT_FALSE(without_encoding("x", "br", 100));
    EXPECT_EQ(*without_encoding(compressed("zstd", "text"), "zstd", 100), "text");
}

}  // namespace
}  // namespace broadsheet::testing
