// A page as a row of blocks of text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/html/document.h"

namespace broadsheet {

// Text without a break in it that would separate paragraphs.
struct TextBlock {
    NodeId owner;            // the innermost block element around it
    std::string text;        // one line, normalised; lines of <pre> and single <br> are lines
    std::uint32_t size = 0;  // in letters; a character of Chinese, Japanese or Korean counts as three
    std::uint32_t link_size = 0;
    bool heading = false;
    bool item = false;      // in a list
    bool cell = false;      // of a table
    bool sentence = false;  // ends or goes on like running text

    double link_share() const { return size == 0 ? 1.0 : static_cast<double>(link_size) / size; }
};

// How much text there is, in the measure of TextBlock::size.
std::uint32_t text_size(std::string_view text);

// The blocks of a page, without those in elements that are left out, and which of them lie below a node.
class PageBlocks {
public:
    // `left_out` has an entry for each node, non-zero for elements that are left out with all that is below.
    PageBlocks(const HtmlDocument& document, const std::vector<std::uint8_t>& left_out);

    const std::vector<TextBlock>& all() const { return blocks_; }
    std::uint32_t begin(NodeId node) const { return first_[node]; }
    std::uint32_t end(NodeId node) const { return last_[node]; }

private:
    std::vector<TextBlock> blocks_;
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> last_;
};

}  // namespace broadsheet
