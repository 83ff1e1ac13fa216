#include "corpus/xml/blocks.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "corpus/normalise.h"
#include "corpus/references.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 57> block_names{
    "abstract",   "address",   "article", "aside",  "blockquote", "block",  "body",   "body.content",
    "body.end",   "body.head", "bq",      "byline", "caption",    "center", "credit", "datasource",
    "dateline",   "dd",        "details", "dialog", "div",        "dl",     "dt",     "fieldset",
    "figcaption", "figure",    "footer",  "form",   "h1",         "h2",     "h3",     "h4",
    "h5",         "h6",        "header",  "hl1",    "hl2",        "hl3",    "hr",     "html",
    "inlineXML",  "li",        "main",    "nav",    "note",       "ol",     "p",      "para",
    "pre",        "section",   "summary", "table",  "tagline",    "tbody",  "td",     "tr",
    "ul"};

constexpr std::array<std::string_view, 34> dropped_names{
    "applet",   "audio",  "button",   "canvas",        "embed",  "figcaption", "figure",
    "fn",       "form",   "frame",    "head",          "iframe", "img",        "input",
    "map",      "math",   "media",    "media-caption", "nav",    "noembed",    "noframes",
    "noscript", "object", "option",   "picture",       "script", "select",     "source",
    "style",    "svg",    "template", "textarea",      "track",  "video"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// A blank line with text before and after it.
bool has_blank_line(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
        if (next != std::string_view::npos && text[next] == '\n') return true;
    }
    return false;
}

// Collects blocks and hands each over normalised.
class Blocks {
public:
    explicit Blocks(bool wire) : wire_(wire) {}

    void text(std::string_view text, bool as_it_is) {
        if (as_it_is || (wire_ && has_blank_line(text))) {
            block_ += text;
            return;
        }
        // Line breaks of the source are blanks; only <br> and <pre> break lines.
        for (const char c : text) {
            const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!blank) {
                block_ += c;
            } else if (!block_.empty() && block_.back() != ' ' && block_.back() != '\n') {
                block_ += ' ';
            }
        }
    }

    void line_break() {
        while (block_.ends_with(' '))
            block_.pop_back();
        block_ += '\n';
    }

    void end() {
        if (block_.find('&') != std::string::npos && has_left_references(block_))
            block_ = without_references(block_);
        if (block_.find('\n') == std::string::npos) {
            append_body(body_, normalise_line(block_));
        } else {
            append_body(body_, normalise_body(block_, wire_ ? Paragraphs::indented : Paragraphs::detect));
        }
        block_.clear();
    }

    std::string take() {
        end();
        return std::move(body_);
    }

private:
    bool wire_;
    std::string block_;
    std::string body_;
};

bool is_pre(const xmlNode& node) {
    return XmlNode(&node).name() == "pre";
}

}  // namespace

bool is_no_text(XmlNode element) {
    if (among(dropped_names, element.name())) return true;
    return element.attribute("hidden") == "hidden" || element.attribute("aria-hidden") == "true";
}

namespace {

std::string collect(XmlNode element, const LeftOut& left_out, bool wire) {
    Blocks blocks(wire);
    const xmlNode* const top = element.get();
    const xmlNode* node = top == nullptr ? nullptr : top->children;
    int pre = top != nullptr && is_pre(*top) ? 1 : 0;
    const auto is_block = [](const xmlNode& at) { return among(block_names, XmlNode(&at).name()); };
    while (node != nullptr) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            blocks.text(reinterpret_cast<const char*>(node->content), pre > 0);
        } else if (node->type == XML_ELEMENT_NODE && !left_out(XmlNode(node))) {
            const std::string_view name = XmlNode(node).name();
            if (name == "br") blocks.line_break();
            if (is_block(*node)) {
                // Cells of one row stand side by side.
                if (name == "td") {
                    blocks.text(" ", false);
                } else {
                    blocks.end();
                }
            }
            if (node->children != nullptr) {
                if (is_pre(*node)) ++pre;
                node = node->children;
                continue;
            }
        }
        while (node->next == nullptr) {
            node = node->parent;
            if (node == top) return blocks.take();
            if (is_block(*node) && XmlNode(node).name() != "td") blocks.end();
            if (is_pre(*node)) --pre;
        }
        node = node->next;
    }
    return blocks.take();
}

}  // namespace

std::string body_of(XmlNode element, const LeftOut& left_out) {
    return collect(element, left_out, false);
}

std::string body_of_wire(XmlNode element, const LeftOut& left_out) {
    return collect(element, left_out, true);
}

void append_body(std::string& body, const std::string& more) {
    if (!body.empty() && !more.empty()) body += "\n\n";
    body += more;
}

}  // namespace broadsheet
