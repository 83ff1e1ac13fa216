#include "corpus/html/blocks.h"

#include <algorithm>

#include "corpus/normalise.h"

namespace broadsheet {

namespace {

bool is_heading(GumboTag tag) {
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 ||
           tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

bool is_item(GumboTag tag) {
    return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT;
}

bool is_cell(GumboTag tag) {
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Ends of sentences and clauses in the writing systems of the world's press.
bool has_sentence(std::string_view text) {
    for (const std::string_view sign :
         {". ", ", ", "! ", "? ", "; ", ".\" ", "\u3002", "\uFF0C", "\u3001", "\u060C", "\u0964", "\u06D4"}) {
        if (text.find(sign) != std::string_view::npos) return true;
    }
    for (const std::string_view sign :
         {".", "!", "?", "\u2026", ".\"", ".\u201D", "\u3002", "\u300D", "\u0964", ":"}) {
        if (text.ends_with(sign)) return true;
    }
    return false;
}

// Puts blocks together while the document is walked through.
class Collector {
public:
    explicit Collector(std::vector<TextBlock>& blocks) : blocks_(blocks) {}

    void text(std::string_view text, bool preformatted, bool linked) {
        if (preformatted) {
            raw_ += text;
        } else {
            for (const char c : text) {
                if (!is_space(c)) {
                    raw_ += c;
                    breaks_ = 0;
                } else if (!raw_.empty() && !is_space(raw_.back())) {
                    raw_ += ' ';
                }
            }
        }
        if (linked) link_size_ += text_size(text);
    }

    void line_break() {
        if (++breaks_ == 2) {
            end();
        } else if (!raw_.empty()) {
            raw_ += '\n';
        }
    }

    void end() {
        TextBlock block;
        block.text = raw_.find('\n') == std::string::npos ? normalise_line(raw_) : normalise_body(raw_);
        raw_.clear();
        if (!block.text.empty()) {
            block.owner = owner_;
            block.size = text_size(block.text);
            block.link_size = std::min(link_size_, block.size);
            block.heading = heading_;
            block.item = item_;
            block.cell = cell_;
            block.sentence = has_sentence(block.text);
            blocks_.push_back(std::move(block));
        }
        link_size_ = 0;
    }

    void set_owner(const HtmlDocument& document, NodeId owner) {
        owner_ = owner;
        heading_ = item_ = cell_ = false;
        NodeId at = owner;
        for (int up = 0; up < 6 && at != no_node; ++up, at = document.parent(at)) {
            const GumboTag tag = document.tag(at);
            heading_ = heading_ || is_heading(tag);
            item_ = item_ || is_item(tag);
            cell_ = cell_ || (is_cell(tag) && !item_);
            if (tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_ARTICLE) break;
        }
    }

private:
    std::vector<TextBlock>& blocks_;
    std::string raw_;
    std::uint32_t link_size_ = 0;
    int breaks_ = 0;
    NodeId owner_ = 0;
    bool heading_ = false;
    bool item_ = false;
    bool cell_ = false;
};

}  // namespace

std::uint32_t text_size(std::string_view text) {
    std::uint32_t size = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            size += is_space(c) ? 0 : 1;
        } else if (byte >= 0xE3 && byte <= 0xED) {
            size += 3;
        } else if (byte >= 0xC0) {
            size += 1;
        }
    }
    return size;
}

PageBlocks::PageBlocks(const HtmlDocument& document, const std::vector<std::uint8_t>& left_out)
    : first_(document.size()), last_(document.size()) {
    Collector collector(blocks_);
    struct Open {
        NodeId node;
        NodeId owner;
        bool linked;
        bool preformatted;
    };
    std::vector<Open> open;
    NodeId owner = 0;
    bool linked = false;
    bool preformatted = false;
    const auto count = [&] { return static_cast<std::uint32_t>(blocks_.size()); };
    const auto close_until = [&](NodeId node) {
        while (!open.empty() && document.end(open.back().node) <= node) {
            const Open& closed = open.back();
            const GumboTag tag = document.tag(closed.node);
            if (is_block(tag)) {
                collector.end();
                collector.set_owner(document, closed.owner);
            }
            owner = closed.owner;
            linked = closed.linked;
            preformatted = closed.preformatted;
            last_[closed.node] = count();
            open.pop_back();
        }
    };
    for (NodeId node = 0; node < document.size();) {
        close_until(node);
        const GumboTag tag = document.tag(node);
        if (document.is_text(node)) {
            first_[node] = last_[node] = count();
            collector.text(document.text(node), preformatted, linked);
            ++node;
            continue;
        }
        if (left_out[node] != 0) {
            if (is_block(tag)) collector.end();
            for (const NodeId end = document.end(node); node < end; ++node)
                first_[node] = last_[node] = count();
            continue;
        }
        open.push_back({node, owner, linked, preformatted});
        if (is_block(tag)) {
            collector.end();
            owner = node;
            collector.set_owner(document, owner);
        } else if (tag == GUMBO_TAG_BR) {
            collector.line_break();
        } else if (tag == GUMBO_TAG_A && document.has_attribute(node, "href")) {
            linked = true;
        }
        if (tag == GUMBO_TAG_PRE) preformatted = true;
        first_[node] = count();
        ++node;
    }
    close_until(document.size());
    collector.end();
}

}  // namespace broadsheet
