#include "searcher/http/connection.h"

#include <fmt/format.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <utility>

#include "searcher/http/pipe.h"
#include "searcher/http/problem.h"
#include "searcher/http/request_reading.h"
#include "searcher/http/response_head.h"

namespace broadsheet::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {

// No request came, or not the whole of one, and nobody is there to be told.
bool is_gone(error_code error) {
    if (error == beast::http::error::end_of_stream || error == beast::http::error::partial_message)
        return true;
    const error_code of_http = beast::http::error::bad_value;
    return error && error.category() != of_http.category();
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, Service& service, ConnectionOwner& owner,
                       const ConnectionLimits& limits)
    : socket_(std::move(socket)),
      service_(service),
      owner_(owner),
      limits_(limits),
      timer_(socket_.get_executor()),
      buffer_(limits.header_bytes + 1024) {}

void Connection::start() {
    error_code ignored;
    const auto peer = socket_.remote_endpoint(ignored);
    if (!ignored) peer_ = peer.address().to_string();
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    wait_for_request();
}

void Connection::stop() {
    is_stopping_ = true;
    if (phase_ == Phase::idle || phase_ == Phase::header) close();
}

// No memory is held for a client that says nothing.
void Connection::wait_for_request() {
    phase_ = Phase::idle;
    if (is_stopping_) return close();
    if (buffer_.size() > 0) return read_header();
    buffer_.shrink_to_fit();
    owner_.became_idle(*this);
    set_deadline(limits_.idle);
    socket_.async_wait(asio::ip::tcp::socket::wait_read, [self = shared_from_this()](error_code error) {
        if (self->phase_ != Phase::idle) return;
        self->owner_.became_busy(*self);
        if (error) return self->close();
        self->read_header();
    });
}

void Connection::read_header() {
    phase_ = Phase::header;
    is_late_ = false;
    set_deadline(limits_.header);
    parser_.emplace();
    parser_->header_limit(limits_.header_bytes);
    beast::http::async_read_header(
        socket_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->header_read(error); });
}

void Connection::header_read(error_code error) {
    if (phase_ != Phase::header) return;
    phase_ = Phase::answering;
    timer_.cancel();
    keeps_alive_ = false;
    if (!is_late_ && is_gone(error)) return close();
    auto request = std::make_shared<Request>(request_of(parser_->get()));
    request->peer = peer_;
    request->begun = Clock::now();
    if (!is_request_id(request->id)) request->id = owner_.new_request_id();
    request_ = request;
    if (is_late_) return refuse(problem(408, "too_slow", "the request did not arrive in time"));
    if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow)
        return refuse(problem(431, "too_large",
                              fmt::format("the request is larger than {} bytes", limits_.header_bytes),
                              "shorten the query, or the other headers"));
    if (error) return refuse(problem(400, "bad_request", "this is no request of HTTP/1.1"));
    has_http_1_1_ = parser_->get().version() >= 11;
    const bool has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
    if (has_body && request_->method != Method::other)
        return refuse(
            problem(413, "too_large", "requests have no body here", "send parameters in the address"));
    keeps_alive_ = !has_body && parser_->keep_alive() && !is_stopping_;
    handle_request();
}

// The work guard keeps the io_context running while only a worker knows of the request.
void Connection::handle_request() {
    service_.handle(request_, [self = shared_from_this(),
                               work = asio::make_work_guard(socket_.get_executor())](Reply reply) {
        asio::post(self->socket_.get_executor(),
                   [self, reply = std::move(reply)]() mutable { self->send(std::move(reply)); });
    });
}

void Connection::refuse(Reply reply) {
    add_common_headers(*request_, reply);
    send(std::move(reply));
}

