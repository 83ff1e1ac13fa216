#include "searcher/match/fast/scorer.h"

#include <utility>

namespace broadsheet {

Scorer::Scorer(SegmentIndex& segment, const std::vector<WeighedTerm>& terms, const Bm25Parameters& parameters,
               double mean_length)
    : columns_(segment.columns()),
      relative_to_mean_(mean_length > 0 ? 1 / mean_length : 0),
      least_length_(mean_length > 0 ? parameters.least_length : 0),
      slope_(parameters.k1 * parameters.b),
      intercept_(parameters.k1 * (1 - parameters.b)) {
    for (const WeighedTerm& term : terms) {
        if (segment.frequency(term.stem) == 0) continue;
        PostingCursor cursor = segment.open(term.stem);
        const double factor = term.weight * (parameters.k1 + 1);
        const double most = bound(factor, cursor.most_occurrences());
        terms_.push_back({std::move(cursor), factor, most, 0, 0});
    }
    std::stable_sort(terms_.begin(), terms_.end(),
                     [](const Term& a, const Term& b) { return a.most > b.most; });
    double rest = 0;
    for (auto term = terms_.rbegin(); term != terms_.rend(); ++term)
        term->rest = rest += term->most;
}

template <typename Skips, typename Take>
void Scorer::walk(PostingCursor& cursor, Window window, const Skips& skips, const Take& take) {
    const DocId last_of_window = window.base + (Window::size - 1);
    for (bool more = cursor.seek(window.base); more && cursor.first() <= last_of_window;
         more = cursor.next_block()) {
        const DocId first = std::max(cursor.first(), window.base);
        const DocId last = std::min(cursor.last(), last_of_window);
        if (!skips(first - window.base, last - window.base)) {
            const auto documents = cursor.documents_in(window);
            const auto before = static_cast<std::size_t>(documents.data() - cursor.documents().data());
            take(documents, cursor.occurrences().subspan(before, documents.size()));
        }
        // The next window goes on in this block.
        if (cursor.last() >= last_of_window) break;
    }
}

void Scorer::add(Window window, double least, Mask& mask, Scores& scores) {
    add_from(0, window, least, mask, scores);
}

void Scorer::add_from(std::size_t begin, Window window, double least, Mask& mask, Scores& scores) {
    for (std::size_t i = begin; i < terms_.size(); ++i) {
        Term& term = terms_[i];
        if (i > 0 && term.rest < least) {
            drop(least - term.rest, mask, scores);
            if (!mask.any()) return;
        }
        walk(
            term.cursor, window,
            [&mask](std::uint32_t first, std::uint32_t last) { return !mask.any_in(first, last); },
            [&](std::span<const DocId> documents, std::span<const std::uint32_t> occurrences) {
                // Those of the mask first, without a branch for each that could not be foretold.
                std::array<std::uint16_t, PackedList::block_size> chosen;
                std::size_t count = 0;
                for (std::size_t place = 0; place < documents.size(); ++place) {
                    chosen[count] = static_cast<std::uint16_t>(place);
                    count += mask.test(documents[place] - window.base) ? 1 : 0;
                }
                for (const std::uint16_t place : std::span(chosen).first(count))
                    scores[documents[place] - window.base] +=
                        score(term, documents[place], occurrences[place]);
            });
    }
}

void Scorer::add_and_find(Window window, double least, const Mask& within, Mask& found, Scores& scores) {
    std::size_t end = 0;
    for (; end < terms_.size() && terms_[end].rest >= least; ++end) {
        Term& term = terms_[end];
        if (term.next >= window.end()) continue;
        const double others = terms_.front().rest - term.most;
        walk(
            term.cursor, window,
            [&](std::uint32_t, std::uint32_t) {
                return least > 0 && bound(term.factor, term.cursor.most_in_block()) + others < least;
            },
            [&](std::span<const DocId> documents, std::span<const std::uint32_t> occurrences) {
                found.set_all(documents, window.base);
                for (std::size_t i = 0; i < documents.size(); ++i)
                    scores[documents[i] - window.base] += score(term, documents[i], occurrences[i]);
            });
    }
    Mask outside = found;
    outside -= within;
    outside.for_each([&scores](std::uint32_t at) { scores[at] = 0; });
    found &= within;
    if (end < terms_.size()) add_from(end, window, least, found, scores);
}

void Scorer::drop(double below, Mask& mask, Scores& scores) {
    Mask dropped;
    mask.for_each([&](std::uint32_t at) {
        if (scores[at] >= below) return;
        scores[at] = 0;
        dropped.set(at);
    });
    mask -= dropped;
}

DocId Scorer::next(DocId from) {
    DocId least = no_document;
    for (Term& term : terms_) {
        if (term.next < from)
            term.next = term.cursor.seek(from) ? std::max(from, term.cursor.first()) : no_document;
        least = std::min(least, term.next);
    }
    return least;
}

}  // namespace broadsheet
