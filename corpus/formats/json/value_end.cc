#include "corpus/formats/json/value_end.h"

#include <array>

namespace broadsheet {

namespace {

enum class Mark : unsigned char {
    none,
    quote,
    open,
    close,
    end
};  // end: of a bare value, besides a closing bracket

constexpr std::array<Mark, 256> marks = [] {
    std::array<Mark, 256> table{};
    table['"'] = Mark::quote;
    table['{'] = table['['] = Mark::open;
    table['}'] = table[']'] = Mark::close;
    for (const unsigned char byte : {',', ':', ' ', '\t', '\r', '\n'})
        table[byte] = Mark::end;
    return table;
}();

Mark mark_at(std::string_view bytes, std::size_t at) {
    return marks[static_cast<unsigned char>(bytes[at])];
}

}  // namespace

// Goes to the byte after the closing quote, or to the end of the bytes.
std::size_t JsonValueEnd::skip_string(std::string_view bytes, std::size_t at) {
    if (escaped_ && at < bytes.size()) {
        escaped_ = false;
        ++at;
    }
    for (; at < bytes.size(); ++at) {
        if (bytes[at] == '"') {
            in_string_ = false;
            return at + 1;
        }
        if (bytes[at] == '\\' && ++at == bytes.size()) {
            escaped_ = true;
            break;
        }
    }
    return bytes.size();
}

std::size_t JsonValueEnd::operator()(std::string_view bytes, std::size_t seen) {
    std::size_t at = seen;
    if (kind_ == Kind::unknown && at < bytes.size()) {
        const Mark mark = mark_at(bytes, at);
        kind_ = mark == Mark::open ? Kind::nested : mark == Mark::quote ? Kind::string : Kind::bare;
    }
    while (at < bytes.size()) {
        if (in_string_) {
            at = skip_string(bytes, at);
            if (!in_string_ && kind_ == Kind::string) return at;
            continue;
        }
        const Mark mark = mark_at(bytes, at);
        if (kind_ == Kind::bare) {
            if (mark != Mark::none) return at;
        } else if (mark == Mark::quote) {
            in_string_ = true;
        } else if (mark == Mark::open) {
            ++depth_;
        } else if (mark == Mark::close && --depth_ == 0) {
            return at + 1;
        }
        ++at;
    }
    return not_yet;
}

}  // namespace broadsheet
