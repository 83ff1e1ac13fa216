// Figures about the requests, as Prometheus reads them (text format 0.0.4).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet::http {

class Metrics {
public:
    // An answer that was sent, or given up when the client was gone. `route` is one of the table's, or
    // "none".
    void add(std::string_view route, unsigned status, double seconds, std::uint64_t bytes);

    // What else is shown.
    struct Gauges {
        std::uint64_t generation = 0;
        std::uint64_t articles = 0;
        std::uint64_t connections = 0;
        std::uint64_t waiting = 0;   // requests in the queue
        std::uint64_t refused = 0;   // because the queue was full
        std::uint64_t stale = 0;     // times that a newer generation could not be opened
        std::uint64_t unlogged = 0;  // lines that the access log did not take
        std::uint64_t cache_hits = 0;
        std::uint64_t cache_misses = 0;
        std::uint64_t cache_answers = 0;
        std::uint64_t cache_bytes = 0;
    };
    std::string text(const Gauges& gauges) const;

private:
    // Upper ends in seconds; another counter takes what is slower.
    static constexpr std::array<double, 12> limits{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                   0.05,   0.1,   0.25,   0.5,   1,    5};
    struct Latency {
        std::array<std::uint64_t, limits.size() + 1> counts{};
        double sum = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::pair<std::string_view, unsigned>, std::uint64_t> requests_;
    std::map<std::string_view, Latency> latencies_;
    std::uint64_t bytes_ = 0;
};

// Of this process, in bytes; 0 where the system does not say.
std::uint64_t resident_memory();

}  // namespace broadsheet::http
