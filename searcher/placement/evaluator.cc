#include "searcher/placement/evaluator.h"

#include <algorithm>

namespace broadsheet {

namespace {

using Doubt = DocumentWords::Doubt;

void sort_distinct(std::vector<Span>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace

bool PlacementEvaluator::holds(DocumentWords& document) {
    turn_to(document);
    top_.clear();
    find(placement_.root, true, 1, top_);
    return !top_.empty();
}

std::vector<Span> PlacementEvaluator::spans(DocumentWords& document) {
    turn_to(document);
    std::vector<Span> found;
    find(placement_.root, true, all, found);
    return found;
}

void PlacementEvaluator::turn_to(DocumentWords& document) {
    document_ = &document;
    has_structure_ = false;
}

const TextStructure& PlacementEvaluator::structure() {
    if (!has_structure_) {
        document_->sentences(sentences_);
        structure_.assign(sentences_, document_->title_size());
        has_structure_ = true;
    }
    return structure_;
}

bool PlacementEvaluator::in_zone(Span span, query::Zone zone) {
    const bool in_title = span.last < document_->title_size();
    switch (zone) {
        case query::Zone::title:
            return in_title;
        case query::Zone::lead:
            return !in_title && span.last < structure().lead_end();
        case query::Zone::title_or_lead:
            return in_title || span.last < structure().lead_end();
        case query::Zone::anywhere:
            break;
    }
    return true;
}

void PlacementEvaluator::find(const PlacementNode& node, bool positive, std::size_t limit,
                              std::vector<Span>& found) {
    if (const Sequence* sequence = std::get_if<Sequence>(&node.is)) {
        find(*sequence, positive, limit, found);
    } else if (const Either* either = std::get_if<Either>(&node.is)) {
        find(*either, positive, limit, found);
    } else if (const Near* near = std::get_if<Near>(&node.is)) {
        find(*near, positive, limit == 1, found);
    } else if (const Repeated* repeated = std::get_if<Repeated>(&node.is)) {
        find(*repeated, positive, limit, found);
    }
}

void PlacementEvaluator::find(const Sequence& sequence, bool positive, std::size_t limit,
                              std::vector<Span>& found) {
    const Doubt doubt = positive ? Doubt::accept : Doubt::reject;
    const auto length = static_cast<std::uint32_t>(sequence.words.size());
    const auto rest_stands = [&](std::uint32_t first) {
        for (std::uint32_t i = 0; i < length; ++i) {
            const std::uint32_t word = sequence.words[i];
            if (i == sequence.rarest || placement_.words[word].any) continue;
            if (!document_->stands_at(word, first + i, doubt)) return false;
        }
        return true;
    };
    positions_.clear();
    document_->find(sequence.words[sequence.rarest], doubt, positions_);
    for (const std::uint32_t position : positions_) {
        if (position < sequence.rarest) continue;
        const Span span{position - sequence.rarest, position - sequence.rarest + length - 1};
        if (span.last >= document_->size()) break;
        if (!rest_stands(span.first)) continue;
        if (sequence.zone != query::Zone::anywhere && !in_zone(span, sequence.zone)) continue;
        if (length > 1 && !structure().paragraph_of(span)) continue;
        found.push_back(span);
        if (found.size() >= limit) return;
    }
}

void PlacementEvaluator::find(const Either& either, bool positive, std::size_t limit,
                              std::vector<Span>& found) {
    std::vector<Span> together;
    for (const PlacementNode& part : either.parts) {
        find(part, positive, limit == 1 ? 1 : all, together);
        if (limit == 1 && !together.empty()) break;
    }
    sort_distinct(together);
    found.insert(found.end(), together.begin(), together.end());
}

void PlacementEvaluator::find(const Near& near, bool positive, bool left_only, std::vector<Span>& found) {
    const query::Proximity& proximity = near.proximity;
    const bool negative = proximity.negative;
    std::vector<Span> left;
    std::vector<Span> right;
    // The rarer side first: most often it decides.
    const bool right_first = !negative && near.sides[1].frequency < near.sides[0].frequency;
    if (right_first) {
        find(near.sides[1], positive, all, right);
        if (right.empty()) return;
    }
    find(near.sides[0], positive, all, left);
    if (left.empty()) return;
    if (!right_first) find(near.sides[1], positive != negative, all, right);

    const bool in_words = proximity.unit == query::Proximity::Unit::words;
    const Neighbours neighbours(proximity, document_->title_size(), in_words ? nullptr : &structure());
    std::vector<Span> together;
    if (negative) {
        neighbours.apart(left, right, true, together);
    } else if (!right.empty()) {
        neighbours.near(left, right, true, together);
        if (!left_only && !together.empty()) {
            neighbours.near(right, left, false, together);
            sort_distinct(together);
        }
    }
    found.insert(found.end(), together.begin(), together.end());
}

void PlacementEvaluator::find(const Repeated& repeated, bool positive, std::size_t limit,
                              std::vector<Span>& found) {
    const PlacementNode& part = repeated.part.front();
    std::vector<Span> counted;
    const Near* near = std::get_if<Near>(&part.is);
    if (near != nullptr) {
        find(*near, positive, true, counted);
    } else {
        find(part, positive, all, counted);
    }
    if (disjoint(counted) < repeated.times) return;
    if (near != nullptr && limit > 1) {
        find(*near, positive, false, found);
    } else {
        found.insert(found.end(), counted.begin(), counted.end());
    }
}

}  // namespace broadsheet
