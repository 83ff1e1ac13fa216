// Numbers and texts in byte strings: LEB128 varints, and texts with their length in front.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/error.h"

namespace broadsheet {

inline void put_varint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

inline void put_text(std::string& out, std::string_view text) {
    put_varint(out, text.size());
    out += text;
}

// Reads what the functions above wrote. Every call throws Error(index_damaged) past the end.
class ByteReader {
public:
    // `what` names the thing that is read, for the error.
    ByteReader(std::string_view bytes, std::string_view what) : rest_(bytes), what_(what) {}

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) damaged();
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        damaged();
    }

    std::string_view bytes(std::uint64_t size) {
        if (size > rest_.size()) damaged();
        const std::string_view result = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return result;
    }

    std::string_view text() { return bytes(varint()); }

    bool at_end() const { return rest_.empty(); }

    [[noreturn]] void damaged() const {
        throw Error(ErrorCode::index_damaged, std::string(what_) + " is damaged", "run indexer check");
    }

private:
    std::string_view rest_;
    std::string_view what_;
};

}  // namespace broadsheet
