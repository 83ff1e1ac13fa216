#include "indexer/check/check_index.h"

#include <algorithm>

#include "indexer/check/check_copies.h"

namespace broadsheet {

CheckReport check_index(const std::filesystem::path& index, bool repair, const ProblemSink& sink) {
    CheckReport report;
    const Snapshot snapshot(index);
    for (const Snapshot::Segment& segment : snapshot.segments()) {
        check_segment(segment, snapshot.manifest().analysis, repair, sink, report);
        if (segment.entry.articles != segment.database.get_doccount() && segment.pending.empty()) {
            ++report.problems;
            sink("segment " + segment.entry.name + ": the manifest tells of " +
                 std::to_string(segment.entry.articles) + " articles, the database of " +
                 std::to_string(segment.database.get_doccount()));
        }
    }
    check_copies(snapshot, repair, sink, report);
    for (const PendingDeletion& pending : snapshot.manifest().pending) {
        const auto is_it = [&pending](const SegmentEntry& entry) { return entry.name == pending.segment; };
        const auto& entries = snapshot.manifest().segments;
        if (std::none_of(entries.begin(), entries.end(), is_it)) {
            ++report.problems;
            sink("the manifest has deletions of a segment " + pending.segment + " that is not there");
        }
    }
    return report;
}

}  // namespace broadsheet
