// The file of copies of a segment that is new, or of one that was merged.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "schema/index/manifest.h"

namespace broadsheet::copies {

// A segment that the index has.
struct PublishedSegment {
    SegmentPaths paths;
    Xapian::Database database;
    std::vector<DocId> pending;  // documents that are about to be deleted, ascending
};

// Where articles of a new segment were built: there are their words. `offset` is to be added to their
// numbers.
struct BuiltPart {
    std::filesystem::path words;
    std::string uuid;
    std::int64_t offset;
};

// A new segment with everything but its file of copies, and the documents that are not in use.
struct FreshSegment {
    SegmentPaths paths;
    std::string uuid;
    std::vector<BuiltPart> parts;
    std::vector<DocId> left_out;  // ascending
};

// Looks for the copies of the new articles and writes the file to `place`. Segments whose own file is missing
// or damaged are passed over: their articles have no copies until they are repaired.
void write_new_copies(const FreshSegment& segment, const std::vector<PublishedSegment>& known,
                      const std::filesystem::path& place, bool sync);

// A segment as an input of a merge.
struct CopiesInput {
    std::filesystem::path path;
    std::string uuid;
    std::vector<DocId> documents;  // which to take, in order; 0 stands for a number that is not in use
};

// Merges the files of all inputs into one; writes none if one of theirs is missing or damaged. With
// `whole_index` there are no other segments, and lists of united numbers are of no more use.
void merge_copies(const std::vector<CopiesInput>& inputs, bool whole_index, const std::filesystem::path& path,
                  const std::string& uuid);

}  // namespace broadsheet::copies
