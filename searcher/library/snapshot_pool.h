// Snapshots for any number of threads: each call has one for itself.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "searcher/engine/current_snapshot.h"

namespace broadsheet::searcher {

class SnapshotPool {
public:
    // Opens the first one. Throws as Snapshot.
    explicit SnapshotPool(std::string index) : index_(std::move(index)) { give_back(take()); }

    // `request(snapshot)` as CurrentSnapshot::run() has it, on a snapshot that no other call uses.
    template <typename Request>
    auto run(Request&& request) {
        Lease lease{*this, take()};
        return lease.snapshot->run(std::forward<Request>(request));
    }

private:
    using Owned = std::unique_ptr<CurrentSnapshot>;

    struct Lease {
        SnapshotPool& pool;
        Owned snapshot;
        ~Lease() { pool.give_back(std::move(snapshot)); }
    };

    Owned take();
    void give_back(Owned snapshot) noexcept;

    static constexpr std::size_t most_idle = 64;

    const std::string index_;
    std::mutex mutex_;
    std::vector<Owned> idle_;
};

}  // namespace broadsheet::searcher
