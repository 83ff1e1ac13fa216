#include "searcher/http/stream_encoding.h"

#include <zlib.h>
#include <zstd.h>

#include "schema/error.h"

namespace broadsheet::http {

namespace {

constexpr std::size_t step = 64u << 10;  // of output

[[noreturn]] void fail() {
    throw Error(ErrorCode::machine, "can not compress an answer");
}

}  // namespace

class StreamEncoder::Method {
public:
    virtual ~Method() = default;
    virtual std::string run(std::string_view text, bool is_last) = 0;
};

namespace {

class Gzip : public StreamEncoder::Method {
public:
    Gzip() {
        if (deflateInit2(&stream_, gzip_level, Z_DEFLATED, window_with_gzip_header, gzip_memory_level,
                         Z_DEFAULT_STRATEGY) != Z_OK)
            fail();
    }
    ~Gzip() override { deflateEnd(&stream_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    std::string run(std::string_view text, bool is_last) override {
        std::string result;
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        do {
            const std::size_t begin = result.size();
            result.resize(begin + step);
            stream_.next_out = reinterpret_cast<Bytef*>(result.data() + begin);
            stream_.avail_out = static_cast<uInt>(step);
            // Having nothing left to write is no failure.
            const int status = deflate(&stream_, is_last ? Z_FINISH : Z_SYNC_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) fail();
            result.resize(result.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
        return result;
    }

private:
    z_stream stream_{};
};

class Zstd : public StreamEncoder::Method {
public:
    Zstd() : stream_(ZSTD_createCStream()) {
        if (stream_ == nullptr) fail();
        ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_compressionLevel, zstd_level);
    }

    std::string run(std::string_view text, bool is_last) override {
        std::string result;
        ZSTD_inBuffer in{text.data(), text.size(), 0};
        std::size_t left = 0;
        do {
            const std::size_t begin = result.size();
            result.resize(begin + step);
            ZSTD_outBuffer out{result.data() + begin, step, 0};
            left = ZSTD_compressStream2(stream_.get(), &out, &in, is_last ? ZSTD_e_end : ZSTD_e_flush);
            if (ZSTD_isError(left) != 0) fail();
            result.resize(begin + out.pos);
        } while (left > 0);
        return result;
    }

private:
    struct Free {
        void operator()(ZSTD_CStream* stream) const { ZSTD_freeCStream(stream); }
    };
    std::unique_ptr<ZSTD_CStream, Free> stream_;
};

}  // namespace

StreamEncoder::StreamEncoder(Encoding encoding) {
    if (encoding == Encoding::gzip) {
        method_ = std::make_unique<Gzip>();
    } else {
        method_ = std::make_unique<Zstd>();
    }
}

StreamEncoder::~StreamEncoder() = default;
StreamEncoder::StreamEncoder(StreamEncoder&&) noexcept = default;
StreamEncoder& StreamEncoder::operator=(StreamEncoder&&) noexcept = default;

std::string StreamEncoder::add(std::string_view text) {
    return method_->run(text, false);
}

std::string StreamEncoder::finish() {
    return method_->run({}, true);
}

}  // namespace broadsheet::http
