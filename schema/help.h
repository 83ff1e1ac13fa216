// The tables of commands and options as text: what --help prints, and what manuals are made from.
#pragma once

#include <iosfwd>
#include <string>

#include "schema/command_line.h"

namespace broadsheet {

// The options that every command has.
po::options_description common_options();
// The others of a command.
po::options_description own_options(const Command& command);

// "searcher search INDEX [QUERY] [OPTIONS]"
std::string synopsis(const Program& program, const Command& command);

void print_help(const Program& program, std::ostream& out);
void print_help(const Program& program, const Command& command, std::ostream& out);

}  // namespace broadsheet
