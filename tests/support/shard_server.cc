#include "tests/support/shard_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace broadsheet::test {

namespace {

std::uint16_t free_port() {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    const bool bound =
        ::bind(listener, generic, length) == 0 && ::getsockname(listener, generic, &length) == 0;
    ::close(listener);
    if (!bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

// Whether the program said that it listens, before it ended.
bool listens(int output) {
    std::FILE* said = ::fdopen(output, "r");
    std::string text;
    for (int c = std::fgetc(said); c != EOF && text.find("Listening") == std::string::npos;
         c = std::fgetc(said))
        text += static_cast<char>(c);
    std::fclose(said);
    return text.find("Listening") != std::string::npos;
}

}  // namespace

ShardServer::ShardServer(const std::filesystem::path& database) : port_(free_port()) {
    int output[2];
    if (::pipe(output) != 0) throw std::runtime_error("no pipe");
    const std::string port = std::to_string(port_);
    process_ = ::fork();
    if (process_ == 0) {
        ::setpgid(0, 0);
        ::dup2(output[1], STDOUT_FILENO);
        ::close(output[0]);
        ::close(output[1]);
        // It would end with the reader of its output.
        ::signal(SIGPIPE, SIG_IGN);
        ::execlp("xapian-tcpsrv", "xapian-tcpsrv", "--interface", "127.0.0.1", "--port", port.c_str(),
                 database.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(output[1]);
    if (listens(output[0])) return;
    end();
    throw std::runtime_error("xapian-tcpsrv does not run");
}

void ShardServer::end() {
    if (process_ <= 0) return;
    ::kill(-process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
}

void ShardServer::fall_silent() const {
    ::kill(-process_, SIGSTOP);
}

}  // namespace broadsheet::test
