// Decides conditions on one article from what is stored of it: the text analysed again, the values of its
// slots.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/analyser.h"
#include "schema/article.h"
#include "schema/index/snapshot.h"
#include "searcher/match/plan.h"

namespace broadsheet {

// One article after the other. Reads of each only what the conditions ask for. Not thread-safe.
class Candidate {
public:
    // `snapshot` must outlive it.
    explicit Candidate(Snapshot& snapshot);

    // Turns to a document of Snapshot::database().
    void turn_to(Xapian::docid document);

    bool satisfies(const Condition& condition);

    const Xapian::Document& document() const { return document_; }
    std::optional<Seconds> date() const;

private:
    const Article& article();
    const AnalysedText& text();

    static bool holds(const query::Everything&) { return true; }
    static bool holds(const query::Nothing&) { return false; }
    bool holds(const TermCondition& term);
    bool holds(const PlacementCondition& condition);
    bool holds(const ValueCondition& value) const;
    bool holds(const ExactCondition& exact);
    bool holds(const query::Dates& dates) const;
    bool holds(const AllOf& all);
    bool holds(const AnyOf& any);
    bool holds(const NoneOf& none);

    Snapshot& snapshot_;
    Analyser analyser_;
    Xapian::docid id_ = 0;
    Xapian::Document document_;
    std::optional<Article> article_;
    const AnalysedText* text_ = nullptr;
};

}  // namespace broadsheet
