// What a ranked list is worth, given judgements. The definitions are those of NIST's trec_eval, to which
// every figure is equal on the same run.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/evaluate/judgements.h"

namespace broadsheet {

// An article in a run. Scores are of the precision that a run file has, so that a list read back from one is
// in the same order.
struct RunEntry {
    std::string docno;
    float score = 0;
};

// In the order in which trec_eval looks at a topic's articles: by score, and equal scores by docno, both
// descending.
void put_in_run_order(std::vector<RunEntry>& entries);

inline constexpr std::array<std::string_view, 6> measure_names{"map",        "ndcg@10",     "P@10",
                                                               "recall@100", "recall@1000", "mrr"};

// By place in measure_names; each from 0 to 1.
//   map          mean over the relevant articles of the precision where each stands; 0 for one not found
//   ndcg@10      gain = level, discount log2(rank + 1), divided by that of the best order possible
//   P@10         relevant ones among the first ten, divided by ten
//   recall@N     part of the relevant ones among the first N
//   mrr          1 / rank of the first relevant one
using Measures = std::array<double, measure_names.size()>;

struct TopicFigures {
    Measures measures{};
    std::uint64_t retrieved = 0;
    std::uint64_t relevant = 0;
    std::uint64_t relevant_retrieved = 0;
};

// `entries` in run order; `least_level` is the lowest level that counts as relevant (at least 1). ndcg@10
// goes by levels whatever that is.
TopicFigures figures_of(const std::vector<RunEntry>& entries, const TopicJudgements& judgements,
                        int least_level);

}  // namespace broadsheet
