#include "searcher/engine/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/error.h"
#include "searcher/engine/reading.h"
#include "searcher/match/bm25.h"
#include "searcher/match/candidate.h"
#include "searcher/match/values_meant.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"

namespace broadsheet {

namespace {

ExplainedTerm explain_term(const Xapian::Database& database, const ScoringTerm& term) {
    const std::uint64_t articles = database.get_termfreq(term.stem);
    return {term.word,   term.stem,    articles, inverse_frequency(database.get_doccount(), articles),
            term.weight, term.is_added};
}

// What an article can be about is of one of three fields.
std::string label_of(FieldId field_id, ValueId id, const Snapshot& snapshot) {
    if (field_id != FieldId::about) return snapshot.label(field_id, id);
    for (const FieldId each : entity_fields) {
        std::string label = snapshot.label(each, id);
        if (label != to_text(id)) return label;
    }
    return to_text(id);
}

std::vector<ExplainedValue> explain_values(const Snapshot& snapshot, const query::Node& root) {
    std::vector<ExplainedValue> values;
    query::for_each_leaf(root, [&](const query::Node& leaf, bool) {
        const auto* value = std::get_if<query::Value>(&leaf.is);
        if (value == nullptr || field(value->field).kind == FieldKind::exact) return;
        const std::size_t before = values.size();
        const ValueCondition meant = values_meant(*value, snapshot);
        for (const ValueId id : meant.ids) {
            const std::uint64_t articles = snapshot.database().get_termfreq(value_term(value->field, id));
            if (articles > 0)
                values.push_back({value->field, value->value, label_of(value->field, id, snapshot),
                                  to_text(id), articles});
        }
        if (values.size() == before)
            values.push_back({value->field, value->value, value->value, to_text(meant.ids.front()), 0});
    });
    return values;
}

std::uint64_t occurrences(const Xapian::Database& database, Xapian::docid document, const std::string& stem) {
    Xapian::PostingIterator posting = database.postlist_begin(stem);
    const Xapian::PostingIterator end = database.postlist_end(stem);
    if (posting != end) posting.skip_to(document);
    return posting == end || *posting != document ? 0 : posting.get_wdf();
}

ExplainedArticle explain_article(Snapshot& snapshot, const AnsweredQuery& answered,
                                 const RankingParameters& ranking, const std::vector<ExplainedTerm>& terms,
                                 const std::string& id) {
    const std::optional<Location> location = snapshot.find(id);
    if (!location) throw Error(ErrorCode::not_found, fmt::format("there is no article \"{}\"", id));
    const Xapian::Database& database = snapshot.database();
    const Xapian::docid document = snapshot.docid(*location);

    ExplainedArticle article;
    article.id = id;
    article.title = snapshot.article(*location).title;
    article.length = database.get_doclength(document);
    article.mean_length = database.get_avlength();
    Candidate candidate(snapshot);
    candidate.turn_to(document);
    article.matches = candidate.satisfies(answered.plan.condition);
    for (const FilterGroup& filter : answered.plan.filters) {
        article.matches = article.matches && candidate.satisfies({AnyOf{filter.any_of}});
    }
    const Bm25Parameters& parameters = ranking.bm25;
    for (const ExplainedTerm& term : terms) {
        ScorePart part{term, occurrences(database, document, term.stem), 0};
        if (part.occurrences == 0) continue;
        part.contribution =
            term.weight * contribution(parameters, term.inverse_frequency,
                                       static_cast<double>(part.occurrences),
                                       static_cast<double>(article.length), article.mean_length);
        article.score += part.contribution;
        article.parts.push_back(part);
    }
    const auto first = answered.result.documents.begin();
    const auto depth = std::min(answered.result.documents.size(), static_cast<std::size_t>(ranking.depth));
    const bool looked_at =
        std::any_of(first, first + static_cast<std::ptrdiff_t>(depth),
                    [&](const RankedDocument& each) { return snapshot.docid(each.location) == document; });
    if (looked_at && !answered.plan.terms.empty()) {
        article.bonus =
            SecondLook(snapshot, answered.plan.terms, answered.plan.entities, ranking).bonus(document);
        article.score += article.bonus->sum();
    }
    return article;
}

}  // namespace

Explanation explain(Snapshot& snapshot, const SearchRequest& request, const std::string* article_id) {
    SearchRequest without_facets = request;
    // The first hits tell which words expansion adds, and which articles have had a second look.
    without_facets.limit = std::max<std::size_t>(1, static_cast<std::size_t>(request.ranking.depth));
    without_facets.offset = 0;
    without_facets.sort = Sort::relevance;
    without_facets.facets.clear();
    AnsweredQuery answered = answer(snapshot, without_facets);

    Explanation explanation;
    explanation.query = request.query;
    explanation.read_as = answered.read_as();
    explanation.matching = answered.matching;
    explanation.tree = query::to_tree(query::resolved(answered.root, answered.matching));
    explanation.total = answered.result.total;
    for (const ScoringTerm& term : answered.plan.terms) {
        explanation.terms.push_back(explain_term(snapshot.database(), term));
    }
    explanation.values = explain_values(snapshot, answered.root);
    explanation.entities = understood(answered);
    if (article_id != nullptr) {
        explanation.article =
            explain_article(snapshot, answered, request.ranking, explanation.terms, *article_id);
    }
    explanation.warnings = std::move(answered.warnings);
    return explanation;
}

}  // namespace broadsheet
