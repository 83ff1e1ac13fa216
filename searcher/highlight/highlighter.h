// Shows where an article answers a query: words and phrases marked in the title and in the best fragment of
// the text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/highlight/patterns.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Plain text, and the byte ranges in it to mark: ascending, apart, never empty. Renderers escape and mark.
struct MarkedText {
    std::string text;
    std::vector<query::Range> marks;
    friend bool operator==(const MarkedText&, const MarkedText&) = default;
};

// Not thread-safe.
class Highlighter {
public:
    // `weight` tells how much it says that a stem occurs: rare ones more.
    Highlighter(const query::Node& root, const std::string& stemmer,
                const std::function<double(const std::string& stem)>& weight)
        : patterns_(root, stemmer, weight) {}

    MarkedText title(std::string_view title);

    // About `characters` of the body, on one line: the passage with the most of the query's words, or the
    // beginning when it has none of them. An ellipsis stands where a sentence is cut.
    MarkedText fragment(std::string_view body, std::size_t characters = 240);

private:
    Patterns patterns_;
};

}  // namespace broadsheet
