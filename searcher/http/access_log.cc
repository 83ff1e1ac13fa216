#include "searcher/http/access_log.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "schema/date.h"
#include "searcher/render/json.h"

namespace broadsheet::http {

namespace {

// What a pipe takes at once whenever poll() says that it takes anything.
constexpr std::size_t surely_taken = 4096;

constexpr int look_up_ms = 100;
constexpr std::chrono::seconds longest_farewell{1};

std::string line_of(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const double milliseconds =
        std::chrono::duration<double, std::milli>(Clock::now() - request.begun).count();
    nlohmann::ordered_json json{
        {"time", iso_8601(std::chrono::duration_cast<std::chrono::seconds>(now).count())},
        {"id", request.id},
        {"peer", request.peer},
        {"method", request.method_name},
        {"target", request.target},
        {"route", reply.route},
        {"status", reply.status},
        {"bytes", bytes},
        {"ms", std::round(milliseconds * 1000) / 1000}};
    if (!reply.key_name.empty()) json["key"] = reply.key_name;
    if (!is_complete) json["complete"] = false;
    return dump(json, false) + "\n";
}

}  // namespace

AccessLog::AccessLog(int file) : file_(file) {
    if (file_ >= 0) thread_ = std::thread([this] { write_all(); });
}

AccessLog::~AccessLog() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void AccessLog::add(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete) {
    if (file_ < 0) return;
    const std::string line = line_of(request, reply, bytes, is_complete);
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() + line.size() > most_waiting) {
            ++dropped_;
            return;
        }
        waiting_ += line;
    }
    changed_.notify_one();
}

std::uint64_t AccessLog::dropped() const {
    const std::lock_guard lock(mutex_);
    return dropped_;
}

// False when nothing more can be written, ever or before the end of a farewell.
bool AccessLog::write_some(const std::string& text, std::size_t& written) {
    Clock::time_point last = Clock::now();
    while (written < text.size()) {
        pollfd ready{file_, POLLOUT, 0};
        const int count = poll(&ready, 1, look_up_ms);
        if (count > 0) {
            const std::size_t size = std::min(text.size() - written, surely_taken);
            const ssize_t taken = ::write(file_, text.data() + written, size);
            if (taken < 0 && errno != EINTR && errno != EAGAIN) return false;
            if (taken > 0) {
                written += static_cast<std::size_t>(taken);
                last = Clock::now();
            }
        }
        const std::lock_guard lock(mutex_);
        if (is_stopping_ && Clock::now() - last > longest_farewell) return false;
    }
    return true;
}

void AccessLog::write_all() {
    for (;;) {
        std::string text;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            text = std::exchange(waiting_, {});
        }
        std::size_t written = 0;
        if (write_some(text, written)) continue;
        const std::string_view rest = std::string_view(text).substr(written);
        const std::lock_guard lock(mutex_);
        dropped_ += static_cast<std::uint64_t>(std::count(rest.begin(), rest.end(), '\n'));
    }
}

}  // namespace broadsheet::http
