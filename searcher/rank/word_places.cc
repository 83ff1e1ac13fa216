#include "searcher/rank/word_places.h"

#include "schema/analysis/vocabulary.h"
#include "schema/index/positions.h"

namespace broadsheet {

WordPlaces::WordPlaces(Snapshot& snapshot, const std::vector<ScoringTerm>& words)
    : snapshot_(snapshot), words_(words), places_(words.size()) {
    for (const ScoringTerm& word : words) {
        hashes_.push_back(stem_hash(word.stem));
        postings_.emplace_back(snapshot, word.stem);
    }
}

void WordPlaces::turn_to(Xapian::docid document) {
    const Location location = snapshot_.locate(document);
    const ArticlePositions positions(record(location));
    size_ = positions.size();
    title_size_ = positions.title_size();
    for (std::size_t word = 0; word < words_.size(); ++word) {
        places_[word].clear();
        // The record may take a word that it has not for another one, so the posting list has the last say.
        const std::uint32_t rank = positions.rank_of(hashes_[word]);
        if (rank >= positions.distinct()) continue;
        if (!postings_[word].has(location)) continue;
        positions.find(rank, places_[word]);
        if (places_[word].size() > most_places) places_[word].resize(most_places);
    }
}

std::string_view WordPlaces::record(Location location) {
    if (const Positions* positions = snapshot_.positions(location.segment)) {
        return positions->record(location.document, made_);
    }
    if (!analyser_) analyser_ = std::make_unique<Analyser>(snapshot_.manifest().analysis);
    const Article article = snapshot_.article(location);
    made_.clear();
    pack_positions(analyser_->analyse(article.title, article.body), analyser_->vocabulary(), made_);
    return made_;
}

}  // namespace broadsheet
