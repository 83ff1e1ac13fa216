// Whether what a segment knows of names can be read, and the mapped file of it says the same.
#pragma once

#include "indexer/check/check_index.h"
#include "schema/index/snapshot.h"

namespace broadsheet {

void check_names(const Snapshot::Segment& segment, bool repair, const ProblemSink& sink, CheckReport& report);

}  // namespace broadsheet
