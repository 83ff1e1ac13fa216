// Shows where an article answers a query: words, phrases and distances, and the entities that are asked for,
// marked in the title and in the best fragments of the text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/highlight/entity_patterns.h"
#include "searcher/highlight/patterns.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Plain text, and the byte ranges in it to mark: ascending, apart, never empty. Renderers escape and mark.
struct MarkedText {
    std::string text;
    std::vector<query::Range> marks;
    friend bool operator==(const MarkedText&, const MarkedText&) = default;
};

struct Highlights {
    MarkedText title;
    std::vector<MarkedText> fragments;  // in the order of the text; none where there is no text
};

inline constexpr std::size_t usual_characters = 240;  // of all fragments together, about
inline constexpr std::size_t most_fragments = 3;

// Not thread-safe.
class Highlighter {
public:
    // `weight` tells how much it says that a stem occurs: rare ones more.
    Highlighter(const query::Node& root, TermExpander& expander, const AnalysisSettings& analysis,
                const std::function<double(const std::string& stem)>& weight, EntityPatterns entities);

    // About `characters` of the body, each fragment on one line: the passage that has the most of what is
    // asked for, or several shorter ones where it takes them to have more; the beginning of the first
    // paragraph when there is none. An ellipsis stands where a sentence is cut. `annotation` is the
    // article's, and so is `record`, its packed positions, which is empty where there are none.
    Highlights show(std::string_view title, std::string_view body, const Annotation& annotation,
                    std::string_view record = {}, std::size_t characters = usual_characters);

private:
    Patterns patterns_;
    EntityPatterns entities_;
    std::vector<double> weights_;  // of the patterns, then of the entities
};

// The fragments as one text, with one ellipsis between them.
MarkedText joined(const std::vector<MarkedText>& fragments);

}  // namespace broadsheet
