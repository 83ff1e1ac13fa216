#include "schema/command_line.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "schema/date.h"
#include "schema/error.h"
#include "schema/help.h"

namespace broadsheet {

namespace {

Error usage_error(const Program& program, std::string_view command, const std::string& message) {
    const std::string help = command.empty() ? fmt::format("{} --help", program.name)
                                             : fmt::format("{} help {}", program.name, command);
    return {ErrorCode::usage, message, "see " + help};
}

const Command* find_command(const Program& program, std::string_view name) {
    for (const Command& command : program.commands) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

const HelpTopic* find_topic(const Program& program, std::string_view name) {
    for (const HelpTopic& topic : program.topics) {
        if (topic.name == name) return &topic;
    }
    return nullptr;
}

// BROADSHEET_TIMEOUT=2s is --timeout 2s, for commands that have it. A BROADSHEET_VERSION is somebody's note
// of which version he has, not a wish to see it.
po::basic_parsed_options<char> parse_environment(const std::vector<std::string>& environment,
                                                 const po::options_description& known) {
    constexpr std::string_view prefix = "BROADSHEET_";
    po::basic_parsed_options<char> parsed(&known);
    for (const std::string& entry : environment) {
        const std::size_t equals = entry.find('=');
        if (!entry.starts_with(prefix) || equals == std::string::npos) continue;
        std::string name = entry.substr(prefix.size(), equals - prefix.size());
        std::transform(name.begin(), name.end(), name.begin(), [](char c) {
            return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        if (name == "help" || name == "version" || known.find_nothrow(name, false) == nullptr) continue;
        parsed.options.emplace_back(name, std::vector<std::string>{entry.substr(equals + 1)});
    }
    return parsed;
}

// Positional arguments by name; throws for too few or too many.
void assign_positionals(const Program& program, const Command& command, const std::vector<std::string>& given,
                        po::variables_map& values) {
    std::size_t next = 0;
    for (const Positional& positional : command.positionals) {
        if (positional.repeated) {
            std::vector<std::string> rest(
                given.begin() + static_cast<std::ptrdiff_t>(std::min(next, given.size())), given.end());
            if (rest.empty() && positional.required) {
                throw usage_error(program, command.name, positional.name + " is missing");
            }
            next = given.size();
            values.insert({positional.name, po::variable_value(rest, false)});
        } else if (next < given.size()) {
            values.insert({positional.name, po::variable_value(given[next++], false)});
        } else if (positional.required) {
            throw usage_error(program, command.name, positional.name + " is missing");
        }
    }
    if (next < given.size()) {
        throw usage_error(program, command.name, fmt::format("\"{}\" is one argument too many", given[next]));
    }
}

Arguments parse(const Program& program, const Command& command, const std::vector<std::string>& arguments,
                const std::vector<std::string>& environment) {
    po::options_description known = own_options(command);
    known.add(common_options());
    po::options_description all = known;
    all.add_options()(" positional", po::value<std::vector<std::string>>());
    po::positional_options_description positionals;
    positionals.add(" positional", -1);
    try {
        namespace style = po::command_line_style;
        const int unguessed = style::unix_style & ~style::allow_guessing;
        po::variables_map values;
        po::store(
            po::command_line_parser(arguments).options(all).positional(positionals).style(unguessed).run(),
            values);
        po::store(parse_environment(environment, known), values);
        if (values.contains("config")) {
            const std::string path = values["config"].as<std::string>();
            std::ifstream file(path);
            if (!file) throw usage_error(program, command.name, "can not read the options file " + path);
            po::store(po::parse_config_file(file, known), values);
        }
        po::notify(values);
        std::vector<std::string> given;
        if (values.contains(" positional")) given = values[" positional"].as<std::vector<std::string>>();
        if (!values.contains("help") && !values.contains("version")) {
            assign_positionals(program, command, given, values);
        }
        return Arguments(std::move(values));
    } catch (const po::error& problem) {
        throw usage_error(program, command.name, problem.what());
    }
}

int dispatch(const Program& program, const std::vector<std::string>& arguments,
             const std::vector<std::string>& environment, Terminal& terminal) {
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h" ||
        (arguments[0] == "help" && arguments.size() == 1)) {
        print_help(program, arguments.empty() ? terminal.err : terminal.out);
        return arguments.empty() ? exit_status(ErrorCode::usage) : 0;
    }
    if (arguments[0] == "--version") {
        terminal.out << program.name << " " BROADSHEET_VERSION "\n";
        return 0;
    }
    const bool asks_help = arguments[0] == "help";
    const std::string& name = asks_help ? arguments[1] : arguments[0];
    const Command* command = find_command(program, name);
    if (const HelpTopic* topic = asks_help ? find_topic(program, name) : nullptr) {
        terminal.out << topic->text();
        return 0;
    }
    if (command == nullptr) throw usage_error(program, {}, fmt::format("there is no command \"{}\"", name));
    if (asks_help) {
        print_help(program, *command, terminal.out);
        return 0;
    }
    const Arguments parsed = parse(program, *command, {arguments.begin() + 1, arguments.end()}, environment);
    if (parsed.has("help")) {
        print_help(program, *command, terminal.out);
        return 0;
    }
    if (parsed.has("version")) {
        terminal.out << program.name << " " BROADSHEET_VERSION "\n";
        return 0;
    }
    const int status = command->run(parsed, terminal);
    terminal.out.flush();
    return status;
}

// The error as the user sees it. A line break in it (from a file's name, say) would make two lines of one.
void report(const Program& program, const Error& error, bool as_json, Terminal& terminal) {
    if (as_json) {
        const nlohmann::ordered_json value{
            {"error", {{"code", name_of(error.code())}, {"message", error.what()}, {"hint", error.hint()}}}};
        terminal.out << value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        terminal.out.flush();
        return;
    }
    std::string line = fmt::format("{}: {}", program.name, error.what());
    if (!error.hint().empty()) line += "; " + error.hint();
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    terminal.err << line << '\n';
}

bool wants_json(const std::vector<std::string>& arguments) {
    return std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
}

}  // namespace

bool Arguments::has(const std::string& name) const {
    return values_.contains(name);
}

bool Arguments::flag(const std::string& name) const {
    return has(name) && values_[name].as<bool>();
}

std::string Arguments::text(const std::string& name, const std::string& otherwise) const {
    return has(name) ? values_[name].as<std::string>() : otherwise;
}

std::vector<std::string> Arguments::texts(const std::string& name) const {
    return has(name) ? values_[name].as<std::vector<std::string>>() : std::vector<std::string>{};
}

std::uint64_t Arguments::number(const std::string& name, std::uint64_t otherwise) const {
    if (!has(name)) return otherwise;
    const std::string value = text(name);
    std::uint64_t result = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (failure != std::errc{} || end != value.data() + value.size()) {
        throw Error(ErrorCode::usage, fmt::format("--{} takes a whole number, not \"{}\"", name, value));
    }
    return result;
}

std::uint64_t Arguments::bytes(const std::string& name, std::uint64_t otherwise) const {
    return has(name) ? parse_bytes(text(name)) : otherwise;
}

std::int64_t Arguments::milliseconds(const std::string& name, std::int64_t otherwise) const {
    if (!has(name)) return otherwise;
    const std::optional<std::int64_t> duration = parse_duration(text(name));
    if (!duration) {
        throw Error(ErrorCode::usage,
                    fmt::format("--{} takes a time such as 250ms or 30s, not \"{}\"", name, text(name)));
    }
    return *duration;
}

std::uint64_t parse_bytes(std::string_view text) {
    std::uint64_t count = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    unsigned shift = 0;
    if (unit == "K") shift = 10;
    if (unit == "M") shift = 20;
    if (unit == "G") shift = 30;
    const bool known = unit.empty() || shift != 0;
    if (failure != std::errc{} || !known || count > (std::uint64_t{1} << 62) >> shift) {
        throw Error(ErrorCode::usage, fmt::format("\"{}\" is no size; write 512M or 2G", text));
    }
    return count << shift;
}

int run_program(const Program& program, const std::vector<std::string>& arguments,
                const std::vector<std::string>& environment, Terminal& terminal) {
    const auto failed = [&](const Error& error) {
        report(program, error, wants_json(arguments), terminal);
        return exit_status(error.code());
    };
    try {
        return dispatch(program, arguments, environment, terminal);
    } catch (const Error& error) {
        return failed(error);
    } catch (const Xapian::Error& error) {
        return failed(translated(error, "the index"));
    } catch (const std::bad_alloc&) {
        return failed(Error(ErrorCode::machine, "out of memory"));
    } catch (const std::filesystem::filesystem_error& error) {
        return failed(system_error(error.code().value(), "use " + error.path1().string()));
    } catch (const std::exception& error) {
        return failed(Error(ErrorCode::machine, error.what()));
    }
}

}  // namespace broadsheet
