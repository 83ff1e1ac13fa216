// A server in this process and a client that sends exactly what it is told.
#pragma once

#include <map>
#include <string>
#include <thread>
#include <vector>

#include "searcher/http/server.h"

namespace broadsheet::test {

// Serves on a free port of the loopback until it goes out of scope.
class TestServer {
public:
    explicit TestServer(http::ServiceSettings service, http::ServerSettings settings = {});
    ~TestServer();
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    std::uint16_t port() const { return server_.port(); }
    void stop();

private:
    http::Server server_;
    std::thread thread_;
};

struct Response {
    unsigned status = 0;                         // 0: the server closed without an answer
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;                            // chunks put together
    bool is_complete = false;
};

class Client {
public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(const std::string& bytes);
    // Without a body for a HEAD.
    Response receive(bool has_body = true);
    // Whether the server has closed the connection; waits for it.
    bool is_closed();

    Response get(const std::string& target, const std::vector<std::string>& headers = {});
    Response request(const std::string& method, const std::string& target,
                     const std::vector<std::string>& headers = {});

private:
    bool fill();
    std::string line();

    int socket_ = -1;
    std::string buffer_;
};

}  // namespace broadsheet::test
