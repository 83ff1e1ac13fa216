// Decides a placement on the articles of one segment: by the packed positions where the segment has them, by
// the text analysed again where it has not.
#pragma once

#include <memory>

#include "schema/index/snapshot.h"
#include "searcher/placement/analysed_document.h"
#include "searcher/placement/evaluator.h"
#include "searcher/placement/packed_document.h"
#include "searcher/placement/phrase.h"

namespace broadsheet {

// Articles in ascending order. Not thread-safe.
class SegmentPlacements {
public:
    // The snapshot must outlive it.
    SegmentPlacements(Snapshot& snapshot, std::size_t segment, std::shared_ptr<const Placement> placement);

    // `document` has the stems of all words that are `present`; else the answer means nothing.
    bool holds(DocId document);

    // Takes out of `documents`, which have those stems, those for which it does not hold.
    void keep_those_that_hold(std::vector<DocId>& documents);

private:
    bool holds_in_text(DocId document);

    Snapshot& snapshot_;
    std::size_t segment_;
    std::shared_ptr<const Placement> placement_;
    const Positions* positions_;    // null where there are none
    std::optional<Phrase> phrase_;  // if it is nothing else
    PlacementEvaluator evaluator_;
    PackedDocument packed_;
    WrittenWords written_;
    std::unique_ptr<Analyser> analyser_;  // made when it is needed
    AnalysedDocument analysed_;
};

}  // namespace broadsheet
