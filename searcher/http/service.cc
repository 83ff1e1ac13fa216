#include "searcher/http/service.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "schema/error.h"
#include "searcher/http/answering.h"
#include "searcher/http/problem.h"
#include "searcher/http/response_head.h"

namespace broadsheet::http {

namespace {

WorkerSettings for_exports(WorkerSettings settings, std::size_t threads) {
    constexpr std::size_t most_waiting_exports = 16;
    settings.threads = threads;
    settings.most_waiting = most_waiting_exports;
    return settings;
}

bool asks_for_export(const Route& route, const Target& target) {
    return route.name == "search" && target.has("all");
}

Reply preflight() {
    Reply reply;
    reply.status = 204;
    reply.headers = {
        {"Access-Control-Allow-Methods", "GET, HEAD"},
        {"Access-Control-Allow-Headers", "Authorization, X-Api-Key, X-Request-Id, If-None-Match"},
        {"Access-Control-Max-Age", "86400"},
        {"Allow", "GET, HEAD, OPTIONS"}};
    return reply;
}

// Nothing for what read_target() refuses.
std::optional<Target> readable(std::string_view text) {
    try {
        return read_target(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

Service::Service(ServiceSettings settings)
    : keys_(std::move(settings.keys)),
      trusts_proxy_(settings.trusts_proxy),
      origins_(std::move(settings.origins)),
      cache_(settings.cache_bytes),
      files_(std::move(settings.find_file)),
      find_first_(std::move(settings.find_first)),
      log_(settings.access_log),
      workers_(settings.workers, cache_),
      exports_(for_exports(settings.workers, settings.exports), cache_) {}

void Service::stop() {
    begin_stop();
    workers_.stop();
    exports_.stop();
}

void Service::handle(const std::shared_ptr<const Request>& request, SendReply send) {
    const auto finished = [this, request, send = std::move(send)](Reply reply) {
        finish(*request, reply);
        send(std::move(reply));
    };
    try {
        route(request, finished);
    } catch (const Error& error) {
        finished(problem(error));
    } catch (const std::exception&) {
        finished(problem(500, "machine", "the request could not be answered"));
    }
}

void Service::route(const std::shared_ptr<const Request>& request, SendReply send) {
    if (request->method == Method::other) {
        Reply refused = problem(
            405, "method_not_allowed",
            fmt::format("there is no {} here: the service only reads", request->method_name), "use GET");
        refused.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
        return send(std::move(refused));
    }
    if (request->method == Method::options) return send(preflight());
    const std::string_view path = std::string_view(request->target).substr(0, request->target.find('?'));
    if (const auto file = files_.find(path)) return send_file(*request, path, *file, send);
    Target target = read_target(request->target);
    std::string path_value;
    const Route* route = find_route(target.path, path_value);
    if (route == nullptr)
        return send(problem(404, "not_found", "there is nothing under this address",
                            "see /api/v1/openapi.json; write a / within an id as %2F"));
    std::string key_name;
    if (!route->is_open && keys_.are_needed()) {
        const auto name = keys_.name_of(request->authorization, request->api_key);
        if (!name) {
            Reply refused = problem(401, "key_missing", "a key is needed",
                                    "send Authorization: Bearer KEY, or X-Api-Key: KEY");
            refused.headers.emplace_back("WWW-Authenticate", "Bearer");
            refused.route = route->name;
            return send(std::move(refused));
        }
        key_name = *name;
    }
    const auto named = [send = std::move(send), route, key_name = std::move(key_name)](Reply reply) {
        reply.route = route->name;
        reply.key_name = key_name;
        send(std::move(reply));
    };
    if (route->at_once != nullptr) {
        read_arguments(*route, path_value, target);
        return named(at_once(*route, *request));
    }
    Workers& workers = asks_for_export(*route, target) ? exports_ : workers_;
    if (!workers.add({request, route, std::move(target), std::move(path_value), named}))
        named(problem(503, "busy", "the server has more to do than it can"));
}

void Service::send_file(const Request& request, std::string_view path, const StaticFile& file,
                        const SendReply& send) {
    if (!send_answered(request, file, send)) send(files_.answer(request, path, file));
}

// The answer is that of the search route, for the same address as the page would ask. False: there is none.
bool Service::send_answered(const Request& request, const StaticFile& page, const SendReply& send) {
    auto asked = std::make_shared<Request>(request);
    asked->target = find_first_ ? find_first_(request.target) : std::string();
    if (asked->target.empty() || page.bytes.find(before_answer) == std::string_view::npos) return false;
    asked->accept_encoding.clear();
    asked->if_none_match.clear();
    std::optional<Target> target = readable(asked->target);
    if (!target) return false;
    std::string path_value;
    const Route* route = find_route(target->path, path_value);
    const std::string of_answer = entity_tag(asked->target, workers_.generation());
    Reply reply = file_head(request, page, fmt::format("W/\"{}-{}", page.digest, of_answer.substr(3)));
    if (reply.status == 304 || request.method == Method::head) {
        send(std::move(reply));
        return true;
    }
    const Encoding encoding = negotiated(request.accept_encoding);
    if (encoding != Encoding::identity) reply.headers.emplace_back("Content-Encoding", name_of(encoding));
    const auto answered = std::make_shared<AnsweredPage>(page, encoding);
    reply.pipe = answered->body();
    send(std::move(reply));
    const auto complete = [answered](const Reply& answer) { answered->complete(answer); };
    if (!workers_.add({asked, route, std::move(*target), std::move(path_value), complete})) complete({});
    return true;
}

Reply Service::at_once(const Route& route, const Request& request) const {
    Status status;
    status.is_ready = !is_stopping_;
    status.generation = workers_.generation();
    status.articles = workers_.articles();
    status.is_secure = trusts_proxy_ && request.forwarded_proto == "https";
    if (route.name == "metrics") status.metrics = metrics_.text(gauges());
    Reply reply = route.at_once(request, status);
    reply.headers.emplace_back("Cache-Control", "no-store");
    return reply;
}

Metrics::Gauges Service::gauges() const {
    const SearchCache::Statistics cache = cache_.statistics();
    Metrics::Gauges gauges;
    gauges.generation = workers_.generation();
    gauges.articles = workers_.articles();
    gauges.connections = connections_;
    gauges.waiting = workers_.waiting() + exports_.waiting();
    gauges.refused = workers_.refused() + exports_.refused();
    gauges.stale = workers_.stale() + exports_.stale();
    gauges.unlogged = log_.dropped();
    gauges.cache_hits = cache.hits;
    gauges.cache_misses = cache.misses;
    gauges.cache_answers = cache.answers;
    gauges.cache_bytes = cache.bytes;
    return gauges;
}

bool Service::allows(const std::string& origin) const {
    return std::any_of(origins_.begin(), origins_.end(),
                       [&](const std::string& each) { return each == "*" || each == origin; });
}

void Service::finish(const Request& request, Reply& reply) const {
    add_common_headers(request, reply);
    Pairs& headers = reply.headers;
    headers.emplace_back("Vary", origins_.empty() ? "Accept-Encoding" : "Accept-Encoding, Origin");
    if (request.origin.empty() || !allows(request.origin)) return;
    headers.emplace_back("Access-Control-Allow-Origin", request.origin);
    headers.emplace_back("Access-Control-Expose-Headers", "ETag, X-Request-Id");
}

void Service::sent(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete) {
    const double seconds = std::chrono::duration<double>(Clock::now() - request.begun).count();
    metrics_.add(reply.route, reply.status, seconds, bytes);
    log_.add(request, reply, bytes, is_complete);
}

}  // namespace broadsheet::http
