#include "searcher/http/problem.h"

#include <nlohmann/json.hpp>

#include "searcher/render/json.h"

namespace broadsheet::http {

namespace {

// "--limit is" as "limit is"
std::string with_parameters(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || text[i - 1] == ' ';
        const bool is_option = begins && text.substr(i).starts_with("--") && i + 2 < text.size() &&
                               text[i + 2] >= 'a' && text[i + 2] <= 'z';
        if (is_option) i += 2;
        result += text[i];
    }
    return result;
}

unsigned status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
        case ErrorCode::bad_query:
            return 400;
        case ErrorCode::not_found:
            return 404;
        case ErrorCode::index_changed:
        case ErrorCode::index_missing:
        case ErrorCode::index_locked:
            return 503;
        default:
            return 500;
    }
}

}  // namespace

Reply problem(unsigned status, std::string_view code, std::string_view detail, std::string_view hint) {
    nlohmann::ordered_json json{{"type", "about:blank"},
                                {"title", phrase_of(status)},
                                {"status", status},
                                {"code", code},
                                {"detail", detail}};
    if (!hint.empty()) json["hint"] = hint;
    Reply reply = make_reply(status, "application/problem+json", dump(json, true) + "\n");
    reply.headers.emplace_back("Cache-Control", "no-store");
    if (status == 503) reply.headers.emplace_back("Retry-After", "1");
    return reply;
}

Reply problem(const Error& error) {
    const unsigned status = status_of(error.code());
    if (status >= 500) return problem(status, name_of(error.code()), "the index could not be searched");
    return problem(status, name_of(error.code()), with_parameters(error.what()),
                   with_parameters(error.hint()));
}

}  // namespace broadsheet::http
