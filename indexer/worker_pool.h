// The threads that turn articles into small segments.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/entities/annotator.h"
#include "indexer/work_queue.h"
#include "schema/analysis/analyser.h"
#include "schema/index/manifest.h"

namespace broadsheet {

struct BuiltSegment {
    SegmentPaths paths;
    std::vector<std::uint64_t> numbers;  // NumberedArticle::number of docid 1, 2, 3, ...; none: names only
};

struct PoolSettings {
    unsigned threads = 2;
    std::uint64_t memory = 256u << 20;  // bytes, for all threads together
    std::filesystem::path folder;       // where the segments are made
    AnalysisSettings analysis;
    std::string dictionary;                          // for zstd; may be empty
    const entities::Knowledge* knowledge = nullptr;  // outlives the pool; null where no entities are wanted
    bool keep_words = true;                          // for copies to be looked for
};

// Used by one thread. Destroying it without finish() drops what was not built.
class WorkerPool {
public:
    explicit WorkerPool(PoolSettings settings);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // Waits while the workers are behind. Throws what a worker threw.
    void add(NumberedArticle article);

    // Waits for the workers and returns what they built, in no particular order. Throws what a worker threw.
    // Nothing can be added afterwards.
    std::vector<BuiltSegment> finish();

private:
    void stop();
    void work();
    void build();
    void push_batch();
    void rethrow_failure();

    PoolSettings settings_;
    WorkQueue queue_;
    ArticleBatch batch_;
    std::size_t batch_bytes_ = 0;
    std::atomic<unsigned> next_folder_{0};
    std::mutex mutex_;  // of the two below
    std::vector<BuiltSegment> built_;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace broadsheet
