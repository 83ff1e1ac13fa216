#include "searcher/http/workers.h"

#include <utility>

#include "searcher/http/answering.h"
#include "searcher/http/problem.h"

namespace broadsheet::http {

namespace {

// How often a thread without work looks for a newer generation, so that it does not keep the files of an old
// one.
constexpr std::chrono::milliseconds idle_look{500};

}  // namespace

Workers::Workers(WorkerSettings settings, SearchCache& cache)
    : settings_(std::move(settings)), cache_(cache) {
    for (std::size_t i = 0; i < settings_.threads; ++i) {
        snapshots_.push_back(std::make_unique<CurrentSnapshot>(settings_.index));
        note_generation(snapshots_.back()->snapshot());
    }
    for (const auto& snapshot : snapshots_)
        threads_.emplace_back([this, &current = *snapshot] { work(current); });
}

Workers::~Workers() {
    stop();
}

void Workers::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

bool Workers::add(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_ || queue_.size() >= settings_.most_waiting) {
            ++refused_;
            return false;
        }
        queue_.push_back({std::move(job), Clock::now()});
    }
    changed_.notify_one();
    return true;
}

std::size_t Workers::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void Workers::note_generation(const Snapshot& snapshot) {
    const std::uint64_t generation = snapshot.manifest().generation;
    if (generation_.exchange(generation) != generation) articles_ = snapshot.article_count();
}

void Workers::refresh(CurrentSnapshot& current) {
    if (!current.refresh()) ++stale_;
    note_generation(current.snapshot());
}

void Workers::work(CurrentSnapshot& current) {
    for (;;) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, idle_look, [this] { return is_stopping_ || !queue_.empty(); });
        if (queue_.empty()) {
            if (is_stopping_) return;
            lock.unlock();
            refresh(current);
            continue;
        }
        Waiting next = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        if (Clock::now() - next.since > settings_.longest_wait) {
            ++refused_;
            next.job.send(problem(503, "busy", "the server has more to do than it can"));
            continue;
        }
        refresh(current);
        answer_job(next.job, settings_.answers, cache_, current);
    }
}

}  // namespace broadsheet::http
