// The scores of a segment's documents, window by window: BM25 with the lengths of the columns.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/match/fast/segment_index.h"
#include "searcher/match/fast/window.h"

namespace broadsheet {

// A word that counts, with what it takes to know of the whole index.
struct WeighedTerm {
    std::string stem;
    double weight = 0;  // inverse frequency times weight in the query
};

// Where a window's scores are added up, by distance from its base. Zero where nothing was added.
using Scores = std::array<double, Window::size>;

// Windows come in ascending order. Not thread-safe.
//
// Where only the best documents are wanted, those that can not reach `least`, the score that they would have
// to have, are left out as soon as that is clear: terms are added in the order of what they can add at most,
// and documents that only the last ones have are not looked at (after Turtle and Flood, MaxScore, 1995); nor
// are blocks of postings whose documents have the term too seldom. With a `least` of 0 nothing is left out.
class Scorer {
public:
    // `segment` must outlive it.
    Scorer(SegmentIndex& segment, const std::vector<WeighedTerm>& terms, const Bm25Parameters& parameters,
           double mean_length);

    // Adds to the scores of the documents of `mask`; takes out of it those that are left out.
    void add(Window window, double least, Mask& mask, Scores& scores);

    // The same for all documents of `within` that have one of the terms; they are added to `found`.
    void add_and_find(Window window, double least, const Mask& within, Mask& found, Scores& scores);

    // Whether there is one term at most: then scan() does without windows.
    bool is_single() const { return terms_.size() <= 1; }

    // Calls `take(document, score)` for each document of the only term, but for those that can not reach
    // `least()`, until `goes_on()`, asked now and then, is false. Returns whether it came to the end.
    template <typename Least, typename GoesOn, typename Take>
    bool scan(const Least& least, const GoesOn& goes_on, const Take& take) {
        if (terms_.empty()) return true;
        constexpr std::size_t blocks_between = Window::size / PackedList::block_size;
        Term& term = terms_.front();
        std::size_t block = 0;
        for (bool more = term.cursor.seek(1); more; more = term.cursor.next_block()) {
            if (block++ % blocks_between == 0 && !goes_on()) return false;
            if (least() > 0 && bound(term.factor, term.cursor.most_in_block()) < least()) continue;
            const auto documents = term.cursor.documents();
            const auto occurrences = term.cursor.occurrences();
            for (std::size_t i = 0; i < documents.size(); ++i)
                take(documents[i], score(term, documents[i], occurrences[i]));
        }
        return true;
    }

    // No document before the result has one of the terms.
    DocId next(DocId from);

private:
    struct Term {
        PostingCursor cursor;
        double factor;  // weight * (k1 + 1)
        double most;    // that it adds to a score
        double rest;    // that it and the terms behind it add together, at most
        DocId next;     // nothing of it is before this
    };

    // Calls `take(documents, occurrences)` for those of a term in the window, some at a time, and leaves
    // blocks out for which `skips(first, last)`.
    template <typename Skips, typename Take>
    static void walk(PostingCursor& cursor, Window window, const Skips& skips, const Take& take);

    void add_from(std::size_t begin, Window window, double least, Mask& mask, Scores& scores);
    static void drop(double below, Mask& mask, Scores& scores);

    // What a term adds to the score of a document that has it so often.
    double score(const Term& term, DocId document, std::uint32_t occurrences) const {
        const double relative = std::max(columns_.length(document) * relative_to_mean_, least_length_);
        return term.factor * occurrences / (relative * slope_ + intercept_ + occurrences);
    }
    // To that of any document, at most.
    double bound(double factor, std::uint32_t occurrences) const {
        return factor * occurrences / (least_length_ * slope_ + intercept_ + occurrences);
    }

    const Columns& columns_;
    double relative_to_mean_;
    double least_length_;
    double slope_;
    double intercept_;
    std::vector<Term> terms_;  // those that can add most first
};

}  // namespace broadsheet
