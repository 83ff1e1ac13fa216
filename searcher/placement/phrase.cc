#include "searcher/placement/phrase.h"

#include <algorithm>

namespace broadsheet {

std::optional<Phrase> Phrase::of(const Placement& placement) {
    const auto* sequence = std::get_if<Sequence>(&placement.root.is);
    if (sequence == nullptr || placement.has_checks) return std::nullopt;
    if (sequence->zone != query::Zone::anywhere || sequence->words.size() < 2) return std::nullopt;
    Phrase phrase;
    phrase.rarest_ = sequence->rarest;
    for (const std::uint32_t index : sequence->words) {
        const PlacedWord& word = placement.words[index];
        if (word.any || !word.present || word.stems.size() != 1) return std::nullopt;
        phrase.stems_.push_back(word.stems.front());
    }
    return phrase;
}

bool Phrase::holds(const ArticlePositions& article) {
    const auto length = static_cast<std::uint32_t>(stems_.size());
    places_.clear();
    for (const PlacedStem& stem : stems_)
        places_.push_back(article.place(stem.hash));
    positions_.clear();
    article.find(article.rank_of(stems_[rarest_].hash), positions_);
    return std::any_of(positions_.begin(), positions_.end(), [&](std::uint32_t position) {
        if (position < rarest_ || position - rarest_ + length > article.size()) return false;
        const std::uint32_t first = position - rarest_;
        for (std::uint32_t i = 0; i < length; ++i) {
            if (i != rarest_ && !article.stands_at(places_[i], first + i)) return false;
        }
        return article.in_one_paragraph(first, first + length - 1);
    });
}

}  // namespace broadsheet
