#include "corpus/lines.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace broadsheet {

namespace {

constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view ideographic_space = "\u3000";

bool only_line_feeds(std::string_view text) {
    // One after the other: the library's searches are much faster than a loop over all of them.
    for (const char c : {'\r', '\v', '\f'}) {
        if (text.find(c) != std::string_view::npos) return false;
    }
    return text.find("\u2028") == std::string_view::npos && text.find("\u2029") == std::string_view::npos;
}

}  // namespace

std::size_t Line::length() const {
    const std::string_view counted = text.substr(0, 512);
    std::size_t length = counted.size();
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= counted.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, counted.data() + at, sizeof(bytes));
        // Bytes that go on with a character have the top bit and not the one below.
        length -= static_cast<std::size_t>(std::popcount((bytes >> 7) & ~(bytes >> 6) & 0x0101010101010101U));
    }
    for (; at < counted.size(); ++at) {
        if ((static_cast<unsigned char>(counted[at]) & 0xc0) == 0x80) --length;
    }
    return length;
}

LineReader::LineReader(std::string_view text) : rest_(text), plain_(only_line_feeds(text)) {}

std::size_t LineReader::find_break(std::size_t& length) {
    length = 1;
    if (plain_) return rest_.find('\n');
    for (std::size_t at = 0; at < rest_.size(); ++at) {
        const auto byte = static_cast<unsigned char>(rest_[at]);
        if (byte >= '\n' && byte <= '\r') {  // LF, vertical tab, form feed, CR
            if (rest_.substr(at, 2) == "\r\n") length = 2;
            extra_ = byte == '\f';
            return at;
        }
        if (byte == 0xe2 && at + 2 < rest_.size() && rest_[at + 1] == '\x80') {
            const auto third = static_cast<unsigned char>(rest_[at + 2]);
            if (third != 0xa8 && third != 0xa9) continue;
            length = 3;
            extra_ = third == 0xa9;
            return at;
        }
    }
    return std::string_view::npos;
}

bool LineReader::next(Line& line) {
    line = Line{};
    if (extra_) {
        extra_ = false;
        return true;
    }
    if (rest_.empty()) return false;
    std::size_t length = 0;
    const std::size_t end = find_break(length);
    std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + length);

    while (!text.empty()) {
        if (text.front() == ' ' || text.front() == '\t') {
            line.indent += text.front() == '\t' ? 4 : 1;
            text.remove_prefix(1);
        } else if (text.starts_with(no_break_space) || text.starts_with(ideographic_space)) {
            line.indent += text.starts_with(no_break_space) ? 1 : 2;
            text.remove_prefix(text.starts_with(no_break_space) ? no_break_space.size()
                                                                : ideographic_space.size());
        } else {
            break;
        }
    }
    while (!text.empty()) {
        if (text.back() == ' ' || text.back() == '\t') {
            text.remove_suffix(1);
        } else if (text.ends_with(no_break_space) || text.ends_with(ideographic_space)) {
            text.remove_suffix(text.ends_with(no_break_space) ? no_break_space.size()
                                                              : ideographic_space.size());
        } else {
            break;
        }
    }
    line.text = text;
    return true;
}

}  // namespace broadsheet
