#include "searcher/http/server.h"

#include <fmt/format.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <list>
#include <random>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/error.h"
#include "searcher/http/connection.h"

namespace broadsheet::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

tcp::endpoint resolved(asio::io_context& context, const std::string& host, std::uint16_t port) {
    error_code failure;
    const auto address = asio::ip::make_address(host, failure);
    if (!failure) return {address, port};
    const auto found = tcp::resolver(context).resolve(host, std::to_string(port), failure);
    if (failure || found.empty())
        throw Error(ErrorCode::usage, fmt::format("there is no address \"{}\" to listen on", host));
    return found.begin()->endpoint();
}

std::string random_prefix() {
    std::random_device device;
    return fmt::format("{:08x}", device());
}

}  // namespace

class Server::Listener : public ConnectionOwner {
public:
    Listener(const ServerSettings& settings, ServiceSettings service)
        : settings_(settings),
          service_(std::move(service)),
          acceptor_(context_),
          retry_(context_),
          end_(context_),
          signals_(context_),
          request_prefix_(random_prefix()) {
        listen();
    }

    tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

    void run() {
        if (settings_.stops_on_signals) {
            signals_.add(SIGTERM);
            signals_.add(SIGINT);
            signals_.async_wait([this](error_code error, int) {
                if (!error) begin_stop();
            });
        }
        accept();
        context_.run();
        service_.stop();
    }

    void stop() {
        asio::post(context_, [this] { begin_stop(); });
    }

    void became_idle(Connection& connection) override {
        Entry& entry = connections_.at(&connection);
        entry.idle = idle_.insert(idle_.end(), &connection);
        entry.is_idle = true;
    }

    void became_busy(Connection& connection) override { leave_idle(connections_.at(&connection)); }

    void closed(Connection& connection) override {
        const auto entry = connections_.find(&connection);
        leave_idle(entry->second);
        connections_.erase(entry);
        service_.count_connections(connections_.size());
        if (is_stopping_ && connections_.empty()) end_.cancel();
    }

    std::string new_request_id() override { return fmt::format("{}-{}", request_prefix_, ++requests_); }

private:
    struct Entry {
        std::weak_ptr<Connection> connection;
        std::list<Connection*>::iterator idle;
        bool is_idle = false;
    };

    void listen() {
        const tcp::endpoint wanted = resolved(context_, settings_.host, settings_.port);
        const auto check = [&](const error_code& failure) {
            if (failure)
                throw system_error(failure.value(),
                                   fmt::format("listen on {}:{}", settings_.host, settings_.port));
        };
        error_code failure;
        acceptor_.open(wanted.protocol(), failure);
        check(failure);
        acceptor_.set_option(tcp::acceptor::reuse_address(true), failure);
        check(failure);
        acceptor_.bind(wanted, failure);
        check(failure);
        acceptor_.listen(4096, failure);
        check(failure);
    }

    void leave_idle(Entry& entry) {
        if (entry.is_idle) idle_.erase(entry.idle);
        entry.is_idle = false;
    }

    void accept() {
        acceptor_.async_accept([this](error_code error, tcp::socket socket) {
            if (is_stopping_) return;
            if (error) return accept_later();
            admit(std::move(socket));
            accept();
        });
    }

    // No more file descriptors, most likely: they come back when connections close.
    void accept_later() {
        constexpr std::chrono::milliseconds pause{50};
        retry_.expires_after(pause);
        retry_.async_wait([this](error_code error) {
            if (!error && !is_stopping_) accept();
        });
    }

    // When there are too many, the one that has said nothing for the longest time makes room; where all are
    // busy, the new one has to go.
    void admit(tcp::socket socket) {
        if (connections_.size() >= settings_.most_connections) {
            if (idle_.empty()) return;
            idle_.front()->stop();
        }
        auto connection = std::make_shared<Connection>(std::move(socket), service_, *this, settings_.limits);
        connections_.emplace(connection.get(), Entry{connection, {}, false});
        service_.count_connections(connections_.size());
        connection->start();
    }

    void begin_stop() {
        if (is_stopping_) return;
        is_stopping_ = true;
        service_.begin_stop();
        error_code ignored;
        acceptor_.close(ignored);
        retry_.cancel();
        signals_.cancel(ignored);
        for (const auto& connection : open_connections())
            connection->stop();
        if (connections_.empty()) return;
        end_.expires_after(settings_.last_answers);
        end_.async_wait([this](error_code error) {
            if (error) return;
            for (const auto& connection : open_connections())
                connection->close();
        });
    }

    // Closing one takes it from connections_.
    std::vector<std::shared_ptr<Connection>> open_connections() const {
        std::vector<std::shared_ptr<Connection>> open;
        for (const auto& [key, entry] : connections_) {
            if (auto connection = entry.connection.lock()) open.push_back(std::move(connection));
        }
        return open;
    }

    const ServerSettings settings_;
    Service service_;
    asio::io_context context_{1};
    tcp::acceptor acceptor_;
    asio::steady_timer retry_;
    asio::steady_timer end_;
    asio::signal_set signals_;
    std::unordered_map<Connection*, Entry> connections_;
    std::list<Connection*> idle_;  // the one that has been it longest first
    bool is_stopping_ = false;
    std::string request_prefix_;
    std::uint64_t requests_ = 0;
};

Server::Server(const ServerSettings& settings, ServiceSettings service)
    : listener_(std::make_unique<Listener>(settings, std::move(service))) {}

Server::~Server() = default;

std::string Server::address() const {
    const tcp::endpoint endpoint = listener_->endpoint();
    const bool is_v6 = endpoint.address().is_v6();
    return fmt::format("http://{}{}{}:{}", is_v6 ? "[" : "", endpoint.address().to_string(), is_v6 ? "]" : "",
                       endpoint.port());
}

std::uint16_t Server::port() const {
    return listener_->endpoint().port();
}

void Server::run() {
    listener_->run();
}

void Server::stop() {
    listener_->stop();
}

}  // namespace broadsheet::http
