#include "searcher/http/response_head.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace broadsheet::http {

namespace {

// A line break in a value would begin another header.
std::string clean(std::string_view value) {
    std::string result(value);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return result;
}

}  // namespace

std::string head_of(const Reply& reply, const HeadSettings& settings) {
    std::string head = fmt::format("HTTP/1.1 {} {}\r\nDate: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", reply.status,
                                   phrase_of(reply.status), fmt::gmtime(std::time(nullptr)));
    for (const auto& [name, value] : reply.headers)
        head += fmt::format("{}: {}\r\n", name, clean(value));
    if (!reply.content_type.empty()) head += fmt::format("Content-Type: {}\r\n", clean(reply.content_type));
    if (reply.pipe != nullptr) {
        if (settings.has_http_1_1) head += "Transfer-Encoding: chunked\r\n";
    } else if (reply.body != nullptr) {
        head += fmt::format("Content-Length: {}\r\n", reply.body->size());
    }
    head += settings.keeps_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

void add_common_headers(const Request& request, Reply& reply) {
    Pairs& headers = reply.headers;
    headers.emplace_back("X-Request-Id", request.id);
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    const auto has_policy = [](const auto& header) { return header.first == "Content-Security-Policy"; };
    if (std::none_of(headers.begin(), headers.end(), has_policy))
        headers.emplace_back("Content-Security-Policy",
                             "default-src 'none'; frame-ancestors 'none'; sandbox");
}

}  // namespace broadsheet::http
