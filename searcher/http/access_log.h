// A line of JSON for every answer.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <mutex>

#include "searcher/http/message.h"

namespace broadsheet::http {

class AccessLog {
public:
    // Null: no log. Must outlive this.
    explicit AccessLog(std::ostream* out) : out_(out) {}

    // `is_complete`: false where the client went away before the end.
    void add(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete);

private:
    std::mutex mutex_;
    std::ostream* out_;
};

}  // namespace broadsheet::http
