#include "searcher/placement/segment_placements.h"

namespace broadsheet {

SegmentPlacements::SegmentPlacements(Snapshot& snapshot, std::size_t segment,
                                     std::shared_ptr<const Placement> placement)
    : snapshot_(snapshot),
      segment_(segment),
      placement_(std::move(placement)),
      positions_(snapshot.positions(segment)),
      evaluator_(*placement_),
      packed_(*placement_, snapshot.segments()[segment].database),
      analysed_(*placement_) {}

bool SegmentPlacements::holds(DocId document) {
    if (positions_ == nullptr || document > positions_->last()) return holds_in_text(document);
    const std::string_view record = positions_->record(document);
    if (record.empty()) return false;
    packed_.turn_to(document, record);
    if (!evaluator_.holds(packed_)) return false;
    if (!placement_->needs_text) return true;
    // Only now, for the few that are left: reading an article costs as much as deciding a hundred.
    const Article article = snapshot_.article({segment_, document});
    written_.turn_to(article.title, article.body);
    packed_.look_at(&written_);
    return evaluator_.holds(packed_);
}

bool SegmentPlacements::holds_in_text(DocId document) {
    if (!analyser_) analyser_ = std::make_unique<Analyser>(snapshot_.manifest().analysis);
    const Article article = snapshot_.article({segment_, document});
    const AnalysedText& text = analyser_->analyse(article.title, article.body);
    analysed_.turn_to(article.title, article.body, text, analyser_->vocabulary());
    return evaluator_.holds(analysed_);
}

}  // namespace broadsheet
