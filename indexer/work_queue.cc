#include "indexer/work_queue.h"

namespace broadsheet {

std::size_t size_of(const Article& article) {
    return sizeof(Article) + article.original.size() + article.body.size() + article.title.size();
}

bool WorkQueue::push(ArticleBatch batch) {
    std::size_t bytes = 0;
    for (const NumberedArticle& each : batch)
        bytes += size_of(each.article);
    std::unique_lock lock(mutex_);
    // One batch is always let in, however large.
    changed_.wait(lock, [this] { return closed_ || batches_.empty() || bytes_ < most_bytes_; });
    if (closed_) return false;
    bytes_ += bytes;
    batches_.push_back({std::move(batch), bytes});
    changed_.notify_all();
    return true;
}

std::optional<ArticleBatch> WorkQueue::pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !batches_.empty(); });
    if (batches_.empty()) return std::nullopt;
    Sized first = std::move(batches_.front());
    batches_.pop_front();
    bytes_ -= first.bytes;
    changed_.notify_all();
    return std::move(first.batch);
}

void WorkQueue::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

void WorkQueue::abandon() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    batches_.clear();
    bytes_ = 0;
    changed_.notify_all();
}

}  // namespace broadsheet
