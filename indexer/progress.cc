#include "indexer/progress.h"

#include <fmt/format.h>

#include <ostream>

namespace broadsheet {

Progress::Progress(std::ostream& out, bool shown, std::uint64_t total)
    : out_(out), shown_(shown), total_(total) {}

Progress::~Progress() {
    clear();
}

double Progress::seconds() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Progress::update(std::uint64_t articles, std::uint64_t bytes) {
    if (!shown_) return;
    const Clock::time_point now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(250)) return;
    last_ = now;
    const double elapsed = seconds();
    std::string line = fmt::format("{} articles, {:.0f} MB, {:.0f} articles/s", articles,
                                   static_cast<double>(bytes) / 1e6, static_cast<double>(articles) / elapsed);
    if (total_ > 0 && bytes > 0 && bytes <= total_) {
        const double share = static_cast<double>(bytes) / static_cast<double>(total_);
        line += fmt::format(", {:.0f} %, {:.0f} s to go", 100 * share, elapsed / share - elapsed);
    }
    out_ << "\r\x1b[K" << line << std::flush;
    line_there_ = true;
}

void Progress::clear() {
    if (line_there_) out_ << "\r\x1b[K" << std::flush;
    line_there_ = false;
}

}  // namespace broadsheet
