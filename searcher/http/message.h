// A request as it came, and an answer on its way out: what the parts of the server hand to each other.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::http {

using Clock = std::chrono::steady_clock;
using Pairs = std::vector<std::pair<std::string, std::string>>;

enum class Method { get, head, options, other };

struct Request {
    Method method = Method::get;
    std::string method_name;
    std::string target;  // as it was sent
    // Headers; empty where there are none.
    std::string accept_encoding;
    std::string if_none_match;
    std::string origin;
    std::string authorization;
    std::string api_key;
    std::string host;
    std::string forwarded_proto;  // by a proxy, or by anyone who says so
    std::string id;               // safe to be written anywhere: letters, digits, - _ .
    std::string peer;             // address
    Clock::time_point begun;
};

// Takes a piece of the body, and waits while the client is slower. Throws ClientGone.
using WriteChunk = std::function<void(std::string chunk)>;

class Pipe;

struct Reply {
    unsigned status = 200;
    std::string content_type;
    Pairs headers;
    std::shared_ptr<const std::string> body;  // null: none
    // Instead of a body: writes it piece by piece. Nothing was sent before the first one, so that up to then
    // it may throw what becomes a problem.
    std::function<void(const WriteChunk& write)> produce;
    std::shared_ptr<Pipe> pipe;  // of what is being produced
    // For the log and the metrics.
    std::string_view route = "none";
    std::string key_name;
};

// The client went away or was too slow.
struct ClientGone {};

Reply make_reply(unsigned status, std::string content_type, std::string body);

// The standard phrase: "Not Found".
std::string_view phrase_of(unsigned status);

}  // namespace broadsheet::http
