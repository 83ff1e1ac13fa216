#include "corpus/html/left_out.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/html/blocks.h"
#include "corpus/html/naming.h"

namespace broadsheet {

namespace {

constexpr std::uint32_t running_text = 60;  // the least size of a text that is likely a paragraph's
constexpr double most_of_it = 0.6;

template <typename T, std::size_t N>
bool among(const std::array<T, N>& values, T value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

// The size of running text before each node.
std::vector<std::uint32_t> running_text_before(const HtmlDocument& document) {
    std::vector<std::uint32_t> before(document.size() + 1);
    std::uint32_t sum = 0;
    for (NodeId node = 0; node < document.size();) {
        before[node] = sum;
        if (is_invisible(document.tag(node))) {
            for (const NodeId end = document.end(node); node < end; ++node)
                before[node] = sum;
            continue;
        }
        if (document.is_text(node) && document.tag(document.parent(node)) != GUMBO_TAG_A) {
            const std::uint32_t size = text_size(document.text(node));
            if (size >= running_text) sum += size;
        }
        ++node;
    }
    before[document.size()] = sum;
    return before;
}

bool is_hidden(const HtmlDocument& document, NodeId node) {
    if (document.has_attribute(node, "hidden")) return true;
    std::string style;
    for (const char c : document.attribute(node, "style").substr(0, 1024)) {
        if (c != ' ') style += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

bool has_role_apart(const HtmlDocument& document, NodeId node) {
    constexpr std::array<std::string_view, 14> apart{
        "navigation", "complementary", "contentinfo", "search", "dialog",  "alertdialog", "alert",
        "menu",       "menubar",       "toolbar",     "banner", "tooltip", "button",      "note"};
    return among(apart, document.attribute(node, "role"));
}

bool is_apart(GumboTag tag) {
    constexpr std::array<GumboTag, 7> apart{GUMBO_TAG_NAV,     GUMBO_TAG_FOOTER,     GUMBO_TAG_ASIDE,
                                            GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FORM,
                                            GUMBO_TAG_FIELDSET};
    return among(apart, tag);
}

bool may_be_named_apart(GumboTag tag) {
    constexpr std::array<GumboTag, 9> never{GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_HTML,    GUMBO_TAG_BODY,
                                            GUMBO_TAG_MAIN,       GUMBO_TAG_ARTICLE, GUMBO_TAG_A,
                                            GUMBO_TAG_EM,         GUMBO_TAG_STRONG,  GUMBO_TAG_B};
    return !among(never, tag);
}

}  // namespace

std::vector<std::uint8_t> left_out(const HtmlDocument& document, Strictness strictness) {
    const std::vector<std::uint32_t> before = running_text_before(document);
    const double whole = before.back();
    std::vector<std::uint8_t> out(document.size());
    for (NodeId node = 0; node < document.size(); ++node) {
        const GumboTag tag = document.tag(node);
        if (document.is_text(node)) continue;
        if (is_invisible(tag)) {
            out[node] = 1;
            continue;
        }
        if (strictness == Strictness::nothing) continue;
        const double held = before[document.end(node)] - before[node];
        const bool most = held > most_of_it * whole && held > 0;
        if (most) continue;
        if (is_apart(tag) || is_hidden(document, node) || has_role_apart(document, node)) {
            out[node] = 1;
        } else if (strictness == Strictness::all && may_be_named_apart(tag)) {
            const Naming naming =
                naming_of(document.attribute(node, "class")) | naming_of(document.attribute(node, "id"));
            const bool paragraph = tag == GUMBO_TAG_P && held > 0;
            if ((naming.apart && !naming.content) || naming.hidden ||
                (naming.small && !paragraph && held < 400))
                out[node] = 1;
        }
    }
    return out;
}

}  // namespace broadsheet
