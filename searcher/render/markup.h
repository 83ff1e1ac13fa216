// Marked text for its reader: HTML or a terminal.
#pragma once

#include <string>
#include <string_view>

#include "searcher/highlight/highlighter.h"

namespace broadsheet {

// & < > " ' as entities.
std::string html_escaped(std::string_view text);

// Escaped, with <em> around the marks.
std::string html_marked(const MarkedText& text);

// Without control characters, which could steer a terminal.
std::string printable(std::string_view text);

// How text looks on the terminal, or nothing at all where colour is not wanted.
struct Style {
    bool colour = false;

    std::string bold(std::string_view text) const;
    std::string faint(std::string_view text) const;
};

// Lines of at most `width` characters (longer words stay whole), each behind `indent` blanks and ended by a
// line break, with the marks in bold.
std::string wrapped(const MarkedText& text, std::size_t width, std::size_t indent, const Style& style);

// Characters, for layout: UTF-8 without its continuation bytes.
std::size_t characters(std::string_view text);

}  // namespace broadsheet
