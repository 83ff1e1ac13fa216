#include "searcher/placement/spans.h"

#include <algorithm>
#include <limits>

namespace broadsheet {

namespace {

// The unit that begins at or before the span and that ends behind it.
std::optional<std::uint32_t> unit_of(const std::vector<std::uint32_t>& starts, Span span) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), span.first);
    if (after == starts.begin() || (after != starts.end() && *after <= span.last)) return std::nullopt;
    return static_cast<std::uint32_t>(after - starts.begin() - 1);
}

// Spans made ready to be asked for neighbours.
class Side {
public:
    Side(const std::vector<Span>& spans, const query::Proximity& proximity, std::uint32_t title_size,
         const TextStructure* structure)
        : spans_(spans), proximity_(proximity), title_size_(title_size), structure_(structure) {
        if (proximity.unit == query::Proximity::Unit::words) {
            for (const Span& span : spans)
                lasts_.push_back(span.last);
            std::sort(lasts_.begin(), lasts_.end());
        } else {
            for (const Span& span : spans)
                add_to_unit(span);
        }
        if (!proximity.negative) return;
        std::uint32_t furthest = 0;
        for (const Span& span : spans)
            furthest_.push_back(furthest = std::max(furthest, span.last));
    }

    bool has_near(Span span, bool left) const {
        const bool behind_counts = left || !proximity_.ordered;
        const bool before_counts = !left || !proximity_.ordered;
        if (proximity_.negative && overlaps_another(span)) return true;
        if (proximity_.unit == query::Proximity::Unit::words) {
            return (behind_counts && has_behind(span)) || (before_counts && has_before(span));
        }
        const auto unit = unit_of_span(span);
        if (!unit) return false;
        const auto found = std::lower_bound(units_.begin(), units_.end(), *unit,
                                            [](const Unit& each, std::uint32_t id) { return each.id < id; });
        if (found == units_.end() || found->id != *unit) return false;
        return (behind_counts && found->last_first > span.last) ||
               (before_counts && found->first_last < span.first);
    }

private:
    struct Unit {
        std::uint32_t id;
        std::uint32_t first_last;  // where the first span of it that ends, ends
        std::uint32_t last_first;  // where the last one that begins, begins
    };

    std::optional<std::uint32_t> unit_of_span(Span span) const {
        return proximity_.unit == query::Proximity::Unit::sentence ? structure_->sentence_of(span)
                                                                   : structure_->paragraph_of(span);
    }

    void add_to_unit(Span span) {
        const auto unit = unit_of_span(span);
        if (!unit) return;
        if (units_.empty() || units_.back().id != *unit) {
            units_.push_back({*unit, span.last, span.first});
            return;
        }
        units_.back().first_last = std::min(units_.back().first_last, span.last);
        units_.back().last_first = std::max(units_.back().last_first, span.first);
    }

    bool same_part(std::uint32_t a, std::uint32_t b) const { return (a < title_size_) == (b < title_size_); }

    bool has_behind(Span span) const {
        const auto next =
            std::upper_bound(spans_.begin(), spans_.end(), span.last,
                             [](std::uint32_t position, const Span& each) { return position < each.first; });
        return next != spans_.end() && next->first - span.last <= proximity_.words &&
               same_part(next->first, span.last);
    }

    bool has_before(Span span) const {
        const auto after = std::lower_bound(lasts_.begin(), lasts_.end(), span.first);
        if (after == lasts_.begin()) return false;
        const std::uint32_t last = *(after - 1);
        return span.first - last <= proximity_.words && same_part(last, span.first);
    }

    bool overlaps_another(Span span) const {
        const auto at =
            std::lower_bound(spans_.begin(), spans_.end(), span.first,
                             [](const Span& each, std::uint32_t position) { return each.first < position; });
        const auto begun = at - spans_.begin();
        if (begun > 0 && furthest_[static_cast<std::size_t>(begun - 1)] >= span.first) return true;
        for (auto each = at; each != spans_.end() && each->first <= span.last; ++each) {
            if (*each != span) return true;
        }
        return false;
    }

    const std::vector<Span>& spans_;
    const query::Proximity& proximity_;
    std::uint32_t title_size_;
    const TextStructure* structure_;
    std::vector<std::uint32_t> lasts_;     // of unit words: where spans end, ascending
    std::vector<std::uint32_t> furthest_;  // of negative ones: where the spans so far end, at most
    std::vector<Unit> units_;              // of the other units: those with spans, ascending
};

}  // namespace

void TextStructure::assign(const std::vector<AnalysedText::Sentence>& sentences, std::uint32_t title_size) {
    sentences_.clear();
    paragraphs_.clear();
    std::uint32_t begin = 0;
    std::uint32_t of_text = 0;
    lead_end_ = title_size;
    for (const AnalysedText::Sentence& sentence : sentences) {
        sentences_.push_back(begin);
        if (sentence.begins_paragraph || paragraphs_.empty()) paragraphs_.push_back(begin);
        const std::uint32_t end = begin + sentence.tokens;
        if (begin >= title_size && of_text < query::lead_sentences) {
            ++of_text;
            lead_end_ = end;
        }
        begin = end;
    }
}

std::optional<std::uint32_t> TextStructure::sentence_of(Span span) const {
    return unit_of(sentences_, span);
}

std::optional<std::uint32_t> TextStructure::paragraph_of(Span span) const {
    return unit_of(paragraphs_, span);
}

void Neighbours::near(const std::vector<Span>& spans, const std::vector<Span>& others, bool left,
                      std::vector<Span>& result) const {
    const Side side(others, proximity_, title_size_, structure_);
    for (const Span& span : spans) {
        if (side.has_near(span, left)) result.push_back(span);
    }
}

void Neighbours::apart(const std::vector<Span>& spans, const std::vector<Span>& others, bool left,
                       std::vector<Span>& result) const {
    const Side side(others, proximity_, title_size_, structure_);
    for (const Span& span : spans) {
        if (!side.has_near(span, left)) result.push_back(span);
    }
}

std::size_t disjoint(const std::vector<Span>& spans) {
    std::size_t count = 0;
    std::vector<Span> by_end(spans);
    std::sort(by_end.begin(), by_end.end(), [](const Span& a, const Span& b) {
        return a.last != b.last ? a.last < b.last : a.first > b.first;
    });
    std::optional<std::uint32_t> end;
    for (const Span& span : by_end) {
        if (end && span.first <= *end) continue;
        end = span.last;
        ++count;
    }
    return count;
}

}  // namespace broadsheet
