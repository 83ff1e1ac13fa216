#include "searcher/match/fast/placement_selector.h"

#include <utility>

namespace broadsheet {

PlacementSelector::PlacementSelector(SelectorPtr words, Snapshot& snapshot, std::size_t segment,
                                     std::shared_ptr<const Placement> placement)
    : words_(std::move(words)), placements_(snapshot, segment, std::move(placement)) {}

void PlacementSelector::decide(Window window, Mask& documents) {
    candidates_.clear();
    documents.for_each([&](std::uint32_t at) { candidates_.push_back(window.base + at); });
    placements_.keep_those_that_hold(candidates_);
    documents.clear();
    for (const DocId document : candidates_)
        documents.set(document - window.base);
}

}  // namespace broadsheet
