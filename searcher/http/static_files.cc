#include "searcher/http/static_files.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "searcher/http/answering.h"

namespace broadsheet::http {

namespace {

// A digest is written in hexadecimal, and in a policy in base64: three bytes are four signs.
std::string in_base64(std::string_view hexadecimal) {
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t digits = 6;  // of three bytes
    std::string result;
    for (std::size_t at = 0; at < hexadecimal.size(); at += digits) {
        const std::string_view some = hexadecimal.substr(at, digits);
        std::uint32_t bits = 0;
        std::from_chars(some.data(), some.data() + some.size(), bits, 16);
        bits <<= 4 * (digits - some.size());
        const std::size_t used = some.size() / 2 + 1;
        for (std::size_t i = 0; i < 4; ++i)
            result += i < used ? signs[(bits >> (18 - 6 * i)) & 63u] : '=';
    }
    return result;
}

// " 'sha256-...'" for each.
std::string sources(std::string_view digests) {
    std::string result;
    while (!digests.empty()) {
        const std::string_view one = digests.substr(0, digests.find(' '));
        digests.remove_prefix(std::min(digests.size(), one.size() + 1));
        result += fmt::format(" 'sha256-{}'", in_base64(one));
    }
    return result.empty() ? " 'none'" : result;
}

// The page runs its own scripts and asks this server, and nothing else.
std::string policy_of(const StaticFile& file) {
    return fmt::format(
        "default-src 'none'; script-src{}; style-src{}; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        sources(file.scripts_inside), sources(file.styles_inside));
}

}  // namespace

std::optional<StaticFile> StaticFiles::find(std::string_view path) const {
    return find_ ? find_(path) : std::nullopt;
}

StaticFiles::Body StaticFiles::body_of(const StaticFile& file, std::string_view path, Encoding encoding) {
    const std::lock_guard lock(mutex_);
    Body& body = bodies_[{std::string(path), encoding}];
    if (body == nullptr) {
        const bool is_plain = encoding == Encoding::identity;
        body = std::make_shared<const std::string>(is_plain ? std::string(file.bytes)
                                                            : compressed(file.bytes, encoding));
    }
    return body;
}

Reply file_head(const Request& request, const StaticFile& file, const std::string& tag) {
    Reply reply;
    reply.route = "page";
    reply.headers = {
        {"ETag", tag}, {"Cache-Control", "no-cache"}, {"Content-Security-Policy", policy_of(file)}};
    if (has_tag(request.if_none_match, tag)) {
        reply.status = 304;
    } else {
        reply.content_type = file.content_type;
    }
    return reply;
}

Reply StaticFiles::answer(const Request& request, std::string_view path, const StaticFile& file) {
    Reply reply = file_head(request, file, fmt::format("W/\"{}\"", file.digest));
    if (reply.status == 304) return reply;
    const Encoding encoding = is_worth_compressing(file.content_type, file.bytes.size())
                                  ? negotiated(request.accept_encoding)
                                  : Encoding::identity;
    reply.body = body_of(file, path, encoding);
    if (encoding != Encoding::identity) reply.headers.emplace_back("Content-Encoding", name_of(encoding));
    return reply;
}

}  // namespace broadsheet::http
