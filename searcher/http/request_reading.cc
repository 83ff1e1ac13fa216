#include "searcher/http/request_reading.h"

#include <algorithm>
#include <string>

namespace broadsheet::http {

namespace beast = boost::beast;

namespace {

using Header = beast::http::request_header<>;

std::string value_of(const Header& header, beast::string_view name) {
    const beast::string_view value = header[name];
    return {value.data(), value.size()};
}

Method method_of(beast::http::verb verb) {
    switch (verb) {
        case beast::http::verb::get:
            return Method::get;
        case beast::http::verb::head:
            return Method::head;
        case beast::http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

bool is_host(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-._:[]").find(c) != std::string_view::npos;
    });
}

}  // namespace

Request request_of(const Header& header) {
    Request request;
    request.method = method_of(header.method());
    request.method_name = std::string(header.method_string().substr(0, 32));
    request.target = std::string(header.target());
    request.accept_encoding = value_of(header, "Accept-Encoding");
    request.if_none_match = value_of(header, "If-None-Match");
    request.origin = value_of(header, "Origin");
    request.authorization = value_of(header, "Authorization");
    request.api_key = value_of(header, "X-Api-Key");
    request.host = value_of(header, "Host");
    if (!is_host(request.host)) request.host.clear();
    request.forwarded_proto = value_of(header, "X-Forwarded-Proto");
    request.id = value_of(header, "X-Request-Id");
    return request;
}

bool is_request_id(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

}  // namespace broadsheet::http
