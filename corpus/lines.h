// The lines of a text in memory.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

struct Line {
    std::string_view text;   // without blanks, no-break and ideographic ones too, and tabs at its ends
    std::size_t indent = 0;  // in columns, a tab counting as four

    // Of `text` in characters, those in its first 512 bytes only: what is longer is just long.
    std::size_t length() const;
};

// Line breaks are LF, CR LF, CR, vertical tab and U+2028; a form feed and U+2029 stand for a blank line.
class LineReader {
public:
    // The text must outlive the reader, its copies and its lines.
    explicit LineReader(std::string_view text);

    // False at the end of the text. A break at the very end begins no further line.
    bool next(Line& line);
    // What next() has not passed yet.
    std::string_view rest() const { return rest_; }

private:
    std::size_t find_break(std::size_t& length);

    std::string_view rest_;
    bool plain_;          // no other breaks than LF
    bool extra_ = false;  // a blank line is due
};

}  // namespace broadsheet
