// Parts of a manual page in man(7), and pages that are made of them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "schema/command_line.h"

namespace broadsheet {

// Text as it stands in a line of its own or within one.
std::string man_escaped(std::string_view text);

// A paragraph under a tag in bold.
std::string man_entry(std::string_view tag, std::string_view text);

// Title, name and synopsis. `date`: "2024-01-24".
std::string man_head(const Program& program, std::string_view date);

// A part for every command: its arguments and its own options.
std::string man_commands(const Program& program);
std::string man_common_options();

// `page` with each line "@NAME@" replaced by the part of that name. Throws Error(bad_source) for a part that
// is not there, and for one that the page has no place for.
std::string filled(std::string_view page, const std::map<std::string, std::string>& parts);

}  // namespace broadsheet
