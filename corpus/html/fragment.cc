#include "corpus/html/fragment.h"

#include <algorithm>
#include <array>

#include "corpus/normalise.h"
#include "corpus/references.h"
#include "corpus/xml/blocks.h"
#include "corpus/xml/tree.h"

namespace broadsheet {

namespace {

bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// The position of the next tag or comment.
std::size_t find_tag(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('<', from); at != std::string_view::npos; at = text.find('<', at + 1)) {
        if (at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '/' || text[at + 1] == '!'))
            return at;
    }
    return std::string_view::npos;
}

std::string plain_body(std::string_view text) {
    if (text.find('&') == std::string_view::npos) return normalise_body(text);
    return normalise_body(without_references(text));
}

// Content systems store text whose paragraphs become elements only when they are shown.
bool paragraphs_are_lines(std::string_view html) {
    const bool blank_lines =
        html.find("\n\n") != std::string_view::npos || html.find("\n\r\n") != std::string_view::npos;
    const auto has = [&](std::string_view tag) { return html.find(tag) != std::string_view::npos; };
    return blank_lines && !has("<p>") && !has("<p ") && !has("<P>") && !has("<P ") && !has("<br") &&
           !has("<BR");
}

std::string with_paragraph_tags(std::string_view html) {
    std::string marked;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] == '\r') continue;
        marked += html[at] == '\n' && marked.ends_with('\n') ? std::string_view("<p>") : html.substr(at, 1);
    }
    return marked;
}

}  // namespace

bool looks_like_html(std::string_view text) {
    constexpr std::array<std::string_view, 12> telling{"p>",   "p ",   "br>", "br/>", "br ",     "a href",
                                                       "div>", "div ", "ul>", "img ", "strong>", "em>"};
    const std::string_view looked_at = text.substr(0, std::size_t{64} << 10);
    for (std::size_t at = find_tag(looked_at, 0); at != std::string_view::npos;
         at = find_tag(looked_at, at + 1)) {
        std::string_view tag = looked_at.substr(at + 1, 8);
        const bool closing = tag.starts_with('/');
        if (closing) tag.remove_prefix(1);
        std::string small(tag);
        for (char& c : small)
            c = is_letter(c) ? static_cast<char>(c | 0x20) : c;
        if (closing && small.find('>') != std::string::npos) return true;
        if (std::any_of(telling.begin(), telling.end(),
                        [&](std::string_view sign) { return small.starts_with(sign); }))
            return true;
    }
    return false;
}

std::string without_tags(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const std::size_t tag = std::min(find_tag(text, 0), text.size());
        plain += text.substr(0, tag);
        plain += ' ';
        text.remove_prefix(tag);
        const std::size_t end = text.find('>');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return plain;
}

std::string body_of_html(std::string_view html) {
    if (find_tag(html, 0) == std::string_view::npos) return plain_body(html);
    std::string problem;
    std::string marked;
    if (paragraphs_are_lines(html)) {
        marked = with_paragraph_tags(html);
        html = marked;
    }
    const std::optional<XmlTree> tree = XmlTree::of_html(html, problem);
    return tree ? body_of(tree->root()) : plain_body(without_tags(html));
}

std::string line_of_html(std::string_view html) {
    // Titles speak of "<" more often than they hold a tag.
    const bool marked_up = find_tag(html, 0) != std::string_view::npos && looks_like_html(html);
    std::string bare;
    if (marked_up) bare = without_tags(html);
    const std::string_view plain = marked_up ? std::string_view(bare) : html;
    if (plain.find('&') == std::string_view::npos) return normalise_line(plain);
    return normalise_line(without_references(without_references(plain)));
}

}  // namespace broadsheet
