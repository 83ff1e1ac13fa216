#include "searcher/engine/cache.h"

#include <numeric>
#include <utility>

#include "searcher/engine/search.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"

namespace broadsheet {

namespace {

// Parts that can not run into each other.
class KeyWriter {
public:
    void add(std::string_view part) { text_ += std::to_string(part.size()) + ':' + std::string(part); }
    void add(std::uint64_t number) { add(std::string_view(std::to_string(number))); }
    void add(const std::optional<Seconds>& time) {
        add(std::string_view(time ? std::to_string(*time) : "none"));
    }

    void add(const std::vector<query::Node>& nodes) {
        add(nodes.size());
        for (const query::Node& node : nodes)
            add(std::string_view(query::to_text(node)));
    }

    void add(const std::vector<FieldId>& fields) {
        add(fields.size());
        for (const FieldId field : fields)
            add(static_cast<std::uint64_t>(field));
    }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

void add(const Restrictions& restrictions, KeyWriter& key) {
    key.add(restrictions.filters);
    key.add(restrictions.required);
    key.add(restrictions.excluded);
    key.add(restrictions.dates.begin);
    key.add(restrictions.dates.end);
    key.add(restrictions.near ? 1 : 0);
    if (!restrictions.near) return;
    for (const double part :
         {restrictions.near->latitude, restrictions.near->longitude, restrictions.near->kilometres})
        key.add(std::string_view(std::to_string(part)));
}

void add(const std::optional<TimelineRequest>& timeline, KeyWriter& key) {
    key.add(timeline ? 1 : 0);
    if (!timeline) return;
    key.add(timeline->interval ? name_of(*timeline->interval) : "auto");
    key.add(timeline->by ? field(*timeline->by).name : "");
    key.add(timeline->most_series);
}

std::size_t bytes_of(const std::string& text) {
    return sizeof text + text.capacity();
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
    return std::accumulate(texts.begin(), texts.end(), sizeof texts,
                           [](std::size_t sum, const std::string& text) { return sum + bytes_of(text); });
}

std::size_t bytes_of(const MarkedText& text) {
    return bytes_of(text.text) + text.marks.size() * sizeof text.marks.front();
}

std::size_t bytes_of(const Hit& hit) {
    const Article& article = hit.article;
    std::size_t bytes = sizeof hit + bytes_of(hit.title) + bytes_of(hit.snippet) + bytes_of(hit.duplicates);
    for (const MarkedText& fragment : hit.fragments)
        bytes += bytes_of(fragment);
    for (const auto& [field_id, values] : hit.entities)
        bytes += bytes_of(values);
    for (const std::string* text : {&article.id, &article.url, &article.title, &article.body, &article.source,
                                    &article.language, &article.section})
        bytes += text->capacity();
    for (const auto* texts :
         {&article.authors, &article.tags, &article.places, &article.people, &article.organisations})
        bytes += bytes_of(*texts);
    return bytes;
}

std::size_t bytes_of(const std::vector<FacetEntry>& entries) {
    std::size_t bytes = entries.size() * sizeof(FacetEntry);
    for (const FacetEntry& entry : entries)
        bytes += bytes_of(entry.value) + bytes_of(entry.id) + bytes_of(entry.within);
    return bytes;
}

std::size_t bytes_of(const Timeline& timeline) {
    std::size_t bytes = timeline.buckets.size() * sizeof(Bucket);
    for (const Series& series : timeline.series)
        bytes += sizeof series + bytes_of(series.value) + series.counts.size() * sizeof series.counts.front();
    return bytes;
}

std::size_t bytes_of(const SearchResponse& response) {
    std::size_t bytes = sizeof response + bytes_of(response.query) + bytes_of(response.read_as) +
                        bytes_of(response.next) + bytes_of(response.warnings);
    for (const Hit& hit : response.hits)
        bytes += bytes_of(hit);
    for (const Facet& facet : response.facets)
        bytes += sizeof facet + bytes_of(facet.values);
    if (response.timeline) bytes += bytes_of(*response.timeline);
    for (const SignificantOf& each : response.significant) {
        for (const Significant& value : each.values)
            bytes += sizeof value + bytes_of(value.value) + bytes_of(value.id);
    }
    return bytes;
}

}  // namespace

std::string key_of(const SearchRequest& request) {
    constexpr Seconds day = 86400;
    KeyWriter key;
    key.add(request.query);
    const query::Node root = query::parse(request.query, request.now).root;
    key.add(query::to_text(query::resolved(root, query::Matching::all)));
    add(request.restrictions, key);
    key.add(request.synonyms == nullptr ? 0 : request.synonyms->fingerprint());
    key.add(request.matching ? static_cast<std::uint64_t>(*request.matching) : 9);
    key.add(static_cast<std::uint64_t>(request.sort));
    // What is recent changes from day to day.
    key.add(request.sort == Sort::recent ? static_cast<std::uint64_t>(request.now / day) : 0);
    key.add(to_text(request.ranking));
    for (const std::size_t number : {request.offset, request.limit, request.rank_before, request.facet_values,
                                     request.significant_values})
        key.add(number);
    key.add(request.after ? 1 : 0);
    if (request.after) {
        key.add(std::string_view(std::to_string(request.after->score)));
        key.add(request.after->date);
        key.add(request.after->id);
        key.add(request.after->rank);
    }
    key.add(request.facets);
    add(request.timeline, key);
    key.add(request.significant);
    key.add(request.significant_words ? 1 : 0);
    key.add(request.with_body ? 1 : 0);
    key.add(request.count_stories ? 1 : 0);
    key.add(request.collapse ? 1 : 0);
    return key.take();
}

void SearchCache::turn_to(std::uint64_t generation) {
    if (generation == generation_) return;
    generation_ = generation;
    by_key_.clear();
    entries_.clear();
    statistics_.answers = 0;
    statistics_.bytes = 0;
}

std::shared_ptr<const SearchResponse> SearchCache::find(const std::string& key, std::uint64_t generation) {
    const std::lock_guard lock(mutex_);
    turn_to(generation);
    const auto known = by_key_.find(key);
    if (known == by_key_.end()) {
        ++statistics_.misses;
        return nullptr;
    }
    ++statistics_.hits;
    entries_.splice(entries_.begin(), entries_, known->second);
    return known->second->answer;
}

void SearchCache::keep(const std::string& key, std::uint64_t generation,
                       std::shared_ptr<const SearchResponse> answer) {
    const std::size_t bytes = sizeof(Entry) + 2 * key.size() + bytes_of(*answer);
    const std::lock_guard lock(mutex_);
    turn_to(generation);
    if (bytes > most_bytes_ || by_key_.contains(key)) return;
    entries_.push_front({key, std::move(answer), bytes});
    by_key_.emplace(entries_.front().key, entries_.begin());
    statistics_.bytes += bytes;
    while (statistics_.bytes > most_bytes_) {
        statistics_.bytes -= entries_.back().bytes;
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
    statistics_.answers = entries_.size();
}

SearchCache::Statistics SearchCache::statistics() const {
    const std::lock_guard lock(mutex_);
    return statistics_;
}

std::shared_ptr<const SearchResponse> search(Snapshot& snapshot, const SearchRequest& request,
                                             SearchCache& cache) {
    const std::string key = key_of(request);
    const std::uint64_t generation = snapshot.manifest().generation;
    if (auto known = cache.find(key, generation)) return known;
    auto answer = std::make_shared<const SearchResponse>(search(snapshot, request));
    if (answer->is_complete) cache.keep(key, generation, answer);
    return answer;
}

}  // namespace broadsheet
