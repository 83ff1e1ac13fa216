#include "searcher/placement/segment_placements.h"

namespace broadsheet {

SegmentPlacements::SegmentPlacements(Snapshot& snapshot, std::size_t segment,
                                     std::shared_ptr<const Placement> placement)
    : snapshot_(snapshot),
      segment_(segment),
      placement_(std::move(placement)),
      positions_(snapshot.positions(segment)),
      phrase_(Phrase::of(*placement_)),
      evaluator_(*placement_),
      packed_(*placement_, snapshot.segments()[segment].database),
      analysed_(*placement_) {}

bool SegmentPlacements::holds(DocId document) {
    if (positions_ == nullptr || document > positions_->last()) return holds_in_text(document);
    const std::string_view record = positions_->record(document);
    if (record.empty()) return false;
    if (phrase_) return phrase_->holds(ArticlePositions(record));
    packed_.turn_to(document, record);
    if (!evaluator_.holds(packed_)) return false;
    if (!placement_->needs_text) return true;
    // Only now, for the few that are left: reading an article costs as much as deciding a hundred.
    const Article article = snapshot_.article({segment_, document});
    written_.turn_to(article.title, article.body);
    packed_.look_at(&written_);
    return evaluator_.holds(packed_);
}

void SegmentPlacements::keep_those_that_hold(std::vector<DocId>& documents) {
    const bool all_packed =
        positions_ != nullptr && !documents.empty() && documents.back() <= positions_->last();
    if (!all_packed) return void(std::erase_if(documents, [&](DocId document) { return !holds(document); }));
    // Records lie scattered over a large file: those that come next are on their way while one is looked at.
    constexpr std::size_t place_ahead = 16;
    constexpr std::size_t record_ahead = 6;
    constexpr std::size_t bytes = 1024;  // the processor itself sees where a longer one goes on
    std::size_t kept = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i + place_ahead < documents.size()) positions_->prefetch_place(documents[i + place_ahead]);
        if (i + record_ahead < documents.size())
            positions_->prefetch_record(documents[i + record_ahead], bytes);
        if (holds(documents[i])) documents[kept++] = documents[i];
    }
    documents.resize(kept);
}

bool SegmentPlacements::holds_in_text(DocId document) {
    if (!analyser_) analyser_ = std::make_unique<Analyser>(snapshot_.manifest().analysis);
    const Article article = snapshot_.article({segment_, document});
    const AnalysedText& text = analyser_->analyse(article.title, article.body);
    analysed_.turn_to(article.title, article.body, text, analyser_->vocabulary());
    return evaluator_.holds(analysed_);
}

}  // namespace broadsheet
