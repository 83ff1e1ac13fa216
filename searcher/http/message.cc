#include "searcher/http/message.h"

#include <array>

namespace broadsheet::http {

Reply make_reply(unsigned status, std::string content_type, std::string body) {
    Reply reply;
    reply.status = status;
    reply.content_type = std::move(content_type);
    reply.body = std::make_shared<const std::string>(std::move(body));
    return reply;
}

std::string_view phrase_of(unsigned status) {
    constexpr auto phrases =
        std::to_array<std::pair<unsigned, std::string_view>>({{200, "OK"},
                                                              {204, "No Content"},
                                                              {304, "Not Modified"},
                                                              {400, "Bad Request"},
                                                              {401, "Unauthorized"},
                                                              {404, "Not Found"},
                                                              {405, "Method Not Allowed"},
                                                              {408, "Request Timeout"},
                                                              {413, "Content Too Large"},
                                                              {431, "Request Header Fields Too Large"},
                                                              {500, "Internal Server Error"},
                                                              {503, "Service Unavailable"}});
    for (const auto& [number, phrase] : phrases) {
        if (number == status) return phrase;
    }
    return "Unknown";
}

}  // namespace broadsheet::http
