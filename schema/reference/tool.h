// The program that makes a program's manual page and completion when the project is built.
#pragma once

#include <map>
#include <string>

#include "schema/command_line.h"

namespace broadsheet {

// PROGRAM man PAGE DATE: writes PAGE to standard output with the parts HEAD, COMMANDS, COMMON and `more` in
// the places of their names. PROGRAM completion: the script for bash. Returns the exit status.
int run_reference_tool(const Program& program, const std::map<std::string, std::string>& more, int argc,
                       char** argv);

}  // namespace broadsheet
