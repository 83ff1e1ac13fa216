#include "schema/reference/completion.h"

#include <fmt/format.h>

#include "schema/fields.h"
#include "schema/reference/option_table.h"

namespace broadsheet {

namespace {

// In the script PROGRAM stands for the program's name. The value of an option and each argument has a kind:
// file, folder, "words A B", "list A B" (several with commas between them), "begin A= B=" (what comes behind
// it is unknown), none.
constexpr std::string_view script = R"(_PROGRAM_complete() {
    local kind=$1 current=$2 before
    case $kind in
        file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
        folder)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
        "words "*)
            mapfile -t COMPREPLY < <(compgen -W "${kind#words }" -- "$current") ;;
        "list "*)
            compopt -o nospace 2>/dev/null
            before=${current%"${current##*,}"}
            mapfile -t COMPREPLY < <(compgen -P "$before" -W "${kind#list }" -- "${current##*,}") ;;
        "begin "*)
            compopt -o nospace 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -W "${kind#begin }" -- "$current") ;;
    esac
}

_PROGRAM() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    local flags word i place=0
    local -a arguments=()
    local -A values=()
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        _PROGRAM_complete "words $_PROGRAM_commands help --help --version" "$current"
        return
    fi
    _PROGRAM_table "$command" || return
    # "--name=value" comes as three words.
    if [[ $current == "=" ]]; then
        current=
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [[ -n ${values[$previous]} ]]; then
        _PROGRAM_complete "${values[$previous]}" "$current"
        return
    fi
    if [[ $current == -* ]]; then
        _PROGRAM_complete "words $flags ${!values[*]}" "$current"
        return
    fi
    for ((i = 2; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word != -* ]]; then
            ((place++))
        elif [[ -n ${values[$word]} ]]; then
            ((i++))
            [[ ${COMP_WORDS[i]} == "=" ]] && ((i++))
        fi
    done
    if ((${#arguments[@]} > 0 && place >= ${#arguments[@]})); then
        [[ ${arguments[-1]} == *+ ]] && place=$((${#arguments[@]} - 1))
    fi
    kind=${arguments[place]}
    _PROGRAM_complete "${kind%+}" "$current"
}

complete -F _PROGRAM PROGRAM
)";

std::string with_name(std::string_view text, std::string_view name) {
    constexpr std::string_view mark = "PROGRAM";
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t found = std::min(text.find(mark, begin), text.size());
        result += text.substr(begin, found - begin);
        if (found < text.size()) result += name;
        begin = found + mark.size();
    }
    return result;
}

// Names of what is counted, each with `behind` at its end.
std::string field_names(std::string_view behind) {
    std::string names;
    for (const Field& row : fields) {
        if (row.kind != FieldKind::facet && row.kind != FieldKind::date) continue;
        names += fmt::format(" {}{}", row.name, behind);
    }
    return names;
}

std::string kind_of_value(const OptionRow& row) {
    const std::vector<std::string> choices = choices_of(row.value_name);
    if (!choices.empty()) return fmt::format("words {}", fmt::join(choices, " "));
    if (row.value_name == "FILE") return "file";
    if (row.value_name == "FIELD=VALUE" || row.value_name == "FIELD=A,B") return "begin" + field_names("=");
    if (row.value_name == "F,F...[:N]") return "list" + field_names("");
    if (row.value_name == "FIELD[:N]") return "words" + field_names("");
    return "none";
}

std::string kind_of_argument(const Positional& positional) {
    const std::string_view name = positional.name;
    std::string kind = "none";
    if (name == "INDEX") kind = "folder";
    if (name == "SOURCE") kind = "file";
    if (name == "FIELD") kind = "words" + field_names("");
    return positional.repeated ? kind + '+' : kind;
}

std::string table_of(const Command& command) {
    std::string flags;
    std::string values;
    for (const OptionRow& row : all_options(command)) {
        if (row.value_name.empty()) {
            flags += (flags.empty() ? "--" : " --") + row.name;
        } else {
            values += fmt::format("                [--{}]=\"{}\"\n", row.name, kind_of_value(row));
        }
    }
    std::string arguments;
    for (const Positional& positional : command.positionals)
        arguments += fmt::format("{}\"{}\"", arguments.empty() ? "" : " ", kind_of_argument(positional));
    return fmt::format(
        "        {})\n            flags=\"{}\"\n            values=(\n{}            )\n"
        "            arguments=({}) ;;\n",
        command.name, flags, values, arguments);
}

}  // namespace

std::string bash_completion(const Program& program) {
    std::string commands;
    std::string topics;
    std::string tables;
    for (const Command& command : program.commands) {
        commands += fmt::format("{}{}", commands.empty() ? "" : " ", command.name);
        tables += table_of(command);
    }
    for (const HelpTopic& topic : program.topics)
        topics += fmt::format(" {}", topic.name);
    return fmt::format(
               "# bash completion for {0}, made from its tables of commands and options.\n\n"
               "_{0}_commands=\"{1}\"\n\n"
               "# Sets flags, values and arguments of the function that calls it.\n"
               "# shellcheck disable=SC2034\n"
               "_{0}_table() {{\n    case $1 in\n{2}"
               "        help)\n            arguments=(\"words $_{0}_commands{3}\") ;;\n"
               "        *) return 1 ;;\n    esac\n}}\n\n",
               program.name, commands, tables, topics) +
           with_name(script, program.name);
}

}  // namespace broadsheet
