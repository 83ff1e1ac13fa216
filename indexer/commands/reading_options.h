// The options of the commands that read sources.
#pragma once

#include "corpus/reader.h"
#include "schema/command_line.h"

namespace broadsheet {

void describe_reading(po::options_description& options);

// Throw Error(usage).
ReadOptions read_options(const Arguments& arguments);
bool stops_on_error(const Arguments& arguments);

}  // namespace broadsheet
