// Checks a segment's word pairs.
#pragma once

#include "indexer/check/check_index.h"
#include "schema/index/snapshot.h"

namespace broadsheet {

// After positions and packed postings, which they are made of. Without `repair` only that they are as they
// were written; with it they are made again and compared. Problems go to `sink` and are counted in `report`.
void check_word_pairs(const Snapshot::Segment& segment, bool repair, const ProblemSink& sink,
                      CheckReport& report);

}  // namespace broadsheet
