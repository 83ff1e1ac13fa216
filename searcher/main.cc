#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "searcher/heap.h"
#include "searcher/program.h"

namespace {

// Whether the reader of standard output has gone, as `head` does when it has seen enough.
bool reader_is_gone() {
    pollfd standard_output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&standard_output, 1, 0) > 0 && (standard_output.revents & (POLLERR | POLLHUP)) != 0;
}

}  // namespace

int main(int argc, char** argv) {
    constexpr int machine_failed = 4;
    constexpr std::size_t heap_of_a_command = 2u << 20;  // what a search takes with three facets
    broadsheet::make_heap_ready(heap_of_a_command);
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false);
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        environment.emplace_back(*entry);
    const char* no_colour = std::getenv("NO_COLOR");
    broadsheet::Terminal terminal{std::cin, std::cout, std::cerr};
    terminal.out_is_terminal = isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
    terminal.err_is_terminal = isatty(STDERR_FILENO) != 0;
    const int status = broadsheet::run_program(broadsheet::searcher_program(), {argv + 1, argv + argc},
                                               environment, terminal);
    std::cout.flush();
    if (std::cout.good() || reader_is_gone()) return status;
    std::cerr << "searcher: can not write to standard output\n";
    return machine_failed;
}
