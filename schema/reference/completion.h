// Completion of command lines in bash.
#pragma once

#include <string>

#include "schema/command_line.h"

namespace broadsheet {

// A script that completes the program's commands, help topics, options, and of their values those that are
// known: choices, files, and names of fields. It needs nothing but bash 4.
std::string bash_completion(const Program& program);

}  // namespace broadsheet
