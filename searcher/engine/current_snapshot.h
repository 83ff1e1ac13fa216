// One thread's view of an index that goes on changing: always the newest generation.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "schema/error.h"
#include "schema/index/snapshot.h"

namespace broadsheet {

class CurrentSnapshot {
public:
    // Throws as Snapshot.
    explicit CurrentSnapshot(std::filesystem::path index);

    // Opens the newest generation if there is one that is newer. Looks at most every `freshness`; otherwise
    // it costs nothing. While a newer one can not be opened the old one stays, and true says that.
    bool refresh();

    const Snapshot& snapshot() const { return *snapshot_; }

    // `request(snapshot)` on the newest generation, and again, up to three times, when the writer overtook
    // it, or without a shard that does not answer. Throws Error, and what the request throws.
    template <typename Request>
    auto run(Request&& request);

private:
    static constexpr std::chrono::milliseconds freshness{200};
    static constexpr std::chrono::seconds shard_rest{30};  // before one that did not answer is tried again

    // What tells one manifest file from its successor.
    struct FileState {
        ino_t inode = 0;
        std::int64_t modified = 0;  // nanoseconds
        friend bool operator==(const FileState&, const FileState&) = default;
    };
    FileState manifest_state() const;
    void open();

    std::filesystem::path index_;
    ShardSettings shards_;
    FileState state_;
    std::chrono::steady_clock::time_point looked_;
    std::chrono::steady_clock::time_point left_out_;
    std::unique_ptr<Snapshot> snapshot_;
};

template <typename Request>
auto CurrentSnapshot::run(Request&& request) {
    const auto attempt = [&] {
        refresh();
        return request(*snapshot_);
    };
    return retried(index_, shards_, attempt, [this](bool is_shard) {
        if (is_shard) left_out_ = std::chrono::steady_clock::now();
        open();
    });
}

}  // namespace broadsheet
