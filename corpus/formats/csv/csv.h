// Tables: CSV, TSV and their relatives.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// Records are numbered by rows, the header being the first. A row that a lone quote has run into the next
// ones is read as the single line it was meant to be.
std::unique_ptr<Format> make_csv_format(const ReadOptions& options);

}  // namespace broadsheet
