// Compression of an answer that is made piece by piece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "searcher/http/encoding.h"

namespace broadsheet::http {

// Takes the same few megabytes however long the answer gets.
class StreamEncoder {
public:
    // Not for Encoding::identity. Throws Error(machine), as all of it does.
    explicit StreamEncoder(Encoding encoding);
    ~StreamEncoder();
    StreamEncoder(StreamEncoder&&) noexcept;
    StreamEncoder& operator=(StreamEncoder&&) noexcept;

    // What the client can read the whole of `text` from, together with what was returned before.
    std::string add(std::string_view text);

    // The end of the stream; nothing can be added any more.
    std::string finish();

    class Method;

private:
    std::unique_ptr<Method> method_;
};

}  // namespace broadsheet::http