void Connection::send(Reply reply) {
    reply_ = std::move(reply);
    sent_bytes_ = 0;
    if (phase_ == Phase::closed) {
        if (reply_.pipe != nullptr) reply_.pipe->close();
        return;
    }
    phase_ = Phase::writing;
    if (is_stopping_) keeps_alive_ = false;
    if (reply_.pipe != nullptr && !has_http_1_1_) keeps_alive_ = false;  // its end is the body's
    outgoing_ = head_of(reply_, {has_http_1_1_, keeps_alive_});
    const bool has_body = request_->method != Method::head && reply_.body != nullptr;
    const std::string_view body = has_body ? std::string_view(*reply_.body) : std::string_view();
    sent_bytes_ = body.size();
    constexpr std::size_t measure = 64u << 10;
    set_deadline(limits_.write * static_cast<int>(1 + body.size() / measure));
    const std::array<asio::const_buffer, 2> buffers{asio::buffer(outgoing_),
                                                    asio::buffer(body.data(), body.size())};
    is_writing_ = true;
    asio::async_write(socket_, buffers, [self = shared_from_this()](error_code error, std::size_t) {
        self->is_writing_ = false;
        if (error) return self->answered(false);
        if (self->reply_.pipe == nullptr) return self->answered(true);
        self->reply_.pipe->set_notify([self, work = asio::make_work_guard(self->socket_.get_executor())] {
            asio::post(self->socket_.get_executor(), [self] { self->pump(); });
        });
    });
}

// The next piece of a body that is being made.
void Connection::pump() {
    if (phase_ != Phase::writing || is_writing_ || reply_.pipe == nullptr) return;
    Pipe::Taken taken = reply_.pipe->take();
    const bool is_last = !taken.chunk && taken.state == Pipe::State::finished;
    if (!taken.chunk && taken.state == Pipe::State::failed) return answered(false);
    if (!taken.chunk && !is_last) return;
    const std::string text = taken.chunk ? std::move(*taken.chunk) : std::string();
    sent_bytes_ += text.size();
    // An empty chunk is the last one.
    outgoing_ = has_http_1_1_ ? fmt::format("{:x}\r\n{}\r\n", text.size(), text) : text;
    is_writing_ = true;
    set_deadline(limits_.write);
    asio::async_write(socket_, asio::buffer(outgoing_),
                      [self = shared_from_this(), is_last](error_code error, std::size_t) {
                          self->is_writing_ = false;
                          if (error) return self->answered(false);
                          if (is_last) return self->answered(true);
                          self->pump();
                      });
}

void Connection::answered(bool is_complete) {
    if (phase_ != Phase::writing) return;
    timer_.cancel();
    if (reply_.pipe != nullptr) reply_.pipe->close();
    service_.sent(*request_, reply_, sent_bytes_, is_complete);
    reply_ = {};
    outgoing_.clear();
    outgoing_.shrink_to_fit();
    parser_.reset();
    if (!is_complete) return close();
    if (!keeps_alive_) return linger();
    wait_for_request();
}

// Closing while bytes of the client are unread would take the answer away from it.
void Connection::linger() {
    constexpr std::chrono::milliseconds patience{1000};
    phase_ = Phase::lingering;
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    set_deadline(patience);
    read_rest();
}

void Connection::read_rest() {
    constexpr std::size_t most_unread = 256u << 10;
    if (lingering_ > most_unread) return close();
    outgoing_.resize(4096);
    socket_.async_read_some(asio::buffer(outgoing_),
                            [self = shared_from_this()](error_code error, std::size_t bytes) {
                                if (self->phase_ != Phase::lingering) return;
                                self->lingering_ += bytes;
                                if (error) return self->close();
                                self->read_rest();
                            });
}

void Connection::close() {
    if (phase_ == Phase::closed) return;
    if (reply_.pipe != nullptr) reply_.pipe->close();
    phase_ = Phase::closed;
    timer_.cancel();
    error_code ignored;
    socket_.close(ignored);
    owner_.closed(*this);
}

void Connection::set_deadline(std::chrono::milliseconds after) {
    deadline_ = Clock::now() + after;
    timer_.expires_at(deadline_);
    timer_.async_wait([self = shared_from_this()](error_code error) {
        if (!error && Clock::now() >= self->deadline_) self->deadline_passed();
    });
}

void Connection::deadline_passed() {
    switch (phase_) {
        case Phase::header: {
            is_late_ = true;
            error_code ignored;
            socket_.cancel(ignored);
            return;
        }
        case Phase::writing:
            // The pending write fails, and with it the answer; without one, the body is too slow in coming.
            if (!is_writing_) return;
            is_writing_ = false;
            return answered(false);
        case Phase::answering:
        case Phase::closed:
            return;
        default:
            close();
    }
}

}  // namespace broadsheet::http
