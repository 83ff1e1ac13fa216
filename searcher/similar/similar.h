// Articles worth reading before another one: on the same story, or background to it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "searcher/engine/request.h"

namespace broadsheet {

// So many hits are compared with the article and with each other to leave out copies; not those behind them.
inline constexpr std::size_t most_similar = 100;

struct SimilarRequest {
    std::string id;  // of the article
    Restrictions restrictions;
    bool earlier = false;       // only articles before its date
    bool with_opinion = false;  // editorials and letters, too
    RankingParameters ranking;
    std::size_t limit = 10;
    bool with_body = false;                                 // as of a SearchRequest
    std::optional<std::chrono::milliseconds> timeout = {};  // stop then, with what was found
};

struct SimilarHit {
    Hit hit;                              // what is marked is shared with the article
    std::vector<std::string> words;       // shared, as the article writes them, those that say most first
    std::vector<ShownEntity> entities;    // shared, likewise, as the hit has them
    std::vector<std::string> duplicates;  // ids of copies of the hit, which are no hits themselves
};

struct SimilarResponse {
    Article article;  // that the hits are similar to; without text and original
    std::vector<SimilarHit> hits;
    std::vector<std::string> copies;    // ids of copies of the article, as far as they were met
    std::vector<std::string> warnings;  // whole sentences without a full stop
    bool is_complete = true;            // false: there was no time to look at everything
};

// Throws Error(not_found) when there is no such article, Error(usage) for `earlier` without its date, and as
// search() does. The work is bounded however long the article is.
SimilarResponse similar(Snapshot& snapshot, const SimilarRequest& request);

// The same hits without anything to show, and any number of them.
std::vector<RankedDocument> similar_documents(Snapshot& snapshot, const SimilarRequest& request);

}  // namespace broadsheet
