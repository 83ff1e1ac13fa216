// Decides whether words stand in an article as a placement says. The one place that knows what a phrase, a
// distance or a count means; what it asks articles for is in document.h.
#pragma once

#include <vector>

#include "searcher/placement/document.h"
#include "searcher/placement/placement.h"
#include "searcher/placement/spans.h"

namespace broadsheet {

// One article after the other; keeps its memory between them. Not thread-safe. References its placement.
class PlacementEvaluator {
public:
    explicit PlacementEvaluator(const Placement& placement) : placement_(placement) {}

    // While the document doubts forms: false only if it does not hold for sure.
    bool holds(DocumentWords& document);

    // The words that make it hold, ascending and distinct: those of phrases, and both sides of a distance.
    std::vector<Span> spans(DocumentWords& document);

private:
    static constexpr std::size_t all = static_cast<std::size_t>(-1);

    void turn_to(DocumentWords& document);
    const TextStructure& structure();
    bool in_zone(Span span, query::Zone zone);

    // Appends at most `limit` spans, ascending and distinct. `positive`: more spans can only make it hold.
    void find(const PlacementNode& node, bool positive, std::size_t limit, std::vector<Span>& found);
    void find(const Sequence& sequence, bool positive, std::size_t limit, std::vector<Span>& found);
    void find(const Either& either, bool positive, std::size_t limit, std::vector<Span>& found);
    void find(const Repeated& repeated, bool positive, std::size_t limit, std::vector<Span>& found);
    void find(const Near& near, bool positive, bool left_only, std::vector<Span>& found);

    const Placement& placement_;
    DocumentWords* document_ = nullptr;
    bool has_structure_ = false;  // of this article
    TextStructure structure_;
    std::vector<AnalysedText::Sentence> sentences_;
    std::vector<std::uint32_t> positions_;
    std::vector<Span> top_;
};

}  // namespace broadsheet
