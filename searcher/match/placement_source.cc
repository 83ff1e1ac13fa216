#include "searcher/match/placement_source.h"

#include <optional>
#include <utility>

#include "schema/error.h"
#include "searcher/placement/segment_placements.h"

namespace broadsheet {

namespace {

class PlacementSource : public Xapian::PostingSource {
public:
    PlacementSource(Snapshot& snapshot, std::shared_ptr<const Placement> placement)
        : snapshot_(snapshot), placement_(std::move(placement)) {}

    PostingSource* clone() const override { return new PlacementSource(snapshot_, placement_); }

    // Called for each segment, on a clone of its own: the documents are those of the segment.
    void init(const Xapian::Database& database) override {
        set_maxweight(0);
        articles_ = database.get_doccount();
        all_ = database.postlist_begin({});
        end_ = database.postlist_end({});
        started_ = false;
        const std::string uuid = database.get_uuid();
        const std::vector<Snapshot::Segment>& segments = snapshot_.segments();
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (segments[i].database.get_uuid() == uuid)
                return void(placements_.emplace(snapshot_, i, placement_));
        }
        throw Error(ErrorCode::index_changed, "a segment changed while it was searched",
                    "repeat the command");
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    // Where a text has to be read it is asked behind those that only need positions.
    Xapian::doccount get_termfreq_est() const override {
        return placement_->needs_text || articles_ == 0 ? articles_ : articles_ - 1;
    }
    Xapian::doccount get_termfreq_max() const override { return articles_; }

    void next(double) override {
        if (started_) ++all_;
        started_ = true;
        find();
    }

    void skip_to(Xapian::docid document, double) override {
        started_ = true;
        if (all_ != end_) all_.skip_to(document);
        find();
    }

    bool check(Xapian::docid document, double) override {
        started_ = true;
        if (!placements_->holds(document)) return false;
        all_.skip_to(document);
        return true;
    }

    bool at_end() const override { return started_ && all_ == end_; }
    Xapian::docid get_docid() const override { return *all_; }

private:
    void find() {
        while (all_ != end_ && !placements_->holds(*all_))
            ++all_;
    }

    Snapshot& snapshot_;
    std::shared_ptr<const Placement> placement_;
    std::optional<SegmentPlacements> placements_;
    Xapian::PostingIterator all_;
    Xapian::PostingIterator end_;
    bool started_ = false;
    Xapian::doccount articles_ = 0;
};

}  // namespace

Xapian::Query placement_query(Snapshot& snapshot, std::shared_ptr<const Placement> placement) {
    return Xapian::Query((new PlacementSource(snapshot, std::move(placement)))->release());
}

}  // namespace broadsheet
