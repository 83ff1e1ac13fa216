// Taking articles out of a published segment.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet {

// Deletes those that are still there and returns how many documents are left. Survives a power failure:
// Xapian syncs its files, but not the folder in which a commit renames one. Columns and positions keep what
// they have of the deleted documents until the segment is merged; nobody looks at it. Throws Error.
std::uint64_t delete_documents(const SegmentPaths& segment, const std::vector<DocId>& documents);

}  // namespace broadsheet
