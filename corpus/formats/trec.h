// The news collections of TREC and the LDC.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// One article for each <DOC>: AP, Wall Street Journal, Financial Times, Los Angeles Times, FBIS, Gigaword and
// what is marked up like them. The id is the DOCNO, and the source and, where nothing else tells it, the date
// are what it says.
std::unique_ptr<Format> make_trec_format(const ReadOptions& options);

}  // namespace broadsheet
