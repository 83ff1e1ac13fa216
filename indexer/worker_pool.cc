#include "indexer/worker_pool.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/segment_builder.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_queued_bytes = 8u << 20;
constexpr std::size_t batch_bytes = 256u << 10;

// What Xapian holds in memory for a posting that is not yet flushed, measured on news, with everything around
// it.
constexpr std::uint64_t bytes_per_posting = 110;
// About 1,000 articles. Larger segments leave the processor's cache: building them of 4,000 articles each
// takes a third more time. Smaller ones make the merged index larger: by three per cent when they have 500.
constexpr std::uint64_t most_postings = 250'000;
constexpr std::uint64_t fewest_postings = 20'000;
// About 20 MB.
constexpr std::size_t most_names = 100'000;

std::uint64_t postings_per_segment(const PoolSettings& settings) {
    return std::clamp(settings.memory / settings.threads / bytes_per_posting, fewest_postings, most_postings);
}

std::vector<const Article*> articles_of(const ArticleBatch& batch) {
    std::vector<const Article*> articles;
    articles.reserve(batch.size());
    for (const NumberedArticle& each : batch)
        articles.push_back(&each.article);
    return articles;
}

std::vector<const entities::SourcePrior*> homes_of(const ArticleBatch& batch) {
    std::vector<const entities::SourcePrior*> homes;
    homes.reserve(batch.size());
    for (const NumberedArticle& each : batch)
        homes.push_back(each.home.get());
    return homes;
}

}  // namespace

WorkerPool::WorkerPool(PoolSettings settings) : settings_(std::move(settings)), queue_(most_queued_bytes) {
    settings_.threads = std::max(1u, settings_.threads);
    try {
        for (unsigned i = 0; i < settings_.threads; ++i)
            threads_.emplace_back([this] { work(); });
    } catch (...) {  // no more threads to be had
        stop();
        throw;
    }
}

WorkerPool::~WorkerPool() {
    stop();
}

void WorkerPool::stop() {
    queue_.abandon();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void WorkerPool::add(NumberedArticle article) {
    batch_bytes_ += size_of(article.article);
    batch_.push_back(std::move(article));
    if (batch_bytes_ >= batch_bytes) push_batch();
}

void WorkerPool::push_batch() {
    if (!queue_.push(std::move(batch_))) rethrow_failure();
    batch_.clear();
    batch_bytes_ = 0;
}

std::vector<BuiltSegment> WorkerPool::finish() {
    if (!batch_.empty()) push_batch();
    queue_.close();
    for (std::thread& thread : threads_)
        thread.join();
    rethrow_failure();
    return std::move(built_);
}

void WorkerPool::rethrow_failure() {
    const std::lock_guard lock(mutex_);
    if (failure_) std::rethrow_exception(failure_);
}

void WorkerPool::work() {
    try {
        build();
    } catch (...) {
        {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
        }
        queue_.abandon();
    }
}

void WorkerPool::build() {
    Analyser analyser(settings_.analysis);
    ArticleCompressor compressor(settings_.dictionary);
    const std::uint64_t enough = postings_per_segment(settings_);
    std::optional<entities::Annotator> annotator;
    if (settings_.knowledge != nullptr) annotator.emplace(*settings_.knowledge);
    NameTable names;
    std::unique_ptr<SegmentBuilder> builder;
    BuiltSegment segment;
    const auto next_folder = [this] { return settings_.folder / std::to_string(next_folder_++); };
    const auto deliver = [this](BuiltSegment built) {
        const std::lock_guard lock(mutex_);
        built_.push_back(std::move(built));
    };
    const auto finish_segment = [&] {
        builder->finish();
        builder.reset();
        deliver(std::exchange(segment, {}));
    };
    // Once for many segments, in which most names come again.
    const auto finish_names = [&] {
        if (annotator) names.add_homes(annotator->take_learnt());
        if (names.empty()) return;
        BuiltSegment built{{next_folder()}, {}};
        std::filesystem::create_directories(built.paths.root);
        names.write(built.paths.xapian());
        deliver(std::move(built));
    };
    while (std::optional<ArticleBatch> batch = queue_.pop()) {
        std::vector<entities::ArticleEntities> found;
        if (annotator) found = annotator->annotate(articles_of(*batch), homes_of(*batch));
        for (std::size_t i = 0; i < batch->size(); ++i) {
            const NumberedArticle& each = (*batch)[i];
            if (!builder) {
                segment.paths.root = next_folder();
                builder = std::make_unique<SegmentBuilder>(segment.paths.root, analyser, compressor, names,
                                                           settings_.dictionary);
                if (settings_.keep_words) builder->keep_words();
            }
            builder->add(each.article, annotator ? &found[i] : nullptr, each.file);
            segment.numbers.push_back(each.number);
            if (builder->postings() >= enough) finish_segment();
            if (names.size() >= most_names) finish_names();
        }
    }
    if (builder) finish_segment();
    finish_names();
}

}  // namespace broadsheet
