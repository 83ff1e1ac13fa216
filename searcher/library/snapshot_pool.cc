#include "searcher/library/snapshot_pool.h"

namespace broadsheet::searcher {

SnapshotPool::Owned SnapshotPool::take() {
    {
        const std::lock_guard lock(mutex_);
        if (idle_.capacity() == 0) idle_.reserve(most_idle);  // so that giving back can not fail
        if (!idle_.empty()) {
            Owned snapshot = std::move(idle_.back());
            idle_.pop_back();
            return snapshot;
        }
    }
    return std::make_unique<CurrentSnapshot>(index_);
}

void SnapshotPool::give_back(Owned snapshot) noexcept {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle) idle_.push_back(std::move(snapshot));
}

}  // namespace broadsheet::searcher
