#include "corpus/html/document.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdint>
#include <ctime>

#include "corpus/html/guard.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_memory = std::size_t{768} << 20;

constexpr std::int64_t most_seconds = 10;

std::int64_t processor_seconds() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec;
}

struct Parsing {
    Arena* memory;
    std::int64_t deadline;  // in processor_seconds()
    std::uint64_t pieces;
    std::jmp_buf given_up;
};

// The parser asks for memory at every tag, so this is the place to stop it: guard.h only estimates what a
// page asks for. The parser does not check what it is given, so there is no way back but over its head.
void* allocate(void* data, std::size_t size) {
    auto* const parsing = static_cast<Parsing*>(data);
    constexpr std::uint64_t pieces_between_looks = 1024;
    const bool late =
        ++parsing->pieces % pieces_between_looks == 0 && processor_seconds() > parsing->deadline;
    void* const memory = late ? nullptr : parsing->memory->allocate(size);
    if (memory == nullptr) std::longjmp(parsing->given_up, 1);
    return memory;
}

void deallocate(void*, void*) {}

// Null when it takes too much memory or time. Holds nothing that has a destructor, and no C++ frame lies
// between setjmp and longjmp.
const GumboOutput* parse_into(Arena& memory, std::string_view text) {
    Parsing parsing{&memory, processor_seconds() + most_seconds, 0, {}};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = &parsing;
    options.max_errors = 0;
    if (setjmp(parsing.given_up) != 0) return nullptr;
    return gumbo_parse_with_options(&options, text.data(), text.size());
}

template <std::size_t N>
bool among(const std::array<GumboTag, N>& tags, GumboTag tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool has_children(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text_node(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

}  // namespace

std::optional<HtmlDocument> HtmlDocument::parse(std::string_view text, std::string& problem) {
    if (const std::string_view reason = reason_to_refuse(text); !reason.empty()) {
        problem = reason;
        return std::nullopt;
    }
    HtmlDocument document;
    document.memory_ = std::make_unique<Arena>(most_memory);
    const GumboOutput* const output = parse_into(*document.memory_, text);
    if (output == nullptr) {
        problem = "HTML takes too much memory or time";
        return std::nullopt;
    }
    document.nodes_.reserve(text.size() / 32);
    document.copy(output->root);
    return document;
}

void HtmlDocument::copy(const GumboNode* root) {
    struct Open {
        const GumboNode* node;
        NodeId id;
        unsigned next;
    };
    std::vector<Open> open;
    const auto add = [&](const GumboNode& node, NodeId parent) {
        const NodeId id = size();
        if (is_text_node(node)) {
            nodes_.push_back({parent, id + 1, GUMBO_TAG_LAST, 0, nullptr, node.v.text.text});
        } else if (has_children(node)) {
            const GumboVector& attributes = node.v.element.attributes;
            nodes_.push_back({parent,
                              id + 1,
                              node.v.element.tag,
                              attributes.length,
                              reinterpret_cast<const GumboAttribute* const*>(attributes.data),
                              {}});
            open.push_back({&node, id, 0});
        }
    };
    add(*root, no_node);
    while (!open.empty()) {
        const GumboVector& children = open.back().node->v.element.children;
        if (open.back().next < children.length) {
            const auto* const child = static_cast<const GumboNode*>(children.data[open.back().next++]);
            add(*child, open.back().id);
        } else {
            nodes_[open.back().id].end = size();
            open.pop_back();
        }
    }
}

const GumboAttribute* HtmlDocument::find(NodeId node, std::string_view name) const {
    const Node& element = nodes_[node];
    for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
        if (element.attributes[i]->name == name) return element.attributes[i];
    }
    return nullptr;
}

std::string_view HtmlDocument::attribute(NodeId node, std::string_view name) const {
    const GumboAttribute* const found = find(node, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool HtmlDocument::has_attribute(NodeId node, std::string_view name) const {
    return find(node, name) != nullptr;
}

std::string HtmlDocument::line(NodeId node, std::size_t most) const {
    std::string text;
    std::size_t nodes = 0;
    for (NodeId at = node; at < end(node) && text.size() < most && nodes < most; ++nodes) {
        if (is_text(at)) {
            text += this->text(at);
        } else if (is_invisible(tag(at)) && at != node) {
            at = end(at);
            continue;
        } else if (is_block(tag(at)) || tag(at) == GUMBO_TAG_BR) {
            text += ' ';
        }
        ++at;
    }
    return normalise_line(text);
}

std::string HtmlDocument::raw_text(NodeId node) const {
    std::string text;
    for (NodeId at = node; at < end(node); ++at)
        text += nodes_[at].text;
    return text;
}

NodeId HtmlDocument::first(GumboTag wanted, NodeId from) const {
    for (NodeId at = from; at < size(); ++at) {
        if (tag(at) == wanted) return at;
    }
    return no_node;
}

bool is_block(GumboTag tag) {
    constexpr std::array<GumboTag, 46> blocks{
        GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
        GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,    GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
        GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
        GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,  GUMBO_TAG_H1,         GUMBO_TAG_H2,
        GUMBO_TAG_H3,      GUMBO_TAG_H4,      GUMBO_TAG_H5,    GUMBO_TAG_H6,         GUMBO_TAG_HEADER,
        GUMBO_TAG_HGROUP,  GUMBO_TAG_HR,      GUMBO_TAG_HTML,  GUMBO_TAG_LI,         GUMBO_TAG_MAIN,
        GUMBO_TAG_MENU,    GUMBO_TAG_NAV,     GUMBO_TAG_OL,    GUMBO_TAG_P,          GUMBO_TAG_PRE,
        GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE, GUMBO_TAG_TBODY,      GUMBO_TAG_TD,
        GUMBO_TAG_TFOOT,   GUMBO_TAG_TH,      GUMBO_TAG_THEAD, GUMBO_TAG_TR,         GUMBO_TAG_UL,
        GUMBO_TAG_LEGEND};
    return among(blocks, tag);
}

bool is_invisible(GumboTag tag) {
    constexpr std::array<GumboTag, 26> invisible{
        GUMBO_TAG_APPLET,  GUMBO_TAG_AUDIO,    GUMBO_TAG_BUTTON,   GUMBO_TAG_CANVAS,   GUMBO_TAG_EMBED,
        GUMBO_TAG_FRAME,   GUMBO_TAG_FRAMESET, GUMBO_TAG_HEAD,     GUMBO_TAG_IFRAME,   GUMBO_TAG_INPUT,
        GUMBO_TAG_MAP,     GUMBO_TAG_MATH,     GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOSCRIPT,
        GUMBO_TAG_OBJECT,  GUMBO_TAG_OPTION,   GUMBO_TAG_SCRIPT,   GUMBO_TAG_SELECT,   GUMBO_TAG_STYLE,
        GUMBO_TAG_SVG,     GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE,    GUMBO_TAG_VIDEO,
        GUMBO_TAG_PROGRESS};
    return among(invisible, tag);
}

}  // namespace broadsheet
