#include "corpus/html/main_text.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "corpus/html/blocks.h"
#include "corpus/html/left_out.h"
#include "corpus/html/phrases.h"
#include "corpus/html/selection.h"

namespace broadsheet {

namespace {

// Of text that is mostly links, only the items of lists stay that could not say it otherwise, and sentences.
bool is_mostly_links(const TextBlock& block) {
    constexpr std::uint32_t short_item = 10;
    constexpr std::uint32_t long_sentence = 80;
    if (block.link_share() <= 0.5 || (block.item && block.size <= short_item)) return false;
    return !block.sentence || block.size <= long_sentence || block.link_share() >= 0.8;
}

bool is_kept(const TextBlock& block, const std::string& title) {
    constexpr std::uint32_t long_text = 250;
    if (block.text == title || is_mostly_links(block) || is_label(block.text)) return false;
    return block.link_size == 0 || block.size > long_text || !points_elsewhere(block.text);
}

// How often each text stands there; a scrap that stands there often is no part of an article.
using Counts = std::unordered_map<std::string_view, int>;

Counts counts_of(const PageBlocks& blocks, NodeId node) {
    Counts counts;
    for (std::uint32_t i = blocks.begin(node); i < blocks.end(node); ++i) {
        if (!blocks.all()[i].cell) ++counts[blocks.all()[i].text];
    }
    return counts;
}

// Cells of a table that are read side by side.
bool in_one_row(const HtmlDocument& document, const std::vector<TextBlock>& blocks, std::uint32_t a,
                std::uint32_t b) {
    const auto is_cell = [&](NodeId node) {
        return document.tag(node) == GUMBO_TAG_TD || document.tag(node) == GUMBO_TAG_TH;
    };
    const NodeId one = blocks[a].owner;
    const NodeId other = blocks[b].owner;
    return one != other && is_cell(one) && is_cell(other) && document.parent(one) == document.parent(other);
}

std::string text_of(const HtmlDocument& document, const PageBlocks& blocks, NodeId node,
                    const std::string& title) {
    std::string body;
    std::uint32_t last = 0;
    constexpr int often = 3;
    Counts counts = counts_of(blocks, node);
    for (std::uint32_t i = blocks.begin(node); i < blocks.end(node); ++i) {
        const TextBlock& block = blocks.all()[i];
        if (!is_kept(block, title) || (!block.sentence && counts[block.text] >= often)) continue;
        if (!body.empty()) body += in_one_row(document, blocks.all(), last, i) ? " " : "\n\n";
        body += block.text;
        last = i;
    }
    return body;
}

}  // namespace

std::string main_text(const HtmlDocument& document, const std::string& title) {
    constexpr std::size_t enough = 250;  // bytes; with less, something was left out that should not have been
    std::string best;
    for (const Strictness strictness : {Strictness::all, Strictness::structure, Strictness::nothing}) {
        const PageBlocks blocks(document, left_out(document, strictness));
        NodeId node = best_element(document, blocks);
        if (node == no_node) node = 0;
        std::string text = text_of(document, blocks, node, title);
        if (text.size() > 2 * best.size()) best = std::move(text);
        if (best.size() >= enough) break;
    }
    return best;
}

}  // namespace broadsheet
