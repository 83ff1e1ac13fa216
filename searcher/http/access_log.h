// A line of JSON for every answer, written by a thread of its own: whoever reads the log too slowly, or not
// at all, loses lines and delays nobody.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "searcher/http/message.h"

namespace broadsheet::http {

class AccessLog {
public:
    // `file` is a descriptor that outlives this; -1: no log.
    explicit AccessLog(int file);
    // Writes what waits, for at most a second while nobody takes any of it.
    ~AccessLog();
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    // `is_complete`: false where the client went away before the end.
    void add(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete);

    // Lines for which there was no room any more.
    std::uint64_t dropped() const;

private:
    static constexpr std::size_t most_waiting = 4u << 20;  // bytes

    void write_all();
    bool write_some(const std::string& text, std::size_t& written);

    const int file_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::string waiting_;
    std::uint64_t dropped_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace broadsheet::http
