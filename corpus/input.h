// The bytes of one file, a window of them in memory at a time.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// Where bytes come from.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    // Reads at most `size` bytes (never 0); 0 at the end, or when nothing more can be read.
    virtual std::size_t read(char* data, std::size_t size) = 0;

    // Of the whole in bytes, where known.
    virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
    // Goes to a byte counted from the beginning; false when that is not possible.
    virtual bool seek(std::uint64_t offset);

    // Why the bytes ended early, as a clause without a full stop; empty when they did not.
    const std::string& failure() const { return failure_; }

protected:
    void fail(std::string why) { failure_ = std::move(why); }

private:
    std::string failure_;
};

// A file by its path. What goes wrong in opening it is its failure(). Unless `any_kind`, only a regular file
// opens, so that a pipe in a folder can not block.
std::unique_ptr<ByteSource> open_file(const std::string& path, bool any_kind);

// A stream that outlives the source.
std::unique_ptr<ByteSource> from_stream(std::istream& stream);

// A window over a source that can be widened and moved on. At least simdjson::SIMDJSON_PADDING readable bytes
// follow it.
class Input {
public:
    // The source must outlive the input.
    explicit Input(ByteSource& source);

    // The window: what has been read and not been consumed. Views into it hold until more(), peek() or
    // seek().
    std::string_view window() const { return {buffer_.get() + begin_, end_ - begin_}; }
    // Reads more bytes behind the window; false when there are none.
    bool more();
    // The window, widened to `size` bytes if there are so many.
    std::string_view peek(std::size_t size);
    // Moves the window's begin; `size` is at most the window's.
    void consume(std::size_t size);

    // From now on every byte read is added to `total`, those in the window at once.
    void count_into(std::uint64_t& total);

    const std::string& failure() const { return source_.failure(); }
    std::optional<std::uint64_t> size() const { return source_.size(); }
    bool seek(std::uint64_t offset);

private:
    void make_room();

    ByteSource& source_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t* total_ = nullptr;
};

}  // namespace broadsheet
