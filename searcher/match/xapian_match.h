// What the two ways of the reference matcher share.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/match/order.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"

namespace broadsheet {

// Thrown out of a match of Xapian's when the deadline passes: what it found until then is lost.
struct DeadlinePassed {};

// References what it is made of.
class XapianMatch {
public:
    XapianMatch(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                const Bm25Parameters& parameters);

    // Without words there are no scores, and relevance means newest.
    Sort sort() const { return sort_; }

    // Documents of the database, pending deletions included.
    Xapian::doccount documents() const { return documents_; }

    // Ready to find `query`, scored by the plan's words. Throws DeadlinePassed while it does.
    Xapian::Enquire enquire(const Xapian::Query& query);

    void stop_at_deadline() const;

    // Pending deletions take part in every match and have to be taken out of its results: a MatchDecider
    // could not tell them, since it is given the docids of the shard and not of the database.
    bool has_pending() const { return !snapshot_.pending().empty(); }
    bool is_pending(Xapian::docid document) const;

    // Fields to be counted that are filtered by, or those that are not.
    std::vector<FieldId> counted(bool filtered) const;

    // A result with a place for every count.
    MatchResult empty_result() const;

    // Puts the requested documents into `result`; `ranked` has everything that can be or tie with one.
    // `date_of` is needed where `ranked` has no dates.
    void take_requested(std::vector<Ranked>& ranked,
                        const std::function<std::optional<Seconds>(Xapian::docid)>& date_of,
                        MatchResult& result);

private:
    // Looks at the clock now and then.
    class DeadlineSpy : public Xapian::MatchSpy {
    public:
        explicit DeadlineSpy(const XapianMatch& match) : match_(match) {}
        void operator()(const Xapian::Document&, double) override {
            constexpr unsigned rarely = 256;
            if (++seen_ % rarely == 0) match_.stop_at_deadline();
        }

    private:
        const XapianMatch& match_;
        unsigned seen_ = 0;
    };

    Snapshot& snapshot_;
    const Plan& plan_;
    const MatchRequest& request_;
    const Bm25Parameters& parameters_;
    Sort sort_;
    Xapian::doccount documents_;
    DeadlineSpy deadline_spy_{*this};
};

// Xapian's own match, with placements decided as it comes to them.
MatchResult match_directly(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                           const Bm25Parameters& parameters);

// Xapian proposes every article that can match by its words, and each is decided from its stored text.
MatchResult match_candidates(Snapshot& snapshot, const Plan& plan, const MatchRequest& request,
                             const Bm25Parameters& parameters);

}  // namespace broadsheet
