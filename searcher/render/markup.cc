#include "searcher/render/markup.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr std::string_view bold_on = "\033[1m";
constexpr std::string_view faint_on = "\033[2m";
constexpr std::string_view style_off = "\033[0m";

void append_escaped(std::string& html, char c) {
    switch (c) {
        case '&':
            html += "&amp;";
            return;
        case '<':
            html += "&lt;";
            return;
        case '>':
            html += "&gt;";
            return;
        case '"':
            html += "&quot;";
            return;
        case '\'':
            html += "&#39;";
            return;
        default:
            html += c;
    }
}

// Bytes [begin, end) with the marks in them in bold.
std::string bold_marks(const MarkedText& text, std::size_t begin, std::size_t end, const Style& style) {
    std::string result;
    std::size_t at = begin;
    const std::string_view all = text.text;
    for (const query::Range& mark : text.marks) {
        const std::size_t from = std::max<std::size_t>(mark.begin, at);
        const std::size_t to = std::min<std::size_t>(mark.end, end);
        if (from >= to) continue;
        result += printable(all.substr(at, from - at));
        result += style.bold(all.substr(from, to - from));
        at = to;
    }
    return result + printable(all.substr(at, end - at));
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string html;
    for (const char c : text)
        append_escaped(html, c);
    return html;
}

std::string html_marked(const MarkedText& text) {
    std::string html;
    std::size_t at = 0;
    const std::string_view all = text.text;
    for (const query::Range& mark : text.marks) {
        html += html_escaped(all.substr(at, mark.begin - at));
        html += "<em>" + html_escaped(all.substr(mark.begin, mark.end - mark.begin)) + "</em>";
        at = mark.end;
    }
    return html + html_escaped(all.substr(at));
}

std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool c1_control = byte == 0xc2 && next >= 0x80 && next < 0xa0;
        if (c1_control) ++i;
        const bool control = c1_control || byte < 0x20 || byte == 0x7f;
        result += control ? ' ' : text[i];
    }
    return result;
}

std::string Style::bold(std::string_view text) const {
    if (!colour) return printable(text);
    return std::string(bold_on) + printable(text) + std::string(style_off);
}

std::string Style::faint(std::string_view text) const {
    if (!colour) return printable(text);
    return std::string(faint_on) + printable(text) + std::string(style_off);
}

std::string wrapped(const MarkedText& text, std::size_t width, std::size_t indent, const Style& style) {
    const std::string_view all = text.text;
    const std::string margin(indent, ' ');
    std::string result;
    std::size_t line = 0;
    std::size_t line_end = 0;  // behind the last word that fits
    std::size_t at = 0;
    while (at < all.size()) {
        const std::size_t word_end = std::min(all.find(' ', at), all.size());
        if (line_end > line && indent + characters(all.substr(line, word_end - line)) > width) {
            result += margin + bold_marks(text, line, line_end, style) + '\n';
            line = at;
        }
        line_end = word_end;
        at = word_end + 1;
    }
    if (line_end > line) result += margin + bold_marks(text, line, line_end, style) + '\n';
    return result;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace broadsheet
