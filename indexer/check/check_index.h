// Whether an index is what its manifest says, down to every stored article.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "schema/index/snapshot.h"

namespace broadsheet {

struct CheckReport {
    std::uint64_t articles = 0;
    std::uint64_t problems = 0;  // found
    std::uint64_t repaired = 0;  // of which are gone now
};

// Told of each problem as it is found, in a sentence.
using ProblemSink = std::function<void(const std::string&)>;

// Derived files (columns, positions, packed postings, word pairs, copies) that are missing, damaged or wrong
// are written anew when `repair` is set; the caller then holds the writer's lock. Throws Error when the index
// can not be opened at all.
CheckReport check_index(const std::filesystem::path& index, bool repair, const ProblemSink& sink);

// One segment of a snapshot, whose database `database` is.
void check_segment(const Snapshot::Segment& segment, const AnalysisSettings& analysis, bool repair,
                   const ProblemSink& sink, CheckReport& report);

}  // namespace broadsheet
