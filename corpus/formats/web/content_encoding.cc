#include "corpus/formats/web/content_encoding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "corpus/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t block = std::size_t{64} << 10;

// `window_bits` as zlib has it: with or without a header, and which.
std::string inflated(std::string_view bytes, int window_bits, std::size_t largest) {
    std::string plain;
    z_stream stream{};
    if (bytes.size() > std::numeric_limits<uInt>::max() || inflateInit2(&stream, window_bits) != Z_OK)
        return plain;
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::array<char, block> buffer;
    int status = Z_OK;
    while (status == Z_OK && plain.size() < largest) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        status = inflate(&stream, Z_NO_FLUSH);
        plain.append(buffer.data(), buffer.size() - stream.avail_out);
        if (status == Z_OK && stream.avail_out != 0 && stream.avail_in == 0) break;  // cut off
    }
    return plain;
}

std::string without_brotli(std::string_view bytes, std::size_t largest) {
    std::string plain;
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left_in = bytes.size();
    std::array<std::uint8_t, block> buffer;
    BrotliDecoderResult status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && plain.size() < largest) {
        std::uint8_t* next_out = buffer.data();
        std::size_t left_out = buffer.size();
        status =
            BrotliDecoderDecompressStream(decoder.get(), &left_in, &next_in, &left_out, &next_out, nullptr);
        plain.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - left_out);
    }
    return plain;
}

std::string without_zstd(std::string_view bytes, std::size_t largest) {
    std::string plain;
    const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> decoder(ZSTD_createDStream(),
                                                                                ZSTD_freeDStream);
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::array<char, block> buffer;
    while (in.pos < in.size && plain.size() < largest) {
        ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
        const std::size_t status = ZSTD_decompressStream(decoder.get(), &out, &in);
        plain.append(buffer.data(), out.pos);
        if (ZSTD_isError(status) != 0) break;
    }
    return plain;
}

}  // namespace

std::optional<std::string> without_encoding(std::string_view bytes, std::string_view encodings,
                                            std::size_t largest) {
    std::string plain(bytes);
    // The last one was applied last.
    for (int steps = 0; !encodings.empty() && steps < 4; ++steps) {
        const std::size_t comma = encodings.rfind(',');
        const std::string_view name =
            trimmed(encodings.substr(comma == std::string_view::npos ? 0 : comma + 1));
        encodings = encodings.substr(0, comma == std::string_view::npos ? 0 : comma);
        if (name == "gzip" || name == "x-gzip" || name == "deflate") {
            std::string out = inflated(plain, 15 + 32, largest);
            // Some servers send deflate without zlib's header.
            if (out.empty() && name == "deflate") out = inflated(plain, -15, largest);
            plain = std::move(out);
        } else if (name == "br") {
            plain = without_brotli(plain, largest);
        } else if (name == "zstd") {
            plain = without_zstd(plain, largest);
        } else if (name != "identity") {
            return std::nullopt;
        }
    }
    if (plain.empty()) return std::nullopt;
    return plain;
}

}  // namespace broadsheet
