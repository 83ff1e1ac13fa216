#include "corpus/input.h"

#include <fcntl.h>
#include <simdjson.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <istream>
#include <system_error>

namespace broadsheet {

namespace {

constexpr std::size_t chunk = std::size_t{256} << 10;
constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;

std::string message_of(int number) {
    std::string message = std::generic_category().message(number);
    if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z')
        message[0] = static_cast<char>(message[0] | 0x20);
    return message;
}

class FileSource : public ByteSource {
public:
    FileSource(const std::string& path, bool any_kind) {
        // Without O_NONBLOCK, opening a pipe that took a file's place would wait for a writer.
        descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | (any_kind ? 0 : O_NONBLOCK));
        struct stat status = {};
        if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
            fail("can not be opened: " + message_of(errno));
        } else if (S_ISREG(status.st_mode)) {
            size_ = static_cast<std::uint64_t>(status.st_size);
            (void)::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
        } else if (!any_kind) {
            fail("not a regular file");
        }
    }

    ~FileSource() override {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    std::size_t read(char* data, std::size_t size) override {
        if (!failure().empty()) return 0;
        ssize_t count = 0;
        do {
            count = ::read(descriptor_, data, size);
        } while (count < 0 && errno == EINTR);
        if (count < 0) fail("can not be read: " + message_of(errno));
        return count < 0 ? 0 : static_cast<std::size_t>(count);
    }

    std::optional<std::uint64_t> size() const override { return size_; }

    bool seek(std::uint64_t offset) override {
        return size_.has_value() && ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
    }

private:
    int descriptor_ = -1;
    std::optional<std::uint64_t> size_;  // of a regular file
};

class StreamSource : public ByteSource {
public:
    explicit StreamSource(std::istream& stream) : stream_(stream) {}

    std::size_t read(char* data, std::size_t size) override {
        stream_.read(data, static_cast<std::streamsize>(size));
        if (stream_.bad()) fail("can not be read");
        return static_cast<std::size_t>(stream_.gcount());
    }

private:
    std::istream& stream_;
};

}  // namespace

bool ByteSource::seek(std::uint64_t) {
    return false;
}

std::unique_ptr<ByteSource> open_file(const std::string& path, bool any_kind) {
    return std::make_unique<FileSource>(path, any_kind);
}

std::unique_ptr<ByteSource> from_stream(std::istream& stream) {
    return std::make_unique<StreamSource>(stream);
}

Input::Input(ByteSource& source) : source_(source), buffer_(new char[chunk + padding]), capacity_(chunk) {}

void Input::make_room() {
    if (begin_ == end_) {
        begin_ = end_ = 0;
        if (capacity_ > 16 * chunk) {  // left over from one large record
            buffer_.reset(new char[chunk + padding]);
            capacity_ = chunk;
        }
    }
    if (capacity_ - end_ >= chunk / 4) return;
    const std::size_t held = end_ - begin_;
    if (held <= capacity_ / 2) {
        std::memmove(buffer_.get(), buffer_.get() + begin_, held);
    } else {
        const std::size_t capacity = capacity_ * 2;
        std::unique_ptr<char[]> larger(new char[capacity + padding]);
        std::memcpy(larger.get(), buffer_.get() + begin_, held);
        buffer_ = std::move(larger);
        capacity_ = capacity;
    }
    begin_ = 0;
    end_ = held;
}

bool Input::more() {
    make_room();
    const std::size_t count = source_.read(buffer_.get() + end_, capacity_ - end_);
    end_ += count;
    std::memset(buffer_.get() + end_, 0, padding);
    if (total_ != nullptr) *total_ += count;
    return count != 0;
}

std::string_view Input::peek(std::size_t size) {
    while (end_ - begin_ < size && more()) {
    }
    return window();
}

void Input::consume(std::size_t size) {
    begin_ += std::min(size, end_ - begin_);
}

void Input::count_into(std::uint64_t& total) {
    total_ = &total;
    total += end_ - begin_;
}

bool Input::seek(std::uint64_t offset) {
    if (!source_.seek(offset)) return false;
    begin_ = end_ = 0;
    return true;
}

}  // namespace broadsheet
