#include "schema/reference/tool.h"

#include <exception>
#include <iostream>
#include <vector>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/reference/completion.h"
#include "schema/reference/man_page.h"

namespace broadsheet {

namespace {

std::string made(const Program& program, std::map<std::string, std::string> parts,
                 const std::vector<std::string>& arguments) {
    if (arguments.size() == 1 && arguments[0] == "completion") return bash_completion(program);
    if (arguments.size() != 3 || arguments[0] != "man")
        throw Error(ErrorCode::usage, "takes: completion, or man PAGE DATE");
    parts.emplace("HEAD", man_head(program, arguments[2]));
    parts.emplace("COMMANDS", man_commands(program));
    parts.emplace("COMMON", man_common_options());
    return filled(read_file(arguments[1]), parts);
}

}  // namespace

int run_reference_tool(const Program& program, const std::map<std::string, std::string>& more, int argc,
                       char** argv) {
    try {
        std::cout << made(program, more, {argv + 1, argv + argc}) << std::flush;
        return std::cout.good() ? 0 : exit_status(ErrorCode::machine);
    } catch (const std::exception& error) {
        std::cerr << argv[0] << ": " << error.what() << '\n';
        return exit_status(ErrorCode::machine);
    }
}

}  // namespace broadsheet
