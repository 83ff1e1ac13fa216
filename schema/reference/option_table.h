// The options of a command as plain rows, for what is made from them.
#pragma once

#include <string>
#include <vector>

#include "schema/command_line.h"

namespace broadsheet {

struct OptionRow {
    std::string name;        // without dashes
    std::string short_form;  // "-h", or empty
    std::string value_name;  // "all|any", "FIELD=VALUE"; empty where it takes no value
    std::string otherwise;   // its value where it is not given; may be empty
    std::string help;
    bool is_repeated = false;
};

// In the order of the table.
std::vector<OptionRow> rows_of(const po::options_description& options);

// Its own and then the common ones.
std::vector<OptionRow> all_options(const Command& command);

// The words of "all|any"; nothing for the name of any other value.
std::vector<std::string> choices_of(const std::string& value_name);

}  // namespace broadsheet
