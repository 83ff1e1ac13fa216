#include "searcher/match/candidate.h"

#include <algorithm>

#include "searcher/match/xapian_query.h"

namespace broadsheet {

namespace {

// Of a field without a slot: ascending.
std::vector<ValueId> ids_of_terms(const Xapian::Document& document, std::string_view prefix) {
    std::vector<ValueId> ids;
    Xapian::TermIterator term = document.termlist_begin();
    const Xapian::TermIterator end = document.termlist_end();
    for (term.skip_to(std::string(prefix)); term != end && (*term).starts_with(prefix); ++term) {
        ValueId id = 0;
        if (from_text((*term).substr(prefix.size()), id)) ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace

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

std::optional<std::uint32_t> Candidate::find(std::string_view stem) {
    const std::vector<AnalysedText::Term>& terms = text().terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (analyser_.vocabulary().text(terms[i].number) == stem) return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
}

bool Candidate::holds(const TermCondition& term) {
    const auto index = find(term.stem);
    return index && (!term.title_only || text().terms[*index].in_title > 0);
}

bool Candidate::holds(const PhraseCondition& phrase) {
    std::vector<std::uint32_t> wanted;
    for (const std::string& stem : phrase.stems) {
        const auto index = find(stem);
        if (!index) return false;
        wanted.push_back(*index);
    }
    const AnalysedText& analysed = text();
    const auto found_in = [&](std::size_t begin, std::size_t end) {
        const auto tokens = analysed.tokens.begin();
        const auto last = tokens + static_cast<std::ptrdiff_t>(end);
        return std::search(tokens + static_cast<std::ptrdiff_t>(begin), last, wanted.begin(), wanted.end()) !=
               last;
    };
    if (phrase.title_only) return found_in(0, analysed.title_tokens);
    std::size_t begin = 0;
    std::size_t end = 0;
    for (const AnalysedText::Sentence& sentence : analysed.sentences) {
        if (sentence.begins_paragraph) {
            if (found_in(begin, end)) return true;
            begin = end;
        }
        end += sentence.tokens;
    }
    return found_in(begin, end);
}

bool Candidate::holds(const ValueCondition& value) const {
    const Field& row = field(value.field);
    const std::vector<ValueId> ids =
        row.slot == no_slot ? ids_of_terms(document_, row.prefix) : unpack_ids(document_.get_value(row.slot));
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
