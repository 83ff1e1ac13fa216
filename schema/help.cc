#include "schema/help.h"

#include <fmt/format.h>

#include <ostream>

namespace broadsheet {

namespace {

constexpr const char* help_column = "  {:<24} {}\n";

}  // namespace

po::options_description common_options() {
    po::options_description options("Common options");
    options.add_options()("help,h", "explain the command")("version", "print the version")(
        "config", po::value<std::string>()->value_name("FILE"),
        "read options from FILE, a line NAME = VALUE each");
    return options;
}

po::options_description own_options(const Command& command) {
    po::options_description options("Options", 100, 50);
    if (command.describe != nullptr) command.describe(options);
    return options;
}

std::string synopsis(const Program& program, const Command& command) {
    std::string line = fmt::format("{} {}", program.name, command.name);
    for (const Positional& positional : command.positionals) {
        const std::string name = positional.name + (positional.repeated ? "..." : "");
        line += positional.required ? " " + name : " [" + name + "]";
    }
    return line + " [OPTIONS]";
}

void print_help(const Program& program, std::ostream& out) {
    out << fmt::format("{}: {}\n\nUsage: {} COMMAND [ARGUMENTS] [OPTIONS]\n\n", program.name, program.summary,
                       program.name);
    for (const Command& command : program.commands)
        out << fmt::format(help_column, command.name, command.summary);
    out << fmt::format("\n{} help COMMAND explains a command.\n", program.name);
    for (const HelpTopic& topic : program.topics)
        out << fmt::format("{} help {} explains {}.\n", program.name, topic.name, topic.summary);
}

void print_help(const Program& program, const Command& command, std::ostream& out) {
    out << fmt::format("Usage: {}\n\n{}.\n\n", synopsis(program, command), command.summary);
    for (const Positional& positional : command.positionals) {
        out << fmt::format(help_column, positional.name, positional.help);
    }
    out << '\n' << own_options(command) << '\n' << common_options();
}

}  // namespace broadsheet
