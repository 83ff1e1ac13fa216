#include "schema/stored_article.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <map>

#include "schema/bytes.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

constexpr char version = 1;
constexpr unsigned long long largest_article = 256ull << 20;
constexpr std::size_t fewest_samples = 50;

void put_texts(std::string& out, const std::vector<std::string>& texts) {
    put_varint(out, texts.size());
    for (const std::string& text : texts)
        put_text(out, text);
}

std::vector<std::string> texts(ByteReader& reader) {
    std::vector<std::string> result;
    for (std::uint64_t count = reader.varint(); count > 0; --count)
        result.emplace_back(reader.text());
    return result;
}

// Small numbers of either sign as small varints.
std::uint64_t zigzag(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t from_zigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

[[noreturn]] void damaged(const std::string& what) {
    throw Error(ErrorCode::index_damaged, "a stored article is damaged: " + what, "run indexer check");
}

}  // namespace

std::string dictionary_key(unsigned number) {
    return std::string(dictionary_key_prefix) + std::to_string(number);
}

unsigned dictionary_number(std::string_view dictionary) {
    return ZSTD_getDictID_fromDict(dictionary.data(), dictionary.size());
}

std::string serialise(const Article& article) {
    std::string out;
    out.reserve(article.original.size() + article.body.size() + article.title.size() + 512);
    out += version;
    put_text(out, article.original);
    put_text(out, article.media_type);
    put_text(out, article.id);
    put_text(out, article.url);
    put_text(out, article.title);
    put_text(out, article.body);
    out += article.date ? '\1' : '\0';
    if (article.date) put_varint(out, zigzag(*article.date));
    put_text(out, article.source);
    put_text(out, article.language);
    put_text(out, article.section);
    put_texts(out, article.authors);
    put_texts(out, article.tags);
    put_texts(out, article.people);
    put_texts(out, article.organisations);
    put_texts(out, article.places);
    return out;
}

StoredArticle deserialise(std::string_view bytes) {
    ByteReader reader(bytes, "a stored article");
    if (reader.bytes(1).front() != version) damaged("unknown version");
    StoredArticle stored;
    Article& article = stored.article;
    article.original = reader.text();
    article.media_type = reader.text();
    article.id = reader.text();
    article.url = reader.text();
    article.title = reader.text();
    article.body = reader.text();
    if (reader.bytes(1).front() != '\0') article.date = from_zigzag(reader.varint());
    article.source = reader.text();
    article.language = reader.text();
    article.section = reader.text();
    article.authors = texts(reader);
    article.tags = texts(reader);
    article.people = texts(reader);
    article.organisations = texts(reader);
    article.places = texts(reader);
    if (!reader.at_end()) stored.annotation = deserialise_annotation(reader);
    if (!reader.at_end()) damaged("bytes are left over");
    return stored;
}

std::string train_dictionary(const std::vector<std::string>& samples, std::size_t size) {
    if (samples.size() < fewest_samples) return {};
    std::string joined;
    std::vector<std::size_t> sizes;
    for (const std::string& sample : samples) {
        joined += sample;
        sizes.push_back(sample.size());
    }
    // A dictionary of more than about a tenth of the samples does not pay for itself.
    std::string dictionary(std::min(size, joined.size() / 8), '\0');
    const std::size_t result = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(),
                                                     sizes.data(), static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(result) != 0) return {};
    dictionary.resize(result);
    return dictionary;
}

struct ArticleCompressor::State {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CDict* dictionary = nullptr;
    int level = 3;
    std::string frame;

    ~State() {
        ZSTD_freeCCtx(context);
        ZSTD_freeCDict(dictionary);
    }
};

ArticleCompressor::ArticleCompressor(std::string_view dictionary, int level)
    : state_(std::make_unique<State>()) {
    state_->level = level;
    if (!dictionary.empty())
        state_->dictionary = ZSTD_createCDict(dictionary.data(), dictionary.size(), level);
    ZSTD_CCtx_setParameter(state_->context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(state_->context, ZSTD_c_checksumFlag, 1);
    if (state_->dictionary != nullptr) ZSTD_CCtx_refCDict(state_->context, state_->dictionary);
}

ArticleCompressor::~ArticleCompressor() = default;

std::string_view ArticleCompressor::compress(std::string_view serialised) {
    std::string& frame = state_->frame;
    const std::size_t bound = ZSTD_compressBound(serialised.size());
    if (frame.size() < bound) frame.resize(bound);
    const std::size_t size =
        ZSTD_compress2(state_->context, frame.data(), frame.size(), serialised.data(), serialised.size());
    if (ZSTD_isError(size) != 0)
        throw Error(ErrorCode::machine, std::string("zstd: ") + ZSTD_getErrorName(size));
    return std::string_view(frame).substr(0, size);
}

struct ArticleDecompressor::State {
    ZSTD_DCtx* context = ZSTD_createDCtx();
    std::map<unsigned, ZSTD_DDict*> dictionaries;
    std::string bytes;

    ~State() {
        ZSTD_freeDCtx(context);
        for (const auto& [number, dictionary] : dictionaries)
            ZSTD_freeDDict(dictionary);
    }
};

ArticleDecompressor::ArticleDecompressor() : state_(std::make_unique<State>()) {}

ArticleDecompressor::~ArticleDecompressor() = default;

void ArticleDecompressor::add_dictionary(std::string_view dictionary) {
    const unsigned number = dictionary_number(dictionary);
    if (state_->dictionaries.contains(number)) return;
    state_->dictionaries[number] = ZSTD_createDDict(dictionary.data(), dictionary.size());
}

StoredArticle ArticleDecompressor::stored(std::string_view frame) {
    // Its revisions may follow (schema/revision.h).
    if (const std::size_t own = ZSTD_findFrameCompressedSize(frame.data(), frame.size());
        ZSTD_isError(own) == 0)
        frame = frame.substr(0, own);
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) damaged("not a zstd frame");
    if (size > largest_article) damaged("too large");
    std::string& bytes = state_->bytes;
    if (bytes.size() < size) bytes.resize(size);
    const unsigned number = ZSTD_getDictID_fromFrame(frame.data(), frame.size());
    std::size_t written = 0;
    if (number == 0) {
        written =
            ZSTD_decompressDCtx(state_->context, bytes.data(), bytes.size(), frame.data(), frame.size());
    } else {
        const auto found = state_->dictionaries.find(number);
        if (found == state_->dictionaries.end()) damaged("its dictionary is missing");
        written = ZSTD_decompress_usingDDict(state_->context, bytes.data(), bytes.size(), frame.data(),
                                             frame.size(), found->second);
    }
    if (ZSTD_isError(written) != 0) damaged(ZSTD_getErrorName(written));
    return deserialise(std::string_view(bytes).substr(0, written));
}

}  // namespace broadsheet
