// One client: reads its requests one after the other and sends the answers, all within bounds of size and
// time. Runs on the thread of the io_context; only the service's replies come from others.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "searcher/http/connection_limits.h"
#include "searcher/http/message.h"
#include "searcher/http/service.h"

namespace broadsheet::http {

class Connection;

// Who keeps the connections.
class ConnectionOwner {
public:
    virtual ~ConnectionOwner() = default;
    virtual void became_idle(Connection& connection) = 0;
    virtual void became_busy(Connection& connection) = 0;
    virtual void closed(Connection& connection) = 0;
    virtual std::string new_request_id() = 0;
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(boost::asio::ip::tcp::socket socket, Service& service, ConnectionOwner& owner,
               const ConnectionLimits& limits);

    void start();
    // At once where no request is being answered, after its answer otherwise.
    void stop();
    // At once, whatever is going on; an answer that still comes is dropped.
    void close();

private:
    enum class Phase { idle, header, answering, writing, lingering, closed };

    void wait_for_request();
    void read_header();
    void header_read(boost::system::error_code error);
    void handle_request();
    void refuse(Reply reply);
    void send(Reply reply);
    void pump();
    void answered(bool is_complete);
    void linger();
    void read_rest();
    void set_deadline(std::chrono::milliseconds after);
    void deadline_passed();

    boost::asio::ip::tcp::socket socket_;
    Service& service_;
    ConnectionOwner& owner_;
    const ConnectionLimits& limits_;
    boost::asio::steady_timer timer_;
    Clock::time_point deadline_;
    Phase phase_ = Phase::idle;
    bool is_stopping_ = false;
    bool keeps_alive_ = false;
    bool has_http_1_1_ = true;
    bool is_late_ = false;
    bool is_writing_ = false;
    boost::beast::flat_buffer buffer_;
    std::optional<boost::beast::http::request_parser<boost::beast::http::empty_body>> parser_;
    std::shared_ptr<const Request> request_;
    std::string peer_;
    Reply reply_;
    std::string outgoing_;  // the head, or a chunk
    std::uint64_t sent_bytes_ = 0;
    std::size_t lingering_ = 0;  // bytes read after the last answer
};

}  // namespace broadsheet::http
