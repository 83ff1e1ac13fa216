// Keeps the versions that corrections replaced with the articles that replace them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet {

// Two versions of one article.
struct ReplacedVersion {
    const Xapian::Database* segment;  // that has the earlier version; null: the segment of the later one
    DocId earlier;
    DocId later;
};

// Gives the later versions, which `segment` has, what is to be kept of the earlier ones. Versions that were
// themselves replaced come before those that replace them. `now` is in
// seconds since 1970-01-01T00:00Z. The segment is not published yet. Throws Error.
void keep_revisions(const SegmentPaths& segment, const std::vector<ReplacedVersion>& versions,
                    std::int64_t now);

}  // namespace broadsheet
