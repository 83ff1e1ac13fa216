// The searcher's commands, a file each.
#pragma once

#include "schema/command_line.h"

namespace broadsheet {

Command search_command();
Command show_command();
Command similar_command();
Command suggest_command();
Command facets_command();
Command explain_command();
Command evaluate_command();
Command network_command();
Command serve_command();

}  // namespace broadsheet
