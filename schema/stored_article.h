// An article and its entities as the data of its Xapian document: one zstd frame, with a dictionary trained
// on the collection.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/annotation.h"
#include "schema/article.h"

namespace broadsheet {

// The metadata key under which a segment keeps the dictionary with that number.
std::string dictionary_key(unsigned number);
inline constexpr std::string_view dictionary_key_prefix = "zdict:";
unsigned dictionary_number(std::string_view dictionary);

struct StoredArticle {
    Article article;
    Annotation annotation;  // empty where nobody looked for entities
};

// An article as plain bytes, before compression. Original first, so that the rest compresses against it. A
// serialised annotation can follow.
std::string serialise(const Article& article);
// Throws Error(index_damaged) when the bytes are not what serialise() makes.
StoredArticle deserialise(std::string_view bytes);

// A zstd dictionary of at most `size` bytes, with its number inside; empty when the samples are too few to
// gain by it.
std::string train_dictionary(const std::vector<std::string>& samples,
                             std::size_t size = std::size_t{64} << 10);

// Not thread-safe; every thread has its own.
class ArticleCompressor {
public:
    // `dictionary` may be empty; it is copied.
    explicit ArticleCompressor(std::string_view dictionary, int level = 3);
    ~ArticleCompressor();
    ArticleCompressor(const ArticleCompressor&) = delete;
    ArticleCompressor& operator=(const ArticleCompressor&) = delete;

    // Valid until the next call. The frame carries a checksum.
    std::string_view compress(std::string_view serialised);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Not thread-safe; every thread has its own.
class ArticleDecompressor {
public:
    ArticleDecompressor();
    ~ArticleDecompressor();
    ArticleDecompressor(const ArticleDecompressor&) = delete;
    ArticleDecompressor& operator=(const ArticleDecompressor&) = delete;

    // Dictionaries are found by the number inside them. Adding one twice does nothing.
    void add_dictionary(std::string_view dictionary);

    // Throws Error(index_damaged): checksum, missing dictionary, more than 256 MB, or not a frame at all.
    StoredArticle stored(std::string_view frame);
    Article article(std::string_view frame) { return stored(frame).article; }

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet
