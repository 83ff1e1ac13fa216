#include <gtest/gtest.h>
#include <zdict.h>
#include <zstd.h>

#include <sstream>

#include "corpus/zstd_dictionary.h"
#include "corpus_support.h"

namespace broadsheet::testing {
namespace {

std::string record(int number) {
    const std::string page = "<html lang=en><head><title>Crane " + std::to_string(number) +
                             " falls</title></head><body><p>Number " + std::to_string(number * number) +
                             " of the cranes at the harbour fell in the night.</p></body></html>";
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/" +
           std::to_string(number) +
           "\r\nContent-Type: application/http\r\nContent-Length: " + std::to_string(block.size()) +
           "\r\n\r\n" + block + "\r\n\r\n";
}

std::string trained_dictionary() {
    std::string samples;
    std::vector<std::size_t> sizes;
    for (int i = 1000; i < 1400; ++i) {
        samples += record(i);
        sizes.push_back(record(i).size());
    }
    std::string dictionary(4096, '\0');
    dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                            sizes.data(), static_cast<unsigned>(sizes.size())));
    return dictionary;
}

// A frame for it, skippable.
std::string framed(const std::string& dictionary) {
    std::string frame = "\x5d\x2a\x4d\x18";
    for (int shift = 0; shift < 32; shift += 8)
        frame += static_cast<char>(dictionary.size() >> shift & 0xff);
    return frame + dictionary;
}

std::string compressed_with(const std::string& dictionary, const std::string& text) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    std::string frame(ZSTD_compressBound(text.size()), '\0');
    frame.resize(ZSTD_compress_usingDict(context.get(), frame.data(), frame.size(), text.data(), text.size(),
                                         dictionary.data(), dictionary.size(), 3));
    return frame;
}

struct Archive {
    std::string dictionary = trained_dictionary();
    std::string records;

    explicit Archive(int count) {
        for (int i = 0; i < count; ++i)
            records += compressed_with(dictionary, record(i));
    }
    std::string with_plain_dictionary() const { return framed(dictionary) + records; }
    std::string with_packed_dictionary() const { return framed(compressed("zstd", dictionary)) + records; }
};

TEST(ZstdWithDictionary, RecordsOfWebArchives) {
    const Archive archive(30);
    for (const std::string& bytes : {archive.with_plain_dictionary(), archive.with_packed_dictionary()}) {
        EXPECT_TRUE(has_own_dictionary(bytes));
        const Outcome outcome = read_text(bytes);
        EXPECT_EQ(outcome.told(), "");
        ASSERT_EQ(outcome.articles.size(), 30U);
        EXPECT_EQ(outcome.articles[29].title, "Crane 29 falls");
    }
}

TEST(ZstdWithDictionary, LongFramesComeOutWhole) {
    const std::string dictionary = trained_dictionary();
    const std::string text = random_bytes(3, 3 << 20, "abcdefgh");
    std::istringstream stream(framed(dictionary) + compressed_with(dictionary, text));
    const auto source = from_stream(stream);
    Input packed(*source);
    ZstdWithDictionary unpacked(packed);
    std::string result;
    std::string piece(1000, '\0');
    for (std::size_t size = 0; (size = unpacked.read(piece.data(), piece.size())) != 0;)
        result.append(piece, 0, size);
    EXPECT_TRUE(result == text);
    EXPECT_EQ(unpacked.failure(), "");
}

TEST(ZstdWithDictionary, WhatIsCutOffOrLiesIsTold) {
    const Archive archive(3);
    const std::string whole = archive.with_packed_dictionary();
    for (const std::size_t size :
         {5UL, 8UL, 100UL, whole.size() - archive.records.size(), whole.size() - 9}) {
        const Outcome outcome = read_text(whole.substr(0, size));
        EXPECT_LT(outcome.articles.size(), 3U);
        EXPECT_FALSE(outcome.problems.empty()) << size;
    }
    std::string lies = whole;
    lies.replace(4, 4, "\xff\xff\xff\x7f");
    EXPECT_NE(read_text(lies).told().find("dictionary"), std::string::npos) << read_text(lies).told();
    EXPECT_NE(read_text(framed("no dictionary") + archive.records).told().find("dictionary"),
              std::string::npos);
}

TEST(ZstdWithDictionary, BombsAreNotReadOn) {
    const std::string dictionary = trained_dictionary();
    std::istringstream stream(framed(dictionary) + compressed_with(dictionary, std::string(50 << 20, 'x')));
    const auto source = from_stream(stream);
    Input packed(*source);
    ZstdWithDictionary unpacked(packed, {1 << 20, 100});
    std::string piece(1 << 16, '\0');
    std::size_t total = 0;
    for (std::size_t size = 0; (size = unpacked.read(piece.data(), piece.size())) != 0;)
        total += size;
    EXPECT_LT(total, 10U << 20);
    EXPECT_NE(unpacked.failure().find("expands"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet::testing
