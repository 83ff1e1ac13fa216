#include "searcher/match/fast/best_documents.h"

#include <algorithm>
#include <utility>

#include "searcher/match/order.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_room_at_first = 4096;
// Of a score: scores that differ by less can be equal when they are rounded.
constexpr double rounding = 1.0 / (1 << 19);

bool is_better(const BestDocuments::Entry& a, const BestDocuments::Entry& b) {
    return a.rounded != b.rounded ? a.rounded > b.rounded : a.order > b.order;
}

}  // namespace

BestDocuments::BestDocuments(const Columns& columns, Sort sort, std::size_t wanted)
    : columns_(columns),
      sort_(sort),
      wanted_(wanted),
      room_(std::min(wanted, most_room_at_first) * 2 + 64),
      least_score_(wanted == 0 ? std::numeric_limits<double>::infinity()
                               : -std::numeric_limits<double>::infinity()) {}

void BestDocuments::add(DocId document, double score) {
    const double rounded = sort_ == Sort::relevance ? rounded_score(score) : 0;
    if (is_full_ && rounded < least_.rounded) return;
    const Seconds date = columns_.date(document);
    // Undated ones are last in every order.
    const Seconds order = sort_ == Sort::oldest && date != Columns::no_date ? -date : date;
    const Entry entry{rounded, order, score, document};
    if (is_full_ && is_better(least_, entry)) return;
    entries_.push_back(entry);
    if (entries_.size() >= room_) prune();
}

void BestDocuments::prune() {
    if (entries_.size() > wanted_) {
        const auto last = entries_.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1);
        std::nth_element(entries_.begin(), last, entries_.end(), is_better);
        least_ = *last;
        is_full_ = true;
        if (sort_ == Sort::relevance) least_score_ = least_.rounded - least_.rounded * rounding;
        std::erase_if(entries_, [this](const Entry& entry) { return is_better(least_, entry); });
    }
    room_ = std::max(room_, entries_.size() * 2);
}

std::vector<BestDocuments::Entry> BestDocuments::take() {
    if (wanted_ > 0) prune();
    return std::move(entries_);
}

}  // namespace broadsheet
