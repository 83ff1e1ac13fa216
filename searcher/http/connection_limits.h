// How long and how large one client may be.
#pragma once

#include <chrono>
#include <cstdint>

namespace broadsheet::http {

struct ConnectionLimits {
    std::chrono::milliseconds idle{60000};    // between requests
    std::chrono::milliseconds header{10000};  // from a request's first byte to the end of its header
    std::chrono::milliseconds write{30000};   // for each 64 kB of an answer, about
    std::uint32_t header_bytes = 16u << 10;
};

}  // namespace broadsheet::http
