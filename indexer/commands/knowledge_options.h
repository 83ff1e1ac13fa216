// What commands that look for entities have in common.
#pragma once

#include "indexer/entities/annotator.h"
#include "schema/command_line.h"

namespace broadsheet {

void describe_knowledge(po::options_description& options);

// What the program carries within itself, and the file of --aliases. Throws as AliasTable::add_file().
entities::Knowledge read_knowledge(const Arguments& arguments);

}  // namespace broadsheet
