// Which articles of a segment are copies of one story, and how later copies find them.
//
// An article's row is the number of its story. Numbers are given out over the whole index, one to each
// article; who is a copy of an article that is there takes the number of that one's story instead, in
// whichever segment it lies. So articles that join a story change nothing in older segments. Where a new
// article shows that two stories are one, its segment says so in a list of united numbers, which merging
// applies and, once it merges the whole index, drops.
//
// Beside the rows are the sketches: a few shingle hashes of each article (see indexer/copies/sketch.h),
// sorted and packed in blocks, to be looked up in the mapped file. Rows and sketches take some 36 bytes an
// article.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "schema/index/manifest.h"
#include "schema/index/section_file.h"
#include "schema/index/sketches.h"
#include "schema/index/united.h"

namespace broadsheet {

// The story of each article and the numbers that are one, in memory.
struct StoryRows {
    std::vector<StoryNumber> stories{0};  // by docid; 0 for those that are not in use
    std::vector<UnitedStories> united;
};

// Immutable; can be shared by threads.
class Copies {
public:
    static constexpr std::uint32_t version = 1;  // of the file

    // Throws as SectionFile does.
    Copies(const std::filesystem::path& path, const std::string& database_uuid);

    DocId last() const { return static_cast<DocId>(stories_.size() - 1); }
    // By docid. To be resolved by the united numbers of all segments.
    std::span<const StoryNumber> stories() const { return stories_; }
    std::vector<UnitedStories> united() const;
    // The highest number that the file names.
    StoryNumber highest() const { return highest_; }
    // Of documents up to last().
    const SketchView& sketches() const { return sketches_; }

    void verify() const { file_.verify(); }

private:
    SectionFile file_;
    std::span<const StoryNumber> stories_;
    std::span<const UnitedStories> united_;
    SketchView sketches_;
    StoryNumber highest_ = 0;
};

// Writes such a file: the sketches one by one, then the rest.
class CopiesWriter {
public:
    explicit CopiesWriter(const std::filesystem::path& path);

    void add(const SketchEntry& entry) { packer_.add(entry); }  // ascending
    void finish(const StoryRows& rows, const std::string& database_uuid, bool sync);

private:
    SectionFileWriter file_;
    SketchPacker packer_;
};

}  // namespace broadsheet
