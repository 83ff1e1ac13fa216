// One pass over a segment: matches, their scores, total and counts.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/match/fast/best_documents.h"
#include "searcher/match/fast/scorer.h"
#include "searcher/match/fast/segment_index.h"
#include "searcher/match/fast/selector.h"
#include "searcher/match/fast/value_counter.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// What is asked of every segment.
struct SegmentTask {
    const Plan* plan = nullptr;
    Sort sort = Sort::relevance;     // not by relevance where there are no terms
    std::size_t wanted = 0;          // first documents in the order of the sort
    std::vector<FieldId> counted;    // as MatchRequest::counted
    std::vector<WeighedTerm> terms;  // those that count for the score
    Bm25Parameters parameters;
    double mean_length = 0;
    const Stories* stories = nullptr;  // where they are counted
    bool only_best = false;            // as MatchRequest::only_best
    std::optional<std::chrono::steady_clock::time_point> deadline;
};

// Matches that have copies, and the fields that they count for.
struct MatchedCopies {
    std::vector<FieldId> fields;
    std::vector<DocId> documents;
};

struct SegmentResult {
    std::uint64_t total = 0;
    std::vector<BestDocuments::Entry> best;  // scores are 0 unless by relevance
    std::vector<FieldCounts> counts;         // of the counted facets, in no particular order; ids ascending
    DayCounts days;
    bool is_complete = true;
    std::vector<MatchedCopies> copies = {};  // where stories are counted: of all matches, then those of
                                             // fields that are filtered by
};

class SegmentMatch {
public:
    // What it is given must outlive it.
    SegmentMatch(SegmentIndex& segment, const SegmentTask& task);

    SegmentResult run();

    // No document before the result matches.
    DocId next(DocId from);

private:
    // Counts of a field as if its own filter were off.
    struct OwnCounter {
        std::size_t group;  // the filter
        ValueCounter counter;
        MatchedCopies copies;
    };

    // Return whether there was time for everything. A word alone, of which nothing is counted, needs no
    // windows.
    bool match_word();
    bool match_windows();
    bool is_in_time() const;

    void match(Window window);
    double least_score() const;
    void find(Window window, Mask& found);
    void collect(Window window, const Mask& found);
    void collect_copies(Window window, const Mask& found, std::vector<DocId>& copies) const;

    SegmentIndex& segment_;
    const SegmentTask& task_;
    bool by_score_;
    bool by_words_;  // the documents that match are those with a score
    SelectorPtr condition_;
    std::vector<SelectorPtr>
        filters_;  // only where their own fields are counted; else they are in condition_
    std::vector<OwnCounter> own_counters_;
    ValueCounter counter_;
    MatchedCopies copies_;
    Scorer scorer_;
    BestDocuments best_;
    std::unique_ptr<Scores> scores_;  // zero between windows
    std::uint64_t total_ = 0;
};

// Fills in the scores of documents of one segment.
void add_scores(SegmentIndex& segment, const SegmentTask& task, std::vector<RankedDocument*> documents);

}  // namespace broadsheet
