// Several segments to one.
#pragma once

#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet {

struct MergedSegment {
    std::uint64_t articles = 0;
    // By input: what to add to a document's number to get its number in the result.
    std::vector<std::int64_t> offsets;
    // The word pairs, which a thread of their own still writes and syncs: get() before the segment is
    // published. What went wrong is thrown there.
    std::future<void> word_pairs;
};

// Writes the merged segment into `folder`, which must not exist, and syncs all but the word pairs and the
// folder. Documents keep their order; numbers of documents that were deleted at the inputs' ends are not
// given out again. Columns and positions are merged, not recomputed; those of an input that are missing or
// damaged make the call fail with Error(index_damaged). Posting lists and names are written anew, for only
// merged segments have them. Which articles are copies is merged where all inputs tell it; `whole_index`:
// there is no other segment.
MergedSegment merge_segments(const std::vector<SegmentPaths>& inputs, const std::filesystem::path& folder,
                             bool whole_index = false);

}  // namespace broadsheet
