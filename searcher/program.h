// The searcher as a program: its commands.
#pragma once

#include "schema/command_line.h"

namespace broadsheet {

Program searcher_program();

}  // namespace broadsheet
