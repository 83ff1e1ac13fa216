#include "searcher/http/encoding.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "schema/error.h"

namespace broadsheet::http {

namespace {

constexpr std::size_t smallest = 1024;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// "gzip;q=0.5" as its name and 0.5
std::pair<std::string_view, double> read_choice(std::string_view text) {
    const std::size_t semicolon = text.find(';');
    const std::string_view name = trimmed(text.substr(0, semicolon));
    if (semicolon == std::string_view::npos) return {name, 1};
    const std::string_view quality = trimmed(text.substr(semicolon + 1));
    if (!quality.starts_with("q=")) return {name, 1};
    return {name, std::strtod(std::string(quality.substr(2)).c_str(), nullptr)};
}

std::string gzipped(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(&stream, gzip_level, Z_DEFLATED, window_with_gzip_header, gzip_memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw Error(ErrorCode::machine, "can not compress an answer");
    std::string result(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int status = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) throw Error(ErrorCode::machine, "can not compress an answer");
    return result;
}

}  // namespace

Encoding negotiated(std::string_view accept_encoding) {
    Encoding best = Encoding::identity;
    double best_quality = 0;
    while (!accept_encoding.empty()) {
        const std::string_view part = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(part.size() + 1, accept_encoding.size()));
        const auto [name, quality] = read_choice(part);
        const Encoding encoding = name == "zstd"   ? Encoding::zstd
                                  : name == "gzip" ? Encoding::gzip
                                                   : Encoding::identity;
        if (encoding == Encoding::identity || !(quality > 0)) continue;
        if (quality > best_quality || (quality == best_quality && encoding == Encoding::zstd)) {
            best = encoding;
            best_quality = quality;
        }
    }
    return best;
}

std::string_view name_of(Encoding encoding) {
    constexpr std::array<std::string_view, 3> names{"identity", "gzip", "zstd"};
    return names[static_cast<std::size_t>(encoding)];
}

bool is_worth_compressing(std::string_view content_type, std::size_t bytes) {
    if (bytes < smallest || bytes > (std::size_t{1} << 30)) return false;
    return content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
           content_type.find("xml") != std::string_view::npos ||
           content_type.find("javascript") != std::string_view::npos;
}

std::string compressed(std::string_view text, Encoding encoding) {
    if (encoding == Encoding::gzip) return gzipped(text);
    std::string result(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size =
        ZSTD_compress(result.data(), result.size(), text.data(), text.size(), zstd_level);
    if (ZSTD_isError(size) != 0) throw Error(ErrorCode::machine, "can not compress an answer");
    result.resize(size);
    return result;
}

}  // namespace broadsheet::http
