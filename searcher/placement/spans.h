// Stretches of tokens, and which of them stand near others.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "schema/analysis/analyser.h"
#include "searcher/query/words.h"

namespace broadsheet {

// Tokens [first, last] of an article.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend auto operator<=>(const Span&, const Span&) = default;
};

// Sentences and paragraphs of an article by position; keeps its memory from one to the next.
class TextStructure {
public:
    // Turns to an article.
    void assign(const std::vector<AnalysedText::Sentence>& sentences, std::uint32_t title_size);

    // The unit that the whole span is in, if it is in one.
    std::optional<std::uint32_t> sentence_of(Span span) const;
    std::optional<std::uint32_t> paragraph_of(Span span) const;

    // Behind the last token of the text's first query::lead_sentences.
    std::uint32_t lead_end() const { return lead_end_; }

private:
    std::vector<std::uint32_t> sentences_;   // first tokens, ascending
    std::vector<std::uint32_t> paragraphs_;  // likewise
    std::uint32_t lead_end_ = 0;
};

// Which spans of two sides are near each other.
class Neighbours {
public:
    // `structure` is used for sentences and paragraphs only and may be null for words.
    Neighbours(const query::Proximity& proximity, std::uint32_t title_size, const TextStructure* structure)
        : proximity_(proximity), title_size_(title_size), structure_(structure) {}

    // Appends those of `spans` that have one of `others` near. `left`: they are the left side. Both ascending
    // and distinct. With the proximity's `negative`, a span that overlaps another one is near it, too.
    void near(const std::vector<Span>& spans, const std::vector<Span>& others, bool left,
              std::vector<Span>& result) const;
    // Those that have none near.
    void apart(const std::vector<Span>& spans, const std::vector<Span>& others, bool left,
               std::vector<Span>& result) const;

private:
    query::Proximity proximity_;
    std::uint32_t title_size_;
    const TextStructure* structure_;
};

// How many of the spans can be taken so that no two overlap. `spans` ascending.
std::size_t disjoint(const std::vector<Span>& spans);

}  // namespace broadsheet
