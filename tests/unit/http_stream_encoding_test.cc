#include <gtest/gtest.h>
#include <malloc.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "searcher/http/stream_encoding.h"
#include "tests/support/http_client.h"
#include "tests/support/index_builder.h"

namespace broadsheet::http {
namespace {

std::string unpacked_gzip(const std::string& packed) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, window_with_gzip_header), Z_OK);
    std::string result(std::size_t{4} << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int status = inflate(&stream, Z_SYNC_FLUSH);
    EXPECT_TRUE(status == Z_OK || status == Z_STREAM_END) << status;
    result.resize(stream.total_out);
    inflateEnd(&stream);
    return result;
}

std::string unpacked_zstd(const std::string& packed) {
    ZSTD_DStream* stream = ZSTD_createDStream();
    std::string result(std::size_t{4} << 20, '\0');
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{result.data(), result.size(), 0};
    while (in.pos < in.size) {
        const std::size_t left = ZSTD_decompressStream(stream, &out, &in);
        EXPECT_EQ(ZSTD_isError(left), 0U);
        if (ZSTD_isError(left) != 0) break;
    }
    ZSTD_freeDStream(stream);
    result.resize(out.pos);
    return result;
}

std::string unpacked(const std::string& packed, Encoding encoding) {
    return encoding == Encoding::gzip ? unpacked_gzip(packed) : unpacked_zstd(packed);
}

// So long that it does not fit into a step of output, however well it is compressed.
std::string piece(unsigned number) {
    std::string text;
    unsigned state = number + 1;
    while (text.size() < 200'000) {
        state = state * 1664525 + 1013904223;
        text.push_back(static_cast<char>(' ' + (state >> 24) % 90));
    }
    return text;
}

TEST(HttpStreamEncoding, EveryPieceCanBeReadAtOnce) {
    for (const Encoding encoding : {Encoding::gzip, Encoding::zstd}) {
        StreamEncoder encoder(encoding);
        std::string text;
        std::string packed;
        for (unsigned i = 0; i < 8; ++i) {
            const std::string next = i % 2 == 0 ? piece(i) : "a short one\n";
            text += next;
            packed += encoder.add(next);
            EXPECT_EQ(unpacked(packed, encoding), text) << "nothing is kept back";
        }
        const std::string end = encoder.finish();
        EXPECT_FALSE(end.empty());
        EXPECT_EQ(unpacked(packed + end, encoding), text);
    }
}

std::vector<Article> some_articles() {
    std::vector<Article> articles;
    for (int i = 0; i < 1500; ++i)
        articles.push_back(test::make_article(
            "a/" + std::to_string(i), "Harbour opens again",
            "The harbour of Oslo opened its gates number " + std::to_string(i) + ".", "2024-01-04"));
    return articles;
}

TEST(HttpStreamEncoding, ExportsAreCompressedAsTheClientLikes) {
    const test::TestIndex index(some_articles(), 2);
    ServiceSettings settings;
    settings.workers.index = index.path();
    test::TestServer server(std::move(settings));
    test::Client client(server.port());
    for (const char* format : {"ndjson", "csv"}) {
        const std::string target = std::string("/api/v1/search?q=harbour&all=true&format=") + format;
        const test::Response plain = client.get(target);
        EXPECT_FALSE(plain.headers.contains("content-encoding"));
        EXPECT_GT(plain.body.size(), std::size_t{64} << 10) << "more than a piece";
        for (const Encoding encoding : {Encoding::gzip, Encoding::zstd}) {
            const std::string name(name_of(encoding));
            const test::Response packed = client.get(target, {"Accept-Encoding: " + name});
            EXPECT_TRUE(packed.is_complete);
            EXPECT_EQ(packed.headers.at("content-encoding"), name);
            EXPECT_EQ(packed.headers.at("transfer-encoding"), "chunked");
            EXPECT_LT(packed.body.size(), plain.body.size() / 3);
            EXPECT_EQ(unpacked(packed.body, encoding), plain.body);
        }
    }
    const test::Response none =
        client.get("/api/v1/search?q=nothing&all=true&format=ndjson", {"Accept-Encoding: gzip"});
    EXPECT_EQ(none.status, 200);
    EXPECT_EQ(none.body, "");
    EXPECT_FALSE(none.headers.contains("content-encoding"));
    EXPECT_EQ(client.get("/healthz").status, 200) << "the connection goes on";
}

std::size_t heap_in_use() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

// The most heap that was in use at once while something was done, beyond what was in use before.
template <typename Action>
std::size_t most_heap_of(const Action& action) {
    const std::size_t before = heap_in_use();
    std::atomic<bool> is_over = false;
    std::size_t most = before;
    std::thread watching([&] {
        while (!is_over) {
            most = std::max(most, heap_in_use());
            std::this_thread::sleep_for(std::chrono::milliseconds(1));  // between two looks
        }
    });
    action();
    is_over = true;
    watching.join();
    return most - before;
}

// Each with a hundred people of its own and 40 KB of text, which compresses well.
std::vector<Article> articles_with_names(int count) {
    std::string text;
    while (text.size() < 40'000)
        text += "The harbour of Oslo opened its gates on a windy day. ";
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        articles.push_back(test::make_article("a" + number, "Harbour", text));
        for (int k = 0; k < 100; ++k)
            articles.back().people.push_back("Nobody" + number + " From-The-Long-Road-By-The-Harbour Of" +
                                             std::to_string(k));
    }
    return articles;
}

TEST(HttpStreamEncoding, AnExportTakesBoundedMemoryHoweverLongItIs) {
    constexpr int count = 300;
    const test::TestIndex index(articles_with_names(count), 1);
    ServiceSettings settings;
    settings.workers.index = index.path();
    settings.cache_bytes = 0;
    test::TestServer server(std::move(settings));
    // What the encoder itself takes, and less than the names of all the articles do.
    const std::vector<std::pair<Encoding, std::size_t>> most_of{
        {Encoding::gzip, (std::size_t{9} << 20) / 2}, {Encoding::zstd, (std::size_t{15} << 20) / 2}};
    for (const auto& each : most_of) {
        const Encoding encoding = each.first;
        test::Client client(server.port());
        std::size_t received = 0;
        const std::size_t heap = most_heap_of([&] {
            const std::string accept = "Accept-Encoding: " + std::string(name_of(encoding));
            received =
                client
                    .get("/api/v1/search?q=harbour&all=true&format=ndjson&fields=id,title,body,entities",
                         {accept})
                    .body.size();
        });
        EXPECT_GT(received, 0u);
        EXPECT_LT(heap, each.second) << name_of(encoding);
        RecordProperty(std::string(name_of(encoding)), std::to_string(heap));
    }
}

}  // namespace
}  // namespace broadsheet::http
