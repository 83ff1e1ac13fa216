// One record after another out of an Input, in bounded memory.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/input.h"

namespace broadsheet {

enum class RecordState {
    whole,      // the record's end was found
    too_large,  // and its bytes were passed over
    cut_off,    // the input ended first; the bytes are those up to there
    none,       // the input was at its end already
};

struct Record {
    RecordState state;
    std::string_view bytes;  // in the input's window; empty when too_large
};

inline constexpr std::size_t not_yet = static_cast<std::size_t>(-1);

// Reads one record and consumes nothing of it unless it is too large: the caller consumes
// record.bytes.size().
//
// `find_end(bytes, seen)` looks for the record's end: `bytes` begins with the record, or, once that has
// become too large, with some later part of it; the first `seen` of them were shown before, and at least
// `overlap` of these remain. It returns the number of bytes up to and with the end, or not_yet.
template <typename FindEnd>
Record next_record(Input& input, std::uint64_t largest, FindEnd&& find_end) {
    constexpr std::size_t overlap = 32;
    if (input.window().empty() && !input.more()) return {RecordState::none, {}};
    std::size_t seen = 0;
    bool too_large = false;
    for (;;) {
        const std::string_view bytes = input.window();
        const std::size_t end = find_end(bytes, seen);
        if (end != not_yet && (too_large || end > largest)) {
            input.consume(end);
            return {RecordState::too_large, {}};
        }
        if (end != not_yet) return {RecordState::whole, bytes.substr(0, end)};
        seen = bytes.size();
        too_large = too_large || seen > largest;
        if (too_large && seen > overlap) {
            input.consume(seen - overlap);
            seen = overlap;
        }
        if (!input.more()) {
            const std::string_view rest = input.window();
            if (!too_large) return {RecordState::cut_off, rest};
            input.consume(rest.size());
            return {RecordState::too_large, {}};
        }
    }
}

// A line with its end, as `find_end` of next_record(), and a line without it.
inline std::size_t end_of_line(std::string_view bytes, std::size_t seen) {
    const std::size_t found = bytes.find('\n', seen);
    return found == std::string_view::npos ? not_yet : found + 1;
}

inline std::string_view without_line_end(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace broadsheet
