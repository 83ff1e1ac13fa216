#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "indexer/program.h"

namespace {

// Turns the first SIGINT or SIGTERM into a flag, so that what was read is published; a second one ends the
// process.
class Interruption {
public:
    Interruption() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::thread([this] {
            int signal = 0;
            sigwait(&signals_, &signal);
            requested_ = true;
            sigwait(&signals_, &signal);
            _exit(128 + signal);
        }).detach();
    }

    const std::atomic<bool>& requested() const { return requested_; }

private:
    sigset_t signals_{};
    std::atomic<bool> requested_{false};
};

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false);
    auto* interruption = new Interruption;  // its thread outlives main
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        environment.emplace_back(*entry);
    broadsheet::Terminal terminal{std::cin, std::cout, std::cerr};
    terminal.out_is_terminal = isatty(STDOUT_FILENO) != 0;
    terminal.err_is_terminal = isatty(STDERR_FILENO) != 0;
    terminal.interrupted = &interruption->requested();
    return broadsheet::run_program(broadsheet::indexer_program(), {argv + 1, argv + argc}, environment,
                                   terminal);
}
