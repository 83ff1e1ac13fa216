#include "searcher/understand/correction.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double worth_of_edit = 4;  // as a power of ten

}  // namespace

double rank_of(double cost, std::uint64_t articles) {
    return worth_of_edit * cost - std::log10(static_cast<double>(articles) + 1);
}

void keep_best(std::vector<Correction>& corrections) {
    std::sort(corrections.begin(), corrections.end(), [](const Correction& a, const Correction& b) {
        const double rank = rank_of(a.cost, a.articles);
        const double other = rank_of(b.cost, b.articles);
        return rank != other ? rank < other : a.text < b.text;
    });
    corrections.resize(std::min(corrections.size(), most_corrections));
}

}  // namespace broadsheet
