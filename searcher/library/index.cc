#include <algorithm>
#include <chrono>
#include <utility>

#include "searcher/engine/cache.h"
#include "searcher/library/answer.h"
#include "searcher/library/guard.h"
#include "searcher/library/request.h"
#include "searcher/library/snapshot_pool.h"

namespace broadsheet::searcher {

class Index::Implementation {
public:
    Implementation(const std::string& path, const OpenOptions& options)
        : snapshots(path),
          cache(options.cache_bytes),
          synonyms(options.synonyms.empty() ? nullptr : read_synonyms(options.synonyms)) {}

    SnapshotPool snapshots;
    SearchCache cache;
    const std::shared_ptr<const Synonyms> synonyms;
};

Index::Index(const std::string& path, const OpenOptions& options)
    : implementation_(guarded([&] { return std::make_unique<Implementation>(path, options); })) {}

Index::Index(Index&& other) noexcept = default;
Index& Index::operator=(Index&& other) noexcept = default;
Index::~Index() = default;

Answer Index::search(std::string_view query, const SearchOptions& options) const {
    return guarded([&] {
        const auto begin = std::chrono::steady_clock::now();
        ReadOptions read = read_options(query, options, implementation_->synonyms);
        auto response = implementation_->snapshots.run([&](Snapshot& snapshot) {
            return broadsheet::search(snapshot, read.request, implementation_->cache);
        });
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
        return to_answer(std::move(response), std::move(read.fields), taken.count());
    });
}

Article Index::show(std::string_view id) const {
    return guarded([&] {
        return to_article(implementation_->snapshots.run(
            [&](Snapshot& snapshot) { return find_article(snapshot, std::string(id)); }));
    });
}

std::vector<Suggestion> Index::suggest(std::string_view prefix, std::size_t limit) const {
    return guarded([&] {
        const std::size_t most = std::min(limit, most_suggestions);
        const Suggestions found = implementation_->snapshots.run(
            [&](Snapshot& snapshot) { return broadsheet::suggest(snapshot, prefix, most); });
        std::vector<Suggestion> suggestions;
        for (const std::vector<broadsheet::Suggestion>* part : {&found.entities, &found.words})
            std::transform(part->begin(), part->end(), std::back_inserter(suggestions), to_suggestion);
        return suggestions;
    });
}

std::uint64_t Index::articles() const {
    return guarded([&] {
        return implementation_->snapshots.run([](Snapshot& snapshot) { return snapshot.article_count(); });
    });
}

const char* version() noexcept {
    return BROADSHEET_VERSION;
}

}  // namespace broadsheet::searcher
