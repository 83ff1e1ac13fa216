// Words that have to stand somewhere.
#pragma once

#include <memory>
#include <vector>

#include "searcher/match/fast/selector.h"
#include "searcher/placement/segment_placements.h"

namespace broadsheet {

// Articles that have the words are proposed; the places of the words decide.
class PlacementSelector : public Selector {
public:
    // `words`: words_of() the placement, which needs no deciding. The snapshot must outlive it.
    PlacementSelector(SelectorPtr words, Snapshot& snapshot, std::size_t segment,
                      std::shared_ptr<const Placement> placement);
    DocId next(DocId from) override { return words_->next(from); }
    void propose(Window window, const Mask& within, Mask& found) override {
        words_->propose(window, within, found);
    }
    bool is_decided() const override { return false; }
    void decide(Window window, Mask& documents) override;
    std::uint64_t estimate() const override { return words_->estimate(); }

private:
    SelectorPtr words_;
    SegmentPlacements placements_;
    std::vector<DocId> candidates_;
};

}  // namespace broadsheet
