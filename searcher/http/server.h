// The HTTP server: listens, keeps the connections, and stops when it is told to.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "searcher/http/connection_limits.h"
#include "searcher/http/service.h"

namespace broadsheet::http {

struct ServerSettings {
    std::string host = "127.0.0.1";  // an address or a name
    std::uint16_t port = 8080;       // 0: any that is free
    std::size_t most_connections = 10000;
    ConnectionLimits limits;
    std::chrono::milliseconds last_answers{10000};  // how long stopping waits for them
    bool stops_on_signals = false;                  // SIGTERM and SIGINT
};

class Server {
public:
    // Listens at once. Throws Error(usage) for a host that can not be resolved, Error(machine, permission)
    // when nobody can listen there, and as Service.
    Server(const ServerSettings& settings, ServiceSettings service);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // "http://127.0.0.1:8080"
    std::string address() const;
    std::uint16_t port() const;

    // Serves until it is stopped, and answers what was asked before.
    void run();
    // From any thread.
    void stop();

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace broadsheet::http
