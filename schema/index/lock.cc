#include "schema/index/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <thread>

#include "schema/error.h"

namespace broadsheet {

namespace {

// "4711 indexer add" as the holder wrote it, as "process 4711 (indexer add)".
std::string holder(int descriptor) {
    std::array<char, 256> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size() - 1, 0);
    const std::string content(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    const std::size_t blank = content.find(' ');
    if (blank == std::string::npos) return "another process";
    return "process " + content.substr(0, blank) + " (" + content.substr(blank + 1) + ")";
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& file, const std::string& command,
                       std::chrono::milliseconds wait)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) throw system_error(errno, "open " + file.string());
    const auto deadline = std::chrono::steady_clock::now() + wait;
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const int failure = errno;
        if (failure != EWOULDBLOCK && failure != EINTR) {
            ::close(descriptor_);
            throw system_error(failure, "lock " + file.string());
        }
        if (std::chrono::steady_clock::now() >= deadline) {
            const std::string who = holder(descriptor_);
            ::close(descriptor_);
            throw Error(ErrorCode::index_locked, file.parent_path().string() + " is locked by " + who,
                        "wait for it or pass --wait 30s");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    const std::string text = std::to_string(::getpid()) + " " + command;
    if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, text.data(), text.size(), 0) < 0) {
        // Only the message to those who wait suffers.
        return;
    }
}

WriterLock::~WriterLock() {
    ::close(descriptor_);
}

}  // namespace broadsheet
