// How the lines of a text are laid out, and so where its paragraphs begin.
#pragma once

#include <cstddef>

#include "corpus/lines.h"

namespace broadsheet {

// What the lines of a text look like as a whole.
struct Layout {
    bool wrapped = false;      // lines go on in the next
    bool blank_lines = false;  // between others
    bool indented = false;     // some line stands further in than others
    std::size_t margin = 0;    // the least indentation
    std::size_t width = 0;     // nine of ten lines are at most that long, in characters
};

// `text` stands at its begin.
Layout layout_of(const LineReader& text);

// True for a line that stands at least two columns further in than `margin`.
bool begins_further_in(const Line& line, std::size_t margin);

// True when `line`, which is not blank, begins a paragraph although no blank line need stand before it.
// `previous` is the line before, blank at the text's begin.
bool begins_paragraph(const Layout& layout, const Line& previous, const Line& line);

}  // namespace broadsheet
