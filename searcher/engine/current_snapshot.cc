#include "searcher/engine/current_snapshot.h"

#include <sys/stat.h>

#include <utility>

namespace broadsheet {

CurrentSnapshot::CurrentSnapshot(std::filesystem::path index) : index_(std::move(index)) {
    open();
}

CurrentSnapshot::FileState CurrentSnapshot::manifest_state() const {
    struct stat found {};
    // One that is not there is like none that is newer: opening it would say what is wrong.
    if (stat(IndexPaths{index_}.manifest().c_str(), &found) != 0) return state_;
    constexpr std::int64_t second = 1'000'000'000;
    return {found.st_ino, found.st_mtim.tv_sec * second + found.st_mtim.tv_nsec};
}

// The state is that of before the snapshot was opened: a manifest that came in between is seen next time.
void CurrentSnapshot::open() {
    const FileState state = manifest_state();
    snapshot_ = std::make_unique<Snapshot>(index_, shards_);
    state_ = state;
    looked_ = std::chrono::steady_clock::now();
}

bool CurrentSnapshot::refresh() {
    const auto now = std::chrono::steady_clock::now();
    if (now - looked_ < freshness) return true;
    looked_ = now;
    const bool tries_again = !shards_.left_out.empty() && now - left_out_ > shard_rest;
    if (tries_again) shards_.left_out.clear();
    if (!tries_again && manifest_state() == state_) return true;
    try {
        open();
        return true;
    } catch (const Error&) {
        return false;
    }
}

}  // namespace broadsheet
