#include "searcher/placement/packed_document.h"

#include <algorithm>
#include <limits>

namespace broadsheet {

namespace {

constexpr DocId past_the_end = std::numeric_limits<DocId>::max();

}  // namespace

PackedDocument::PackedDocument(const Placement& placement, const Xapian::Database& database)
    : placement_(placement), database_(database), words_(placement.words.size()) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const PlacedWord& word = placement.words[i];
        if (!word.present) words_[i].postings.resize(word.stems.size());
    }
}

PackedDocument::PackedDocument(const Placement& placement, Vocabulary& vocabulary)
    : placement_(placement), words_(placement.words.size()), vocabulary_(&vocabulary) {}

void PackedDocument::turn_to(DocId document, std::string_view record) {
    document_ = document;
    ++turn_;
    positions_.emplace(record);
    written_ = nullptr;
}

void PackedDocument::turn_to(std::string_view record, WrittenWords& written) {
    turn_to(0, record);
    written_ = &written;
}

bool PackedDocument::has(Postings& postings, const std::string& stem) {
    if (postings.document < document_) {
        if (postings.document == 0) postings.at = database_.postlist_begin(stem);
        const Xapian::PostingIterator end = database_.postlist_end(stem);
        if (postings.at != end) postings.at.skip_to(document_);
        postings.document = postings.at == end ? past_the_end : *postings.at;
    }
    return postings.document == document_;
}

bool PackedDocument::is_written(std::uint32_t rank, std::uint64_t stem_hash) {
    unchecked_.clear();
    positions_->find(rank, unchecked_);
    if (unchecked_.empty()) return false;
    const std::optional<std::string_view> word = written_->word(unchecked_.front());
    return word && vocabulary_->hash(vocabulary_->term_of(*word)) == stem_hash;
}

const std::vector<PackedDocument::FoundStem>& PackedDocument::found(std::uint32_t word) {
    WordState& state = words_[word];
    if (state.found_in == turn_) return state.found;
    const std::vector<PlacedStem>& stems = placement_.words[word].stems;
    state.found_in = turn_;
    state.found.clear();
    for (std::size_t i = 0; i < stems.size(); ++i) {
        // A stem's rank can be looked up only where the article is known to have it.
        if (!state.postings.empty() && !has(state.postings[i], stems[i].text)) continue;
        const std::uint32_t rank = positions_->rank_of(stems[i].hash);
        if (vocabulary_ != nullptr && !is_written(rank, stems[i].hash)) continue;
        state.found.push_back({rank, stems[i].check});
    }
    return state.found;
}

bool PackedDocument::counts(const PlacedWord& word, FormCheck check, std::uint32_t position, Doubt doubt) {
    if (check == FormCheck::none) return true;
    if (!has_letters(positions_->letters_at(position), word.letters)) return false;
    if (check == FormCheck::letters) return true;
    return written_ == nullptr ? doubt == Doubt::accept : written_->satisfy(word, check, position);
}

void PackedDocument::find(std::uint32_t word, Doubt doubt, std::vector<std::uint32_t>& positions) {
    const std::vector<FoundStem>& stems = found(word);
    const auto begin = static_cast<std::ptrdiff_t>(positions.size());
    for (const FoundStem& stem : stems) {
        if (stem.check == FormCheck::none) {
            positions_->find(stem.rank, positions);
            continue;
        }
        unchecked_.clear();
        positions_->find(stem.rank, unchecked_);
        for (const std::uint32_t position : unchecked_) {
            if (counts(placement_.words[word], stem.check, position, doubt)) positions.push_back(position);
        }
    }
    if (stems.size() > 1) std::sort(positions.begin() + begin, positions.end());
}

bool PackedDocument::stands_at(std::uint32_t word, std::uint32_t position, Doubt doubt) {
    const std::uint32_t rank = positions_->rank_at(position);
    for (const FoundStem& stem : found(word)) {
        if (stem.rank == rank) return counts(placement_.words[word], stem.check, position, doubt);
    }
    return false;
}

}  // namespace broadsheet
