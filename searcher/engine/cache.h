// Answers that were given before, for as long as the index is the same.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/engine/request.h"

namespace broadsheet {

// Two requests with the same key have the same answer on the same generation of an index. Relative dates are
// in it as what they mean now. Synonyms are not: a cache is for requests that have the same. Throws
// Error(bad_query) as search().
std::string key_of(const SearchRequest& request);

// Keeps the answers that were used last. Can be shared by threads; what it holds does not change.
class SearchCache {
public:
    // `most_bytes`: of the answers, about. One that is larger by itself is not kept.
    explicit SearchCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Null when there is none. A generation that is not the one of the answers kept empties the cache.
    std::shared_ptr<const SearchResponse> find(const std::string& key, std::uint64_t generation);
    void keep(const std::string& key, std::uint64_t generation, std::shared_ptr<const SearchResponse> answer);

    struct Statistics {
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;
        std::size_t answers = 0;
        std::size_t bytes = 0;
    };
    Statistics statistics() const;

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const SearchResponse> answer;
        std::size_t bytes = 0;
    };

    void turn_to(std::uint64_t generation);

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::uint64_t generation_ = 0;
    std::list<Entry> entries_;  // used last first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
    Statistics statistics_;
};

// search(), answered from the cache where it can be.
std::shared_ptr<const SearchResponse> search(Snapshot& snapshot, const SearchRequest& request,
                                             SearchCache& cache);

}  // namespace broadsheet
