#include "schema/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "schema/error.h"

namespace broadsheet {

namespace {

// Closes on every way out.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags, const char* what)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
        if (number_ < 0) throw system_error(errno, what + path.string());
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    operator int() const { return number_; }

private:
    int number_;
};

}  // namespace

std::string read_file(const std::filesystem::path& path) {
    const Descriptor file(path, O_RDONLY, "read ");
    constexpr std::size_t step = 1u << 16;
    struct stat status {};
    const bool is_known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    // One more than it has, so that the end is met without another step.
    std::string content(is_known ? static_cast<std::size_t>(status.st_size) + 1 : step, '\0');
    std::size_t size = 0;
    for (;;) {
        if (size == content.size()) content.resize(size + step);
        const ssize_t got = ::read(file, content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw system_error(errno, "read " + path.string());
        size += static_cast<std::size_t>(got);
        if (got == 0) break;
    }
    content.resize(size);
    return content;
}

void replace_file(const std::filesystem::path& path, std::string_view content) {
    const std::filesystem::path temporary = path.string() + ".new";
    {
        const Descriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC, "write ");
        while (!content.empty()) {
            const ssize_t put = ::write(file, content.data(), content.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) throw system_error(errno, "write " + temporary.string());
            content.remove_prefix(static_cast<std::size_t>(put));
        }
        if (::fsync(file) != 0) throw system_error(errno, "sync " + temporary.string());
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) throw system_error(errno, "replace " + path.string());
    sync_path(path.parent_path().empty() ? "." : path.parent_path());
}

void sync_path(const std::filesystem::path& path) {
    const Descriptor file(path, O_RDONLY, "sync ");
    if (::fsync(file) != 0) throw system_error(errno, "sync " + path.string());
}

std::uintmax_t bytes_below(const std::filesystem::path& path) {
    std::error_code failure;
    if (std::filesystem::is_regular_file(path, failure)) {
        const std::uintmax_t size = std::filesystem::file_size(path, failure);
        return failure ? 0 : size;
    }
    std::uintmax_t total = 0;
    // Files can go away while we look: the writer merges segments.
    for (std::filesystem::recursive_directory_iterator it(path, failure), end; !failure && it != end;
         it.increment(failure)) {
        std::error_code gone;
        if (it->is_regular_file(gone)) {
            const std::uintmax_t size = it->file_size(gone);
            if (!gone) total += size;
        }
    }
    return total;
}

}  // namespace broadsheet
