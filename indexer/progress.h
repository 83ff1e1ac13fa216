// A line on the terminal that tells how far long work is.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

namespace broadsheet {

class Progress {
public:
    // Writes nothing when `shown` is false. `total`: bytes to read, or 0 when unknown.
    Progress(std::ostream& out, bool shown, std::uint64_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Rewrites the line a few times a second; cheap to call for every article.
    void update(std::uint64_t articles, std::uint64_t bytes);
    // Takes the line away, so that others can write.
    void clear();

    double seconds() const;  // since construction

private:
    using Clock = std::chrono::steady_clock;

    std::ostream& out_;
    bool shown_;
    bool line_there_ = false;
    std::uint64_t total_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
};

}  // namespace broadsheet
