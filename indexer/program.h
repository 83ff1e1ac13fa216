// The program `indexer`: its commands.
#pragma once

#include "schema/command_line.h"

namespace broadsheet {

Program indexer_program();

// The commands, a file each in commands/.
Command add_command();
Command annotate_command();
Command read_command();
Command remove_command();
Command stats_command();
Command check_command();
Command merge_command();
Command shards_command();

}  // namespace broadsheet
