#include "tests/support/process.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>

namespace broadsheet::test {

Outcome execute(const std::string& command) {
    const std::string line = "exec 2>&1; export LC_ALL=C.UTF-8 PATH=" BROADSHEET_BIN_DIR ":$PATH; " + command;
    std::string quoted = "bash -c '";
    for (const char c : line)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    std::FILE* pipe = ::popen((quoted + "'").c_str(), "r");
    if (pipe == nullptr) return {"can not run it\n", 127};
    Outcome outcome{};
    std::array<char, 4096> buffer{};
    std::size_t got = 0;
    while ((got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0)
        outcome.output.append(buffer.data(), got);
    const int status = ::pclose(pipe);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

}  // namespace broadsheet::test
