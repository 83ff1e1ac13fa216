// Loaded into a program before the C library, to make the system fail when a test wants it to.
//
//     FAULT_KILL_AT=N      kill the process just before its Nth step towards durability: a rename, a sync or
//     the
//                          removal of a file
//     FAULT_COUNT=FILE     write the number of such steps to FILE when the process ends
//     FAULT_DISK=BYTES     writes to files fail with "no space left on device" after so many bytes
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

std::atomic<long> steps{0};
std::atomic<long long> written{0};

template <typename Function>
Function* original(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

void step() {
    static const char* const kill_at = std::getenv("FAULT_KILL_AT");
    const long now = ++steps;
    if (kill_at != nullptr && now == std::atol(kill_at)) ::kill(::getpid(), SIGKILL);
}

bool disk_is_full(int descriptor, std::size_t size) {
    static const char* const most = std::getenv("FAULT_DISK");
    if (most == nullptr || descriptor <= STDERR_FILENO) return false;
    if ((written += static_cast<long long>(size)) <= std::atoll(most)) return false;
    errno = ENOSPC;
    return true;
}

struct AtEnd {
    ~AtEnd() {
        if (const char* file = std::getenv("FAULT_COUNT")) {
            if (std::FILE* out = std::fopen(file, "w")) {
                std::fprintf(out, "%ld\n", steps.load());
                std::fclose(out);
            }
        }
    }
} at_end;

}  // namespace

extern "C" {

int rename(const char* from, const char* to) noexcept {
    step();
    return original<int(const char*, const char*)>("rename")(from, to);
}

int fsync(int descriptor) {
    step();
    return original<int(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
    step();
    return original<int(int)>("fdatasync")(descriptor);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    step();
    return original<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
    if (disk_is_full(descriptor, size)) return -1;
    return original<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
    if (disk_is_full(descriptor, size)) return -1;
    return original<ssize_t(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
    if (disk_is_full(descriptor, size)) return -1;
    return original<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, bytes, size, offset);
}

}  // extern "C"
