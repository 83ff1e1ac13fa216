#include "schema/reference/man_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "schema/error.h"
#include "schema/help.h"
#include "schema/reference/option_table.h"

namespace broadsheet {

namespace {

std::string capitals(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

std::string sentence(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result.front() >= 'a' && result.front() <= 'z')
        result.front() = static_cast<char>(result.front() - 'a' + 'A');
    return result + '.';
}

std::string options_part(const std::vector<OptionRow>& rows) {
    std::string part;
    for (const OptionRow& row : rows) {
        std::string tag =
            row.short_form.empty() ? "" : fmt::format("\\fB{}\\fR, ", man_escaped(row.short_form));
        tag += fmt::format("\\fB{}\\fR", man_escaped("--" + row.name));
        if (!row.value_name.empty()) tag += fmt::format(" \\fI{}\\fR", man_escaped(row.value_name));
        const std::vector<std::string> choices = choices_of(row.value_name);
        const bool begins_with_choice =
            std::any_of(choices.begin(), choices.end(),
                        [&](const std::string& choice) { return row.help.starts_with(choice); });
        std::string help = begins_with_choice ? row.help + '.' : sentence(row.help);
        if (row.is_repeated) help += " May be given more than once.";
        if (!row.otherwise.empty()) help += fmt::format(" Without it {}.", row.otherwise);
        part += fmt::format(".TP\n{}\n{}\n", tag, man_escaped(help));
    }
    return part;
}

}  // namespace

std::string man_escaped(std::string_view text) {
    std::string result;
    if (!text.empty() && (text.front() == '.' || text.front() == '\'')) result = "\\&";
    for (const char c : text) {
        switch (c) {
            case '\\':
                result += "\\e";
                break;
            case '-':
                result += "\\-";
                break;
            case '\'':
                result += "\\(aq";
                break;
            case '~':
                result += "\\(ti";
                break;
            case '^':
                result += "\\(ha";
                break;
            case '`':
                result += "\\(ga";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string man_entry(std::string_view tag, std::string_view text) {
    return fmt::format(".TP\n\\fB{}\\fR\n{}\n", man_escaped(tag), man_escaped(text));
}

std::string man_head(const Program& program, std::string_view date) {
    return fmt::format(".TH {} 1 {} \"Broadsheet " BROADSHEET_VERSION
                       "\" \"User Commands\"\n"
                       ".SH NAME\n{} \\- {}\n"
                       ".SH SYNOPSIS\n"
                       ".B {}\n.I COMMAND\n[\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]\n.br\n"
                       ".B {} help\n[\\fICOMMAND\\fR]\n",
                       capitals(program.name), date, program.name, man_escaped(program.summary), program.name,
                       program.name);
}

std::string man_commands(const Program& program) {
    std::string part;
    for (const Command& command : program.commands) {
        part += fmt::format(".SS \"{}\"\n{}\n", man_escaped(synopsis(program, command)),
                            man_escaped(sentence(command.summary)));
        for (const Positional& positional : command.positionals)
            part += fmt::format(".TP\n\\fI{}\\fR\n{}\n", man_escaped(positional.name),
                                man_escaped(sentence(positional.help)));
        part += options_part(rows_of(own_options(command)));
    }
    return part;
}

std::string man_common_options() {
    return options_part(rows_of(common_options()));
}

std::string filled(std::string_view page, const std::map<std::string, std::string>& parts) {
    std::string result;
    std::set<std::string> used;
    std::istringstream lines{std::string(page)};
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < 3 || line.front() != '@' || line.back() != '@') {
            result += line + '\n';
            continue;
        }
        const auto part = parts.find(line.substr(1, line.size() - 2));
        if (part == parts.end())
            throw Error(ErrorCode::bad_source, fmt::format("there is no part for {} in the manual", line));
        result += part->second;
        used.insert(part->first);
    }
    for (const auto& [name, text] : parts) {
        if (!used.contains(name))
            throw Error(ErrorCode::bad_source, fmt::format("the manual has no line @{}@", name));
    }
    return result;
}

}  // namespace broadsheet
