// The first documents of a segment in the order of the results, and all that tie with the last of them.
#pragma once

#include <limits>
#include <vector>

#include "schema/index/columns.h"
#include "searcher/match/result.h"

namespace broadsheet {

// Not thread-safe.
class BestDocuments {
public:
    struct Entry {
        double rounded;  // the score as it is compared; 0 where dates alone count
        Seconds order;   // by date, higher first
        double score;
        DocId document;
    };

    // The first `wanted`. `sort`: relevance, newest or oldest. The columns must outlive it.
    BestDocuments(const Columns& columns, Sort sort, std::size_t wanted);

    // No document below this score can be among them.
    double least_score() const { return least_score_; }

    void offer(DocId document, double score) {
        if (score >= least_score_) add(document, score);
    }

    // In no order: those asked for and those that tie with the last of them.
    std::vector<Entry> take();

private:
    void add(DocId document, double score);
    void prune();

    const Columns& columns_;
    Sort sort_;
    std::size_t wanted_;
    std::size_t room_;
    double least_score_;
    bool is_full_ = false;
    Entry least_{};  // when it is full: the last of those that are wanted
    std::vector<Entry> entries_;
};

}  // namespace broadsheet
