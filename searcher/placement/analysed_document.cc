#include "searcher/placement/analysed_document.h"

#include <algorithm>

namespace broadsheet {

void AnalysedDocument::turn_to(std::string_view title, std::string_view body, const AnalysedText& text,
                               const Vocabulary& vocabulary) {
    text_ = &text;
    written_.clear();
    if (placement_.has_checks) written_.turn_to(title, body);
    found_.assign(placement_.words.size(), {});
    for (std::size_t word = 0; word < found_.size(); ++word) {
        const std::vector<PlacedStem>& stems = placement_.words[word].stems;
        if (stems.empty()) continue;
        for (std::uint32_t term = 0; term < text.terms.size(); ++term) {
            const std::uint64_t hash = vocabulary.hash(text.terms[term].number);
            const auto stem = std::lower_bound(
                stems.begin(), stems.end(), hash,
                [](const PlacedStem& each, std::uint64_t value) { return each.hash < value; });
            if (stem != stems.end() && stem->hash == hash) found_[word].push_back({term, stem->check});
        }
    }
}

void AnalysedDocument::find(std::uint32_t word, Doubt, std::vector<std::uint32_t>& positions) {
    const std::vector<FoundStem>& stems = found_[word];
    if (stems.empty()) return;
    for (std::uint32_t position = 0; position < size(); ++position) {
        if (is_at(stems, placement_.words[word], position)) positions.push_back(position);
    }
}

bool AnalysedDocument::stands_at(std::uint32_t word, std::uint32_t position, Doubt) {
    return is_at(found_[word], placement_.words[word], position);
}

bool AnalysedDocument::is_at(const std::vector<FoundStem>& stems, const PlacedWord& word,
                             std::uint32_t position) {
    return std::any_of(stems.begin(), stems.end(), [&](const FoundStem& stem) {
        return stem.term == text_->tokens[position] && written_.satisfy(word, stem.check, position);
    });
}

}  // namespace broadsheet
