// Whether the segments' files of copies can be used.
#pragma once

#include "indexer/check/check_index.h"

namespace broadsheet {

// Every file is whole and has a story for each article. One that has not is made anew, as if its segment had
// just been built: its articles are compared with those of all others. Throws as Xapian does.
void check_copies(const Snapshot& snapshot, bool repair, const ProblemSink& sink, CheckReport& report);

}  // namespace broadsheet
