#include <algorithm>

#include "searcher/engine/search.h"
#include "searcher/match/xapian_query.h"
#include "searcher/query/parser.h"

namespace broadsheet {

namespace {

// Hands every match of one segment on as Xapian comes to it, and has it kept nowhere.
class Exporter : public Xapian::MatchDecider {
public:
    Exporter(Snapshot& snapshot, std::size_t segment, const std::function<void(Location)>& write)
        : snapshot_(snapshot), segment_(segment), write_(write) {}

    bool operator()(const Xapian::Document& document) const override {
        const DocId id = document.get_docid();
        const std::vector<DocId>& pending = snapshot_.segments()[segment_].pending;
        if (!std::binary_search(pending.begin(), pending.end(), id)) write_({segment_, id});
        return false;
    }

private:
    Snapshot& snapshot_;
    std::size_t segment_;
    const std::function<void(Location)>& write_;
};

}  // namespace

std::vector<std::string> export_hits(Snapshot& snapshot, const SearchRequest& request,
                                     const std::function<void(const Hit& hit)>& write) {
    query::ParsedQuery parsed = query::parse(request.query, request.now);
    TermExpander expander(snapshot.database(), snapshot.manifest().analysis.stemmer);
    const query::Matching matching = request.matching.value_or(query::Matching::all);
    Plan plan = make_plan(parsed.root, matching, request.restrictions, snapshot, expander);

    Labels labels(snapshot);
    std::size_t rank = 0;
    const std::function<void(Location)> write_article = [&](Location location) {
        Hit hit;
        hit.rank = ++rank;
        StoredArticle stored = snapshot.stored(location);
        hit.title.text = stored.article.title;
        for (const FieldId field : entity_fields)
            hit.entities.emplace_back(field, values_of(snapshot, location, stored, field, labels));
        hit.article = std::move(stored.article);
        write(hit);
    };
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        const Xapian::Database& database = snapshot.segments()[i].database;
        const Exporter exporter(snapshot, i, write_article);
        Xapian::Enquire enquire(database);
        enquire.set_query(
            {Xapian::Query::OP_FILTER, exact_query(plan.condition, snapshot), filter_query(plan.filters)});
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.get_mset(0, 0, database.get_doccount() + 1, nullptr, &exporter);
    }
    std::vector<std::string> warnings = std::move(parsed.warnings);
    warnings.insert(warnings.end(), plan.warnings.begin(), plan.warnings.end());
    return warnings;
}

}  // namespace broadsheet
