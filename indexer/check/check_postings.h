// Checks a segment's packed posting lists.
#pragma once

#include "indexer/check/check_index.h"
#include "schema/index/snapshot.h"

namespace broadsheet {

// Compares them with those of Xapian, and packs them anew if asked to and something is wrong. Problems go to
// `sink` and are counted in `report`. Throws as Xapian does.
void check_postings(const Snapshot::Segment& segment, bool repair, const ProblemSink& sink,
                    CheckReport& report);

}  // namespace broadsheet
