#include <gtest/gtest.h>
#include <zstd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "schema/error.h"
#include "searcher/http/answering.h"
#include "searcher/http/encoding.h"
#include "searcher/http/pipe.h"
#include "searcher/http/response_head.h"
#include "searcher/http/target.h"

namespace broadsheet::http {
namespace {

TEST(HttpTarget, IsDecodedPartByPart) {
    const Target target = read_target("/api/a%2Fb/%C3%A9?q=oil+%2B+gas&filter=x%3D1&filter=y&&empty#end");
    EXPECT_EQ(target.path, (std::vector<std::string>{"api", "a/b", "é"}));
    const Pairs expected{{"q", "oil + gas"}, {"filter", "x=1"}, {"filter", "y"}, {"empty", ""}};
    EXPECT_EQ(target.parameters, expected);
    EXPECT_EQ(read_target("http://host/x?y=1").path, std::vector<std::string>{"x"});
    EXPECT_EQ(read_target("/").path, std::vector<std::string>{""});
}

TEST(HttpTarget, RefusesWhatIsNoText) {
    for (const char* bad :
         {"", "*", "host:80", "/%", "/%4", "/%zz", "/%00", "/x?q=%c3", "/x?q=%0b", "/x?%ff=1"})
        EXPECT_THROW(read_target(bad), Error) << bad;
    std::string many = "/x?";
    for (std::size_t i = 0; i <= most_parameters; ++i)
        many += "a=1&";
    EXPECT_THROW(read_target(many), Error);
}

TEST(HttpEncoding, IsWhatTheClientPrefers) {
    EXPECT_EQ(negotiated("gzip, deflate, br, zstd"), Encoding::zstd);
    EXPECT_EQ(negotiated("gzip, deflate, br"), Encoding::gzip);
    EXPECT_EQ(negotiated("zstd;q=0.5, gzip"), Encoding::gzip);
    EXPECT_EQ(negotiated("gzip;q=0"), Encoding::identity);
    EXPECT_EQ(negotiated(""), Encoding::identity);
    EXPECT_EQ(negotiated(";;,q=,gzip;q=x"), Encoding::identity);
    EXPECT_FALSE(is_worth_compressing("image/png", 100000));
    EXPECT_FALSE(is_worth_compressing("application/json", 100));
    EXPECT_TRUE(is_worth_compressing("application/problem+json", 10000));
    const std::string text(5000, 'x');
    EXPECT_EQ(compressed(text, Encoding::gzip).substr(0, 2), "\x1f\x8b");
    const std::string packed = compressed(text, Encoding::zstd);
    std::string unpacked(text.size(), '\0');
    EXPECT_EQ(ZSTD_decompress(unpacked.data(), unpacked.size(), packed.data(), packed.size()), text.size());
    EXPECT_EQ(unpacked, text);
}

TEST(HttpHead, HasNoLinesOfOthers) {
    Reply reply = make_reply(200, "text/plain", "x");
    reply.headers.emplace_back("X-Name", "a\r\nSet-Cookie: b");
    const std::string head = head_of(reply, {true, true});
    EXPECT_EQ(head.find("\nSet-Cookie"), std::string::npos) << head;
    EXPECT_TRUE(head.ends_with("Connection: keep-alive\r\n\r\n"));
}

TEST(HttpTags, AreOfGenerationAndTarget) {
    const std::string tag = entity_tag("/x?q=a", 7);
    EXPECT_EQ(tag, entity_tag("/x?q=a", 7));
    EXPECT_NE(tag, entity_tag("/x?q=a", 8));
    EXPECT_NE(tag, entity_tag("/x?q=b", 7));
    EXPECT_TRUE(has_tag("W/\"other\", " + tag, tag));
    EXPECT_TRUE(has_tag("*", tag));
    EXPECT_FALSE(has_tag("", tag));
}

TEST(HttpPipe, MakerWaitsForTheSender) {
    Pipe pipe;
    std::atomic<int> made = 0;
    std::thread maker([&] {
        for (; made < 100; ++made)
            pipe.push("x");
        pipe.finish();
    });
    std::string all;
    int ahead = 0;
    for (;;) {
        const Pipe::Taken taken = pipe.take();
        if (taken.chunk) {
            all += *taken.chunk;
            ahead = std::max(ahead, made - static_cast<int>(all.size()));
        } else if (taken.state == Pipe::State::finished) {
            break;
        }
    }
    maker.join();
    EXPECT_EQ(all.size(), 100u);
    EXPECT_LE(ahead, 3);
}

TEST(HttpPipe, MakerStopsWhenNobodyReads) {
    Pipe pipe;
    pipe.push("a");
    pipe.push("b");
    std::thread closer([&] { pipe.close(); });
    EXPECT_THROW(pipe.push("c"), ClientGone);
    closer.join();
}

}  // namespace
}  // namespace broadsheet::http
