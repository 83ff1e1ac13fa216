// JSON lines: one object a line.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// Records are numbered by their lines; blank lines count and are passed over.
std::unique_ptr<Format> make_json_lines_format(const ReadOptions& options);

}  // namespace broadsheet
