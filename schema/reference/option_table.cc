#include "schema/reference/option_table.h"

#include <sstream>

#include "schema/help.h"

namespace broadsheet {

std::vector<OptionRow> rows_of(const po::options_description& options) {
    std::vector<OptionRow> rows;
    for (const auto& option : options.options()) {
        OptionRow row{option->long_name(),
                      option->canonical_display_name(po::command_line_style::allow_dash_for_short),
                      {},
                      {},
                      option->description()};
        if (row.short_form == row.name) row.short_form.clear();
        const po::value_semantic* semantic = option->semantic().get();
        if (semantic->max_tokens() > 0) {
            constexpr std::string_view before_default = " (=";
            row.value_name = semantic->name();
            const std::size_t end = row.value_name.find(before_default);
            if (end != std::string::npos) {
                row.otherwise = row.value_name.substr(end + before_default.size());
                row.otherwise.pop_back();
                row.value_name.resize(end);
            }
        }
        row.is_repeated = dynamic_cast<const po::typed_value<std::vector<std::string>>*>(semantic) != nullptr;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<OptionRow> all_options(const Command& command) {
    po::options_description options = own_options(command);
    options.add(common_options());
    return rows_of(options);
}

std::vector<std::string> choices_of(const std::string& value_name) {
    std::vector<std::string> choices;
    if (value_name.find('|') == std::string::npos) return choices;
    std::istringstream names(value_name);
    for (std::string name; std::getline(names, name, '|');)
        choices.push_back(name);
    return choices;
}

}  // namespace broadsheet
