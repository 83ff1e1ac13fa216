// What both programs share in how they are called: commands, options, help, errors.
#pragma once

#include <atomic>
#include <boost/program_options.hpp>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

namespace po = boost::program_options;

// Where a program reads and writes; main() passes the standard streams, tests pass their own.
struct Terminal {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool out_is_terminal = false;                    // colour is allowed
    bool err_is_terminal = false;                    // progress is allowed
    const std::atomic<bool>* interrupted = nullptr;  // set when the user asks to stop; may be null
};

struct Positional {
    std::string name;  // as shown: "INDEX", "QUERY"
    std::string help;
    bool required = true;
    bool repeated = false;  // only the last one
};

// The options and arguments of one call.
class Arguments {
public:
    explicit Arguments(po::variables_map values) : values_(std::move(values)) {}

    bool has(const std::string& name) const;  // given or has a default
    bool flag(const std::string& name) const;
    std::string text(const std::string& name, const std::string& otherwise = {}) const;
    std::vector<std::string> texts(const std::string& name) const;
    // Throw Error(usage) when the value is not what the function reads.
    std::uint64_t number(const std::string& name, std::uint64_t otherwise) const;
    std::uint64_t bytes(const std::string& name, std::uint64_t otherwise) const;       // 512M
    std::int64_t milliseconds(const std::string& name, std::int64_t otherwise) const;  // 30s

private:
    po::variables_map values_;
};

struct Command {
    std::string_view name;
    std::string_view summary;                            // one line
    std::vector<Positional> positionals;                 // read with Arguments::text / texts under their name
    void (*describe)(po::options_description& options);  // adds the command's own options; may be null
    int (*run)(const Arguments& arguments, Terminal& terminal);  // returns the exit status
};

// Something that `PROGRAM help NAME` explains beside the commands.
struct HelpTopic {
    std::string_view name;
    std::string_view summary;
    std::string (*text)();  // ends with a line break
};

struct Program {
    std::string_view name;
    std::string_view summary;
    std::vector<Command> commands;
    std::vector<HelpTopic> topics = {};
};

// Runs one call: `arguments` without the program's name. Options come from the command line, then from
// BROADSHEET_* variables in `environment` ("NAME=value", as environ has them), then from --config FILE.
// Catches every exception: one line on terminal.err, or a JSON object with --json. Returns the exit status.
int run_program(const Program& program, const std::vector<std::string>& arguments,
                const std::vector<std::string>& environment, Terminal& terminal);

// "512M", "2G", "1000" as bytes; throws Error(usage).
std::uint64_t parse_bytes(std::string_view text);

}  // namespace broadsheet
