// The archives of crawlers.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// WARC 0.17 to 1.1: responses and resources that are pages or feeds; conversions of type text/plain.
// Requests, pictures and the like are passed over. Records are numbered from 1, all of them.
std::unique_ptr<Format> make_warc_format(const ReadOptions& options);

// ARC 1 and 2, the same for the format that came before.
std::unique_ptr<Format> make_arc_format(const ReadOptions& options);

}  // namespace broadsheet
