#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace broadsheet::test {

namespace {

http::ServerSettings on_free_port(http::ServerSettings settings) {
    settings.port = 0;
    return settings;
}

}  // namespace

TestServer::TestServer(http::ServiceSettings service, http::ServerSettings settings)
    : server_(on_free_port(std::move(settings)), std::move(service)), thread_([this] { server_.run(); }) {}

TestServer::~TestServer() {
    stop();
}

void TestServer::stop() {
    if (!thread_.joinable()) return;
    server_.stop();
    thread_.join();
}

Client::Client(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // A server that does not answer fails the test instead of stopping it.
    constexpr timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("can not connect to the server");
}

Client::~Client() {
    close(socket_);
}

void Client::send(const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return;  // the server had enough: its answer says why
        sent += static_cast<std::size_t>(count);
    }
}

bool Client::fill() {
    std::string block(64u << 10, '\0');
    const ssize_t count = recv(socket_, block.data(), block.size(), 0);
    if (count <= 0) return false;
    buffer_.append(block, 0, static_cast<std::size_t>(count));
    return true;
}

std::string Client::line() {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n")) == std::string::npos) {
        if (!fill()) return {};
    }
    std::string result = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return result;
}

Response Client::receive(bool has_body) {
    Response response;
    const std::string status = line();
    constexpr std::size_t code_at = 9;  // behind "HTTP/1.1 "
    if (status.size() < code_at + 3) return response;
    response.status = static_cast<unsigned>(std::stoul(status.substr(code_at, 3)));
    for (std::string header = line(); !header.empty(); header = line()) {
        const std::size_t colon = header.find(": ");
        std::string name = header.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        response.headers[name] = header.substr(colon + 2);
    }
    const auto take = [&](std::size_t bytes) {
        while (buffer_.size() < bytes) {
            if (!fill()) return false;
        }
        response.body += buffer_.substr(0, bytes);
        buffer_.erase(0, bytes);
        return true;
    };
    response.is_complete = true;
    if (!has_body) return response;
    if (response.headers.contains("content-length")) {
        response.is_complete = take(std::stoul(response.headers["content-length"]));
    } else if (response.headers.contains("transfer-encoding")) {
        for (;;) {
            const std::string size = line();
            const std::size_t bytes = size.empty() ? 0 : std::stoul(size, nullptr, 16);
            response.is_complete = !size.empty() && take(bytes) && line().empty();
            if (bytes == 0 || !response.is_complete) break;
        }
    }
    return response;
}

bool Client::is_closed() {
    std::string block(4096, '\0');
    ssize_t count = 0;
    do {
        count = recv(socket_, block.data(), block.size(), 0);
    } while (count > 0);
    return count == 0 || errno == ECONNRESET;
}

Response Client::get(const std::string& target, const std::vector<std::string>& headers) {
    return request("GET", target, headers);
}

Response Client::request(const std::string& method, const std::string& target,
                         const std::vector<std::string>& headers) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const std::string& header : headers)
        text += header + "\r\n";
    send(text + "\r\n");
    return receive(method != "HEAD");
}

}  // namespace broadsheet::test
