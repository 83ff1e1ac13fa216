// Which names are bylines, datelines, agency tags and credits: what surrounds the article, not what it is
// about.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/mention.h"
#include "indexer/entities/tagging/labels.h"

namespace broadsheet::entities {

class RoleFinder {
public:
    struct Piece {  // a token
        std::string_view text;
        bool after_break;
        bool title;
    };

    // Begins a text; `head` and `tail` say whether it holds the article's beginning and end.
    void start(bool head, bool tail);
    void add(const Piece& piece) { pieces_.push_back(piece); }

    // A role for each span, in their order. The kind of a span changes where its role leaves no doubt: the
    // place of a dateline, the agency in its brackets.
    const std::vector<Role>& find(std::vector<Span>& spans);

private:
    struct Paragraph {
        std::uint32_t first;  // tokens [first, end)
        std::uint32_t end;
        std::uint32_t span;  // spans [span, span_end)
        std::uint32_t span_end;
        std::uint32_t number;  // in the body, from 0
        bool last;
    };
    void dateline(const Paragraph& paragraph, std::vector<Span>& spans);
    void lone_name(const Paragraph& paragraph, const std::vector<Span>& spans);
    void cues(const Paragraph& paragraph, const std::vector<Span>& spans);
    bool is(std::uint32_t token, std::string_view lower) const;

    std::vector<Piece> pieces_;
    std::vector<Role> roles_;
    bool head_ = true;
    bool tail_ = true;
};

}  // namespace broadsheet::entities
