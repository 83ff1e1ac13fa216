#include "searcher/http/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace broadsheet::http {

namespace {

void add_family(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
    text += fmt::format("# HELP broadsheet_{0} {2}\n# TYPE broadsheet_{0} {1}\n", name, type, help);
}

void add_single(std::string& text, std::string_view name, std::string_view type, std::string_view help,
                std::uint64_t value) {
    add_family(text, name, type, help);
    text += fmt::format("broadsheet_{} {}\n", name, value);
}

}  // namespace

std::uint64_t resident_memory() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    if (!(file >> total >> resident)) return 0;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

void Metrics::add(std::string_view route, unsigned status, double seconds, std::uint64_t bytes) {
    const auto limit = std::lower_bound(limits.begin(), limits.end(), seconds);
    const std::lock_guard lock(mutex_);
    ++requests_[{route, status}];
    Latency& latency = latencies_[route];
    ++latency.counts[static_cast<std::size_t>(limit - limits.begin())];
    latency.sum += seconds;
    bytes_ += bytes;
}

std::string Metrics::text(const Gauges& gauges) const {
    std::string text;
    const std::lock_guard lock(mutex_);
    add_family(text, "http_requests_total", "counter", "Requests answered.");
    for (const auto& [key, count] : requests_)
        text += fmt::format("broadsheet_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first,
                            key.second, count);
    add_family(text, "http_request_seconds", "histogram",
               "From a request's last header to the last byte of its answer.");
    for (const auto& [route, latency] : latencies_) {
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < latency.counts.size(); ++i) {
            below += latency.counts[i];
            const std::string limit = i < limits.size() ? fmt::format("{}", limits[i]) : "+Inf";
            text += fmt::format("broadsheet_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                                route, limit, below);
        }
        text += fmt::format(
            "broadsheet_http_request_seconds_sum{{route=\"{0}\"}} {1}\n"
            "broadsheet_http_request_seconds_count{{route=\"{0}\"}} {2}\n",
            route, latency.sum, below);
    }
    add_single(text, "http_sent_bytes_total", "counter", "Bytes of answers, without their headers.", bytes_);
    add_single(text, "http_refused_total", "counter", "Requests refused because too many waited.",
               gauges.refused);
    add_single(text, "access_log_dropped_total", "counter",
               "Lines of the access log that nobody took in time.", gauges.unlogged);
    add_single(text, "http_connections", "gauge", "Open connections.", gauges.connections);
    add_single(text, "http_waiting_requests", "gauge", "Requests that wait for a worker.", gauges.waiting);
    add_single(text, "index_generation", "gauge", "Generation of the index that is served.",
               gauges.generation);
    add_single(text, "index_articles", "gauge", "Articles in it.", gauges.articles);
    add_single(text, "index_stale_total", "counter", "Times that a newer generation could not be opened.",
               gauges.stale);
    add_single(text, "cache_hits_total", "counter", "Searches answered from the cache.", gauges.cache_hits);
    add_single(text, "cache_misses_total", "counter", "Searches that were not in the cache.",
               gauges.cache_misses);
    add_single(text, "cache_answers", "gauge", "Answers in the cache.", gauges.cache_answers);
    add_single(text, "cache_bytes", "gauge", "Bytes of the answers in the cache.", gauges.cache_bytes);
    add_single(text, "resident_memory_bytes", "gauge", "Memory of the process.", resident_memory());
    return text;
}

}  // namespace broadsheet::http
