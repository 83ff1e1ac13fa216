// A web page in memory: what the HTML5 algorithm makes of it, in document order.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/html/arena.h"

namespace broadsheet {

// Nodes are numbered in document order, the root is 0; below node n are n + 1 to end(n) - 1, and the first of
// them is its first child.
using NodeId = std::uint32_t;
inline constexpr NodeId no_node = ~NodeId{0};

class HtmlDocument {
public:
    // `text` is valid UTF-8. Nothing when it asks for too much (guard.h); then `problem` says what.
    static std::optional<HtmlDocument> parse(std::string_view text, std::string& problem);

    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    NodeId parent(NodeId node) const { return nodes_[node].parent; }
    NodeId end(NodeId node) const { return nodes_[node].end; }

    // Of elements that HTML does not know: GUMBO_TAG_UNKNOWN. Of text: GUMBO_TAG_LAST.
    GumboTag tag(NodeId node) const { return nodes_[node].tag; }
    bool is_text(NodeId node) const { return nodes_[node].tag == GUMBO_TAG_LAST; }
    // The characters of a text node; empty for elements.
    std::string_view text(NodeId node) const { return nodes_[node].text; }

    // An attribute by its name in lower case; empty when it is not there.
    std::string_view attribute(NodeId node, std::string_view name) const;
    bool has_attribute(NodeId node, std::string_view name) const;

    // The text below a node as one normalised line, without scripts and styles; no more than some `most`
    // bytes or nodes of it.
    std::string line(NodeId node, std::size_t most = 4096) const;
    // The text below a node as it is: for scripts.
    std::string raw_text(NodeId node) const;

    // The first element of a kind in document order; no_node when there is none.
    NodeId first(GumboTag tag, NodeId from = 0) const;

private:
    struct Node {
        NodeId parent;
        NodeId end;
        GumboTag tag;
        std::uint32_t attribute_count;
        const GumboAttribute* const* attributes;
        std::string_view text;
    };

    void copy(const GumboNode* root);
    const GumboAttribute* find(NodeId node, std::string_view name) const;

    std::unique_ptr<Arena> memory_;
    std::vector<Node> nodes_;
};

// Elements around which a line breaks.
bool is_block(GumboTag tag);

// Scripts, styles and the like: nothing that a reader sees as text.
bool is_invisible(GumboTag tag);

}  // namespace broadsheet
