// Where the words of a query stand in an article.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/analyser.h"
#include "searcher/match/expansion.h"
#include "searcher/placement/analysed_document.h"
#include "searcher/placement/evaluator.h"
#include "searcher/placement/packed_document.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// A token of a text, with its bytes.
struct TextToken {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t sentence;
    std::uint32_t paragraph;
};

std::vector<TextToken> text_tokens(std::string_view text);

// A pattern found at tokens [first, last] of a text.
struct PatternMatch {
    std::size_t pattern;
    std::size_t first;
    std::size_t last;
};

struct FoundMatches {
    std::vector<PatternMatch> title;  // by first token
    std::vector<PatternMatch> body;   // likewise; tokens of the body
};

// By first token; of those that begin together the longest first.
void put_in_order(std::vector<PatternMatch>& matches);

// The words, phrases and distances of a query, as far as they speak for an article: what is negated does not,
// and a word that the query has only inside a phrase or near others counts only where it stands so. Not
// thread-safe.
class Patterns {
public:
    // `weight` tells how much it says that a stem occurs.
    Patterns(const query::Node& root, TermExpander& expander, const AnalysisSettings& analysis,
             const std::function<double(const std::string& stem)>& weight);

    // `record`: the packed positions of just this title and body, which spare most of the work; or empty.
    FoundMatches find(std::string_view title, std::string_view body, std::string_view record);

    double weight(std::size_t pattern) const { return patterns_[pattern]->weight; }
    std::size_t size() const { return patterns_.size(); }

private:
    struct Pattern {
        Pattern(std::shared_ptr<const Placement> made, Vocabulary& vocabulary)
            : placement(std::move(made)),
              analysed(*placement),
              packed(*placement, vocabulary),
              evaluator(*placement) {}

        std::shared_ptr<const Placement> placement;
        AnalysedDocument analysed;
        PackedDocument packed;
        PlacementEvaluator evaluator;
        double weight = 0;
    };

    void add(const query::Node& node, bool positive, TermExpander& expander,
             const std::function<double(const std::string& stem)>& weight);

    void take_spans(std::size_t pattern, DocumentWords& document, FoundMatches& found);

    Analyser analyser_;
    Vocabulary vocabulary_;  // of the few words that packed positions are compared with
    WrittenWords written_;
    std::vector<std::unique_ptr<Pattern>> patterns_;
};

}  // namespace broadsheet
