#include "searcher/evaluate/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace broadsheet {

namespace {

constexpr std::size_t shallow = 10;  // of P@10 and ndcg@10

double discounted(int level, std::size_t place) {
    return level > 0 ? level / std::log2(static_cast<double>(place + 2)) : 0;
}

double best_gain(const TopicJudgements& judgements) {
    std::vector<int> levels;
    for (const auto& [docno, level] : judgements)
        levels.push_back(level);
    std::sort(levels.begin(), levels.end(), std::greater<>());
    double gain = 0;
    for (std::size_t place = 0; place < std::min(shallow, levels.size()); ++place)
        gain += discounted(levels[place], place);
    return gain;
}

double part(std::uint64_t of, std::uint64_t all) {
    return all == 0 ? 0 : static_cast<double>(of) / static_cast<double>(all);
}

}  // namespace

void put_in_run_order(std::vector<RunEntry>& entries) {
    std::sort(entries.begin(), entries.end(), [](const RunEntry& a, const RunEntry& b) {
        return a.score != b.score ? a.score > b.score : a.docno > b.docno;
    });
}

TopicFigures figures_of(const std::vector<RunEntry>& entries, const TopicJudgements& judgements,
                        int least_level) {
    TopicFigures figures;
    figures.retrieved = entries.size();
    for (const auto& [docno, level] : judgements)
        figures.relevant += level >= least_level ? 1 : 0;

    double precisions = 0;
    double gain = 0;
    double first = 0;
    std::uint64_t in_10 = 0;
    std::uint64_t in_100 = 0;
    std::uint64_t in_1000 = 0;
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const auto judged = judgements.find(entries[place].docno);
        if (judged == judgements.end()) continue;
        if (place < shallow) gain += discounted(judged->second, place);
        if (judged->second < least_level) continue;
        const std::uint64_t found = ++figures.relevant_retrieved;
        precisions += part(found, place + 1);
        if (found == 1) first = part(1, place + 1);
        if (place < shallow) in_10 = found;
        if (place < 100) in_100 = found;
        if (place < 1000) in_1000 = found;
    }
    const double best = best_gain(judgements);
    figures.measures = {figures.relevant == 0 ? 0 : precisions / static_cast<double>(figures.relevant),
                        best > 0 ? gain / best : 0,
                        part(in_10, shallow),
                        part(in_100, figures.relevant),
                        part(in_1000, figures.relevant),
                        first};
    return figures;
}

}  // namespace broadsheet
