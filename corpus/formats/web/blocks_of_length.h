// Blocks whose length stands before them, and may be wrong.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "corpus/input.h"

namespace broadsheet {

struct LengthBlock {
    std::string_view bytes;  // in the input's window; the caller consumes them
    bool too_large = false;  // passed over, bytes is empty
    bool cut_off = false;    // the input ended first
};

// The block of `length` bytes at the input's begin. Behind it come line breaks and then the end, or something
// for which `begins(rest)` is true; where that is not so, the block ends before the first line for which it
// is, or at the end. Only the first `largest` bytes are looked at.
template <typename Begins>
LengthBlock block_of_length(Input& input, std::uint64_t length, std::uint64_t largest, Begins&& begins) {
    constexpr std::size_t lookahead = 4096;
    LengthBlock block;
    if (length > largest) {
        block.too_large = true;
        while (length > 0) {
            if (input.window().empty() && !input.more()) {
                block.cut_off = true;
                return block;
            }
            const auto step =
                static_cast<std::size_t>(std::min<std::uint64_t>(length, input.window().size()));
            input.consume(step);
            length -= step;
        }
        return block;
    }
    const auto size = static_cast<std::size_t>(length);
    std::string_view window = input.peek(size + lookahead);
    const auto goes_on_at = [&](std::size_t at) {
        const std::size_t next = window.find_first_not_of("\r\n", at);
        return next == std::string_view::npos || begins(window.substr(next));
    };
    if (size <= window.size() && goes_on_at(size)) {
        block.bytes = window.substr(0, size);
        return block;
    }
    // No more is read than it takes to find the next one.
    for (std::size_t at = 0;;) {
        const std::size_t line = window.find('\n', at);
        if (line == std::string_view::npos || window.size() < line + lookahead) {
            if (window.size() < largest && input.more()) {
                window = input.window();
                continue;
            }
            if (line == std::string_view::npos) break;
        }
        at = line + 1;
        if (!begins(window.substr(at))) continue;
        block.bytes = window.substr(0, at);
        while (block.bytes.ends_with('\n') || block.bytes.ends_with('\r'))
            block.bytes.remove_suffix(1);
        return block;
    }
    block.cut_off = size > window.size();
    block.bytes = window;
    return block;
}

}  // namespace broadsheet
