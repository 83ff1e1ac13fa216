#include "corpus/layout.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace broadsheet {

namespace {

bool ends_sentence(std::string_view line) {
    while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')'))
        line.remove_suffix(1);
    for (const std::string_view quote : {"\u201d", "\u2019"}) {
        if (line.ends_with(quote)) line.remove_suffix(quote.size());
    }
    return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

// True when the line could have held the first word of the next.
bool ends_early(const Line& line, const Line& next, std::size_t width) {
    const std::size_t word = std::min(next.text.find(' '), next.text.size());
    return (line.indent + line.length() + 1 + word) * 10 < width * 9;
}

bool has_adjacent_lines(LineReader reader) {
    bool after_text = false;
    for (Line line; reader.next(line); after_text = !line.text.empty()) {
        if (after_text && !line.text.empty()) return true;
    }
    return false;
}

}  // namespace

bool begins_further_in(const Line& line, std::size_t margin) {
    return line.indent >= margin + 2;
}

Layout layout_of(const LineReader& text) {
    // Only what joins lines needs to know more.
    if (!has_adjacent_lines(text)) return {};
    constexpr std::size_t longest = 512;
    std::array<std::uint32_t, longest + 1> lengths{};
    Layout layout;
    layout.margin = longest;
    std::size_t lines = 0;
    std::size_t deepest = 0;
    bool after_blank = false;
    LineReader reader = text;
    for (Line line; reader.next(line);) {
        if (line.text.empty()) {
            after_blank = lines > 0;
            continue;
        }
        layout.blank_lines = layout.blank_lines || after_blank;
        after_blank = false;
        ++lines;
        ++lengths[std::min(line.indent + line.length(), longest)];
        layout.margin = std::min(layout.margin, line.indent);
        deepest = std::max(deepest, line.indent);
    }
    layout.indented = deepest >= layout.margin + 2;

    const auto share = [&](std::size_t percent) {
        std::size_t seen = 0;
        std::size_t length = 0;
        while (length < longest && (seen + lengths[length]) * 100 < lines * percent)
            seen += lengths[length++];
        return length;
    };
    layout.width = share(90);
    if (share(50) > 120 || layout.width > 200) return layout;

    std::size_t breaks = 0;
    std::size_t meant = 0;  // line breaks that say something
    LineReader again = text;
    Line previous;
    for (Line line; again.next(line); previous = line) {
        if (line.text.empty() || previous.text.empty()) continue;
        if (!layout.blank_lines && begins_further_in(line, layout.margin)) continue;
        ++breaks;
        if (ends_sentence(previous.text) || ends_early(previous, line, layout.width)) ++meant;
    }
    layout.wrapped = meant * 2 < breaks || (breaks == 0 && layout.indented);
    return layout;
}

bool begins_paragraph(const Layout& layout, const Line& previous, const Line& line) {
    if (!layout.wrapped) return true;
    if (layout.blank_lines) return false;
    if (layout.indented) return begins_further_in(line, layout.margin);
    return ends_sentence(previous.text) && ends_early(previous, line, layout.width);
}

}  // namespace broadsheet
