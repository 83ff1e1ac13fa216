// From a request to its reply: routing, keys, other origins, and the workers. Knows nothing of sockets.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/engine/cache.h"
#include "searcher/http/access_log.h"
#include "searcher/http/answered_page.h"
#include "searcher/http/keys.h"
#include "searcher/http/metrics.h"
#include "searcher/http/static_files.h"
#include "searcher/http/workers.h"

namespace broadsheet::http {

struct ServiceSettings {
    WorkerSettings workers;
    std::size_t exports = 2;  // that are written at the same time
    std::size_t cache_bytes = 64u << 20;
    Keys keys;
    std::vector<std::string> origins;  // of pages that may read the answers; "*": all
    FindFile find_file = nullptr;      // the page
    FindFirst find_first = nullptr;    // of the page; null: it asks for all itself
    int access_log = -1;               // a descriptor that outlives the service; -1: no log
    bool trusts_proxy = false;         // X-Forwarded-Proto says how the client came
};

class Service {
public:
    // Throws as Snapshot when the index can not be opened.
    explicit Service(ServiceSettings settings);

    // Calls `send` once, from this thread or a worker's. Throws nothing.
    void handle(const std::shared_ptr<const Request>& request, SendReply send);

    // What the connection tells about an answer that was sent.
    void sent(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete);
    void count_connections(std::size_t open) { connections_ = open; }

    // Not ready any more, and then answers what waits.
    void begin_stop() { is_stopping_ = true; }
    void stop();

private:
    Reply at_once(const Route& route, const Request& request) const;
    void route(const std::shared_ptr<const Request>& request, SendReply send);
    void send_file(const Request& request, std::string_view path, const StaticFile& file,
                   const SendReply& send);
    bool send_answered(const Request& request, const StaticFile& page, const SendReply& send);
    void finish(const Request& request, Reply& reply) const;
    bool allows(const std::string& origin) const;
    Metrics::Gauges gauges() const;

    const Keys keys_;
    const bool trusts_proxy_;
    const std::vector<std::string> origins_;
    SearchCache cache_;
    Metrics metrics_;
    StaticFiles files_;
    const FindFirst find_first_;
    AccessLog log_;
    std::atomic<std::size_t> connections_ = 0;
    std::atomic<bool> is_stopping_ = false;
    Workers workers_;
    Workers exports_;
};

}  // namespace broadsheet::http
