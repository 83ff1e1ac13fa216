// Which of the 256 bytes are meant. Looking for any of several characters with the standard library costs a
// search for each byte that is passed.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace broadsheet {

class ByteSet {
public:
    explicit constexpr ByteSet(std::string_view bytes) {
        for (const char c : bytes)
            has_[static_cast<unsigned char>(c)] = true;
    }

    constexpr bool contains(char c) const { return has_[static_cast<unsigned char>(c)]; }

    // Where the first one of `text` is; npos where it has none.
    constexpr std::size_t find_in(std::string_view text) const {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (contains(text[at])) return at;
        }
        return std::string_view::npos;
    }

private:
    std::array<bool, 256> has_{};
};

}  // namespace broadsheet
