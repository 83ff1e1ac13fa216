// Which segments to merge next.
#pragma once

#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet {

// Tiers by powers of eight of the number of articles: eight neighbours of one tier (or below it) become one
// segment of the next, so that an article is rewritten once a tier and there are at most seven segments a
// tier. A segment of which a third was deleted is rewritten alone. Returns the indexes (ascending,
// consecutive) of the segments to merge; empty when all is well.
std::vector<std::size_t> next_merge(const std::vector<SegmentEntry>& segments);

}  // namespace broadsheet
