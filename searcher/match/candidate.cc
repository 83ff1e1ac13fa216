#include "searcher/match/candidate.h"

#include <algorithm>

#include "schema/document_values.h"
#include "searcher/match/xapian_query.h"
#include "searcher/placement/analysed_document.h"
#include "searcher/placement/evaluator.h"

namespace broadsheet {

Candidate::Candidate(Snapshot& snapshot) : snapshot_(snapshot), analyser_(snapshot.manifest().analysis) {}

void Candidate::turn_to(Xapian::docid document) {
    id_ = document;
    document_ = snapshot_.database().get_document(document);
    article_.reset();
    text_ = nullptr;
}

bool Candidate::satisfies(const Condition& condition) {
    return std::visit([this](const auto& kind) { return holds(kind); }, condition.is);
}

std::optional<Seconds> Candidate::date() const {
    return date_from_value(document_.get_value(field(FieldId::date).slot));
}

const Article& Candidate::article() {
    if (!article_) article_ = snapshot_.article(snapshot_.locate(id_));
    return *article_;
}

const AnalysedText& Candidate::text() {
    if (text_ == nullptr) text_ = &analyser_.analyse(article().title, article().body);
    return *text_;
}

bool Candidate::holds(const TermCondition& condition) {
    const auto is_wanted = [&](const AnalysedText::Term& term) {
        return (!condition.title_only || term.in_title > 0) &&
               std::binary_search(condition.stems.begin(), condition.stems.end(),
                                  analyser_.vocabulary().text(term.number));
    };
    const std::vector<AnalysedText::Term>& terms = text().terms;
    return std::any_of(terms.begin(), terms.end(), is_wanted);
}

bool Candidate::holds(const PlacementCondition& condition) {
    AnalysedDocument document(*condition.placement);
    document.turn_to(article().title, article().body, text(), analyser_.vocabulary());
    return PlacementEvaluator(*condition.placement).holds(document);
}

bool Candidate::holds(const ValueCondition& value) const {
    const Field& row = field(value.field);
    const std::vector<ValueId> ids = row.slot == no_slot ? ids_of_terms(document_, value.field)
                                                         : unpack_ids(document_.get_value(row.slot));
    return std::any_of(value.ids.begin(), value.ids.end(),
                       [&](ValueId id) { return std::binary_search(ids.begin(), ids.end(), id); });
}

bool Candidate::holds(const ExactCondition& exact) {
    return (exact.field == FieldId::url ? article().url : article().id) == exact.value;
}

bool Candidate::holds(const query::Dates& dates) const {
    const std::optional<Seconds> when = date();
    return when && (!dates.begin || *when >= *dates.begin) && (!dates.end || *when < *dates.end);
}

bool Candidate::holds(const AllOf& all) {
    return std::all_of(all.parts.begin(), all.parts.end(),
                       [this](const Condition& part) { return satisfies(part); });
}

bool Candidate::holds(const AnyOf& any) {
    return std::any_of(any.parts.begin(), any.parts.end(),
                       [this](const Condition& part) { return satisfies(part); });
}

bool Candidate::holds(const NoneOf& none) {
    return std::none_of(none.parts.begin(), none.parts.end(),
                        [this](const Condition& part) { return satisfies(part); });
}

}  // namespace broadsheet
