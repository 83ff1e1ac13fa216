#include "searcher/match/order.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace broadsheet {

namespace {

using Iterator = std::vector<Ranked>::iterator;

bool earlier_first(const Ranked& a, const Ranked& b) {
    if (a.date && b.date) return *a.date < *b.date;
    return a.date.has_value() && !b.date;
}

bool later_first(const Ranked& a, const Ranked& b) {
    if (a.date && b.date) return *a.date > *b.date;
    return a.date.has_value() && !b.date;
}

// Sorts [begin, end) by `less` and calls `tied(first, last)` for every run of equals that reaches into the
// wanted places.
template <typename Less, typename Tied>
void sort_runs(Iterator begin, Iterator end, Iterator wanted_begin, Iterator wanted_end, const Less& less,
               const Tied& tied) {
    std::sort(begin, end, less);
    for (Iterator first = begin; first != end && first < wanted_end;) {
        const Iterator last =
            std::find_if(first, end, [&](const Ranked& each) { return less(*first, each); });
        if (last - first > 1 && last > wanted_begin) tied(first, last);
        first = last;
    }
}

void sort_by_id(Iterator begin, Iterator end, const TieBreakers& ties) {
    std::vector<std::pair<std::string, Ranked>> with_id;
    with_id.reserve(static_cast<std::size_t>(end - begin));
    for (Iterator each = begin; each != end; ++each)
        with_id.emplace_back(ties.id(each->document), *each);
    std::sort(with_id.begin(), with_id.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [id, ranked] : with_id)
        *begin++ = ranked;
}

}  // namespace

double rounded_score(double score) {
    // Of the 53 bits of a double's mantissa 20 are kept: adding half of the last of them carries as it has
    // to, into the exponent, too.
    constexpr int dropped = 33;
    const auto bits = std::bit_cast<std::uint64_t>(score) + (std::uint64_t{1} << (dropped - 1));
    return std::bit_cast<double>(bits >> dropped << dropped);
}

void keep_behind(std::vector<Ranked>& ranked, Boundary boundary, std::optional<std::uint32_t> document,
                 Sort sort, const TieBreakers& ties) {
    const auto date_of = [&](const Ranked& each) { return ties.date ? ties.date(each.document) : each.date; };
    const auto itself = std::find_if(ranked.begin(), ranked.end(),
                                     [&](const Ranked& each) { return document == each.document; });
    if (itself != ranked.end()) {
        boundary.score = itself->score;
        boundary.date = date_of(*itself);
    }
    const double score = rounded_score(boundary.score);
    std::erase_if(ranked, [&](Ranked& each) {
        if (document == each.document) return true;
        if (sort == Sort::relevance && rounded_score(each.score) != score)
            return rounded_score(each.score) > score;
        each.date = date_of(each);
        const Ranked end{0, 0, boundary.date};
        const auto first = sort == Sort::oldest ? earlier_first : later_first;
        if (first(each, end)) return true;
        if (first(end, each)) return false;
        return ties.id(each.document) <= boundary.id;
    });
}

void put_in_order(std::vector<Ranked>& ranked, Sort sort, std::size_t first, std::size_t last,
                  const TieBreakers& ties) {
    const auto at = [&](std::size_t place) {
        return ranked.begin() + static_cast<std::ptrdiff_t>(std::min(place, ranked.size()));
    };
    const Iterator wanted_begin = at(first);
    const Iterator wanted_end = at(last);
    const auto by_id = [&](Iterator begin, Iterator end) { sort_by_id(begin, end, ties); };
    const auto by_date = [&](Iterator begin, Iterator end) {
        if (ties.date) {
            for (Iterator each = begin; each != end; ++each)
                each->date = ties.date(each->document);
        }
        sort_runs(begin, end, wanted_begin, wanted_end, sort == Sort::oldest ? earlier_first : later_first,
                  by_id);
    };
    if (sort != Sort::relevance) return by_date(ranked.begin(), ranked.end());
    const auto better_first = [](const Ranked& a, const Ranked& b) {
        return rounded_score(a.score) > rounded_score(b.score);
    };
    sort_runs(ranked.begin(), ranked.end(), wanted_begin, wanted_end, better_first, by_date);
}

}  // namespace broadsheet
