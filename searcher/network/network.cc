#include "searcher/network/network.h"

#include <algorithm>
#include <unordered_map>

#include "searcher/facets/nested_places.h"
#include "searcher/match/article_values.h"
#include "searcher/match/matcher.h"
#include "searcher/significance/log_likelihood.h"

namespace broadsheet {

namespace {

struct Chosen {
    FieldId field;
    ValueCount value;
};

std::vector<Chosen> most_frequent(const Snapshot& snapshot, const std::vector<FieldCounts>& counts,
                                  const NetworkRequest& request) {
    std::vector<Chosen> chosen;
    for (const FieldCounts& each : counts) {
        const auto wanted = std::find(request.fields.begin(), request.fields.end(), each.field);
        if (wanted == request.fields.end()) continue;
        for (const ValueCount& value : each.values)
            chosen.push_back({each.field, value});
    }
    std::sort(chosen.begin(), chosen.end(), [](const Chosen& a, const Chosen& b) {
        return a.value.count != b.value.count ? a.value.count > b.value.count : a.value.id < b.value.id;
    });
    // A shell has a place of its own beside it, so that this many are enough.
    chosen.resize(std::min(chosen.size(), 2 * request.nodes));
    if (std::any_of(request.fields.begin(), request.fields.end(), is_hierarchical)) {
        drop_shells(
            snapshot, chosen, [](const Chosen& each) { return each.value.id; },
            [](const Chosen& each) { return each.value.count; });
    }
    chosen.resize(std::min(chosen.size(), request.nodes));
    return chosen;
}

// How many matches have each pair of the chosen values: a row for each of them.
class PairCounts {
public:
    PairCounts(const std::vector<Chosen>& chosen, const NetworkRequest& request)
        : fields_(request.fields), size_(chosen.size()), counts_(size_ * size_) {
        for (std::size_t i = 0; i < chosen.size(); ++i)
            places_.emplace(chosen[i].value.id, i);
    }

    void add(ArticleValues& values, Location location) {
        present_.clear();
        for (const FieldId field : fields_) {
            for (const ValueId id : values.of(field, location)) {
                const auto place = places_.find(id);
                if (place != places_.end()) present_.push_back(place->second);
            }
        }
        for (std::size_t i = 0; i < present_.size(); ++i) {
            for (std::size_t j = i + 1; j < present_.size(); ++j)
                ++at(present_[i], present_[j]);
        }
    }

    std::uint32_t& at(std::size_t a, std::size_t b) {
        return counts_[std::min(a, b) * size_ + std::max(a, b)];
    }

private:
    const std::vector<FieldId>& fields_;
    std::size_t size_;
    std::unordered_map<ValueId, std::size_t> places_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::size_t> present_;
};

bool one_lies_in_the_other(const Snapshot& snapshot, const Chosen& a, const Chosen& b) {
    return a.field == b.field && is_hierarchical(a.field) &&
           (lies_in(snapshot, a.value.id, b.value.id) || lies_in(snapshot, b.value.id, a.value.id));
}

}  // namespace

Network make_network(Snapshot& snapshot, const Plan& plan, const std::vector<FieldCounts>& counts,
                     std::uint64_t matches, const NetworkRequest& request, Labels& labels) {
    const std::vector<Chosen> chosen = most_frequent(snapshot, counts, request);
    PairCounts pairs(chosen, request);
    ArticleValues values(snapshot);
    for_each_match(snapshot, plan, request.matcher, [&](Location location) { pairs.add(values, location); });

    Network network{matches, {}, {}};
    for (const Chosen& each : chosen)
        network.nodes.push_back(
            {each.field, labels.of(each.field, each.value.id), to_text(each.value.id), each.value.count});
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        for (std::size_t j = i + 1; j < chosen.size(); ++j) {
            const std::uint64_t together = pairs.at(i, j);
            if (together < std::max<std::uint64_t>(request.least, 1)) continue;
            if (one_lies_in_the_other(snapshot, chosen[i], chosen[j])) continue;
            const double score =
                log_likelihood({together, chosen[i].value.count, chosen[j].value.count, matches});
            network.edges.push_back({i, j, together, score});
        }
    }
    std::stable_sort(network.edges.begin(), network.edges.end(),
                     [](const NetworkEdge& a, const NetworkEdge& b) {
                         return a.count != b.count ? a.count > b.count : a.score > b.score;
                     });
    return network;
}

}  // namespace broadsheet
