#include "searcher/http/static_files.h"

#include <fmt/format.h>

#include "searcher/http/answering.h"

namespace broadsheet::http {

namespace {

// The page runs its own scripts and asks this server, and nothing else.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

}  // namespace

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

std::optional<Reply> StaticFiles::answer(const Request& request, std::string_view path) {
    const std::optional<StaticFile> file = find_ ? find_(path) : std::nullopt;
    if (!file) return std::nullopt;
    Reply reply;
    reply.route = "page";
    const std::string tag = fmt::format("W/\"{}\"", file->digest);
    reply.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}, {"Content-Security-Policy", page_policy}};
    const std::string first = preload_ ? preload_(request.target) : std::string();
    if (!first.empty())
        reply.headers.emplace_back("Link", fmt::format("<{}>; rel=preload; as=fetch; crossorigin", first));
    if (has_tag(request.if_none_match, tag)) {
        reply.status = 304;
        return reply;
    }
    reply.content_type = file->content_type;
    const Encoding encoding = is_worth_compressing(file->content_type, file->bytes.size())
                                  ? negotiated(request.accept_encoding)
                                  : Encoding::identity;
    reply.body = body_of(*file, path, encoding);
    if (encoding != Encoding::identity) reply.headers.emplace_back("Content-Encoding", name_of(encoding));
    return reply;
}

}  // namespace broadsheet::http
