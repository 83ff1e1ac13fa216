// Where the words of a query stand in an article.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/match/plan.h"
#include "searcher/rank/posting_follower.h"

namespace broadsheet {

// One article after the other, best in ascending order of their documents. Reads the packed positions, or
// makes them from the stored text where a segment has none. Not thread-safe.
class WordPlaces {
public:
    // Places of a word in one article that are looked at; what is beyond says little more.
    static constexpr std::size_t most_places = 256;

    // `words` and the snapshot must outlive it.
    WordPlaces(Snapshot& snapshot, const std::vector<ScoringTerm>& words);

    // Turns to a document of Snapshot::database().
    void turn_to(Xapian::docid document);

    // Positions of a word, by its place in `words`; the title's first; ascending.
    const std::vector<std::uint32_t>& of(std::size_t word) const { return places_[word]; }
    std::uint32_t size() const { return size_; }              // tokens of the article
    std::uint32_t title_size() const { return title_size_; }  // of which in the title

private:
    std::string_view record(Location location);

    Snapshot& snapshot_;
    const std::vector<ScoringTerm>& words_;
    std::vector<std::uint64_t> hashes_;
    std::vector<PostingFollower> postings_;
    std::vector<std::vector<std::uint32_t>> places_;
    std::uint32_t size_ = 0;
    std::uint32_t title_size_ = 0;
    std::unique_ptr<Analyser> analyser_;  // made when a segment has no positions
    std::string made_;
};

}  // namespace broadsheet
