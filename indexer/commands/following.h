// Adds what comes to watched folders.
#pragma once

#include <functional>

#include "corpus/folder_watch.h"
#include "corpus/reader.h"
#include "indexer/index_writer.h"

namespace broadsheet {

struct Following {
    FolderWatch& watch;
    const ReadOptions& reading;
    const Receiver& receiver;  // adds to `writer`
    ReadTotals& totals;
    IndexWriter& writer;
    std::function<bool()> stops;      // asked several times a second
    std::function<void()> published;  // called after every publication
};

// Reads every file that comes, and publishes after those that came together, at the latest two seconds after
// the last publication. Returns when it is to stop; what was read by then is published.
void follow(const Following& following);

}  // namespace broadsheet
