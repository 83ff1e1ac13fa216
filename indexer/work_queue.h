// From the thread that reads to the threads that index.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/entities/places/source_prior.h"
#include "schema/article.h"

namespace broadsheet {

struct NumberedArticle {
    std::uint64_t number;  // in the order of reading
    Article article;
    std::string file{};  // whose only article it is, where that identifies it; else empty
    std::shared_ptr<const entities::SourcePrior> home{};  // of its source, if known
};

using ArticleBatch = std::vector<NumberedArticle>;

// The bytes that an article holds, about.
std::size_t size_of(const Article& article);

// A queue of batches, bounded by bytes. Thread-safe.
class WorkQueue {
public:
    explicit WorkQueue(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Waits while the queue is full. False when it was closed: the batch is dropped.
    bool push(ArticleBatch batch);
    // Waits while the queue is empty. Nothing when it is empty and closed.
    std::optional<ArticleBatch> pop();
    // What is in the queue can still be taken.
    void close();
    // What is in the queue is dropped.
    void abandon();

private:
    struct Sized {
        ArticleBatch batch;
        std::size_t bytes;
    };

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Sized> batches_;
    std::size_t bytes_ = 0;
    const std::size_t most_bytes_;
    bool closed_ = false;
};

}  // namespace broadsheet
