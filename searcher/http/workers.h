// Threads that answer requests, each with its own view of the index, behind a queue of bounded length.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "searcher/engine/current_snapshot.h"
#include "searcher/http/message.h"
#include "searcher/http/route.h"

namespace broadsheet::http {

using SendReply = std::function<void(Reply reply)>;

struct Job {
    std::shared_ptr<const Request> request;
    const Route* route = nullptr;
    Target target;
    std::string path_value;
    SendReply send;  // called once, from a worker
};

struct WorkerSettings {
    std::filesystem::path index;
    Settings answers;
    std::size_t threads = 2;
    std::size_t most_waiting = 1000;
    std::chrono::milliseconds longest_wait{5000};  // what waited longer is refused: nobody may be there
};

class Workers {
public:
    // Opens the index for every thread: throws as Snapshot. `cache` outlives this.
    Workers(WorkerSettings settings, SearchCache& cache);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // False when too many wait already.
    bool add(Job job);

    // Answers what waits and ends the threads.
    void stop();

    std::size_t waiting() const;
    std::uint64_t refused() const { return refused_; }
    std::uint64_t stale() const { return stale_; }
    // Of the thread that is furthest.
    std::uint64_t generation() const { return generation_; }
    std::uint64_t articles() const { return articles_; }

private:
    void work(CurrentSnapshot& current);
    void note_generation(const Snapshot& snapshot);
    void refresh(CurrentSnapshot& current);

    struct Waiting {
        Job job;
        Clock::time_point since;
    };

    const WorkerSettings settings_;
    SearchCache& cache_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> queue_;
    bool is_stopping_ = false;
    std::atomic<std::uint64_t> refused_ = 0;
    std::atomic<std::uint64_t> stale_ = 0;
    std::atomic<std::uint64_t> generation_ = 0;
    std::atomic<std::uint64_t> articles_ = 0;
    std::vector<std::unique_ptr<CurrentSnapshot>> snapshots_;
    std::vector<std::thread> threads_;
};

}  // namespace broadsheet::http
