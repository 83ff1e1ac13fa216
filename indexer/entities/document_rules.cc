#include "indexer/entities/document_rules.h"

namespace broadsheet::entities {
namespace {

constexpr std::uint16_t strong_place = name_country | name_region | name_city_million | name_city_large;

}  // namespace

void DocumentRules::apply(const Document& document, const Words& words, std::vector<Span>& spans) {
    collect(document, spans);
    for (Span& span : spans) {
        if (span.first != span.last) continue;
        const int kind = verdict(document, words, span.first);
        if (kind >= 0) span.kind = static_cast<Kind>(kind);
    }
}

void DocumentRules::collect(const Document& document, const std::vector<Span>& spans) {
    evidence_.assign(document.occurrences.size(), {});
    for (const Span& span : spans) {
        const std::uint32_t index = document.places[span.last].occurrences;
        if (index == 0) continue;
        Evidence& evidence = evidence_[index - 1];
        if (span.first == span.last)
            ++evidence.alone[static_cast<std::size_t>(span.kind)];
        else if (span.kind == Kind::person)
            ++evidence.surname;
    }
}

int DocumentRules::verdict(const Document& document, const Words& words, std::uint32_t at) const {
    const std::uint32_t index = document.places[at].occurrences;
    if (index == 0) return -1;
    const Evidence& evidence = evidence_[index - 1];
    const auto& alone = evidence.alone;
    const std::uint32_t persons = alone[static_cast<std::size_t>(Kind::person)];
    std::uint32_t all = 0;
    std::size_t most = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        all += alone[kind];
        if (alone[kind] > alone[most]) most = kind;
    }
    const bool place = (words[document.places[at].word].known.flags & strong_place) != 0;
    if (evidence.surname > 0 && !place && persons * 2 >= all) return static_cast<int>(Kind::person);
    if (all >= 4 && alone[most] * 4 >= all * 3) return static_cast<int>(most);
    return -1;
}

}  // namespace broadsheet::entities
