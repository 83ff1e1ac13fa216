// Compressed files and archives: what is inside, one file after another, streamed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/input.h"

namespace broadsheet {

// True for gzip, zstd, xz, bzip2, lz4 and compress, and for tar and zip, by their first bytes.
bool is_packed(std::string_view head);

// When unpacking stops because it can only be meant to exhaust: more than `least` bytes came out, and more
// than `ratio` times what went in.
struct ExpansionLimit {
    std::uint64_t least = std::uint64_t{1} << 30;
    std::uint64_t ratio = 1000;
};

class Unpacker {
public:
    // Reads from `packed`, which must outlive it.
    explicit Unpacker(Input& packed, ExpansionLimit limit = {});
    ~Unpacker();
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    // Goes to the next file inside; false at the end or when nothing more can be read. Folders, links, hidden
    // files and what macOS adds are passed over.
    bool next();

    // The path inside the archive, as valid UTF-8 without control characters; empty when the content is not
    // an archive but one compressed file.
    const std::string& name() const;
    // The bytes of that file, until next() is called.
    ByteSource& content();

    // Why unpacking ended early, as ByteSource::failure(); empty when it did not, or when content() told so
    // already.
    const std::string& failure() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet
