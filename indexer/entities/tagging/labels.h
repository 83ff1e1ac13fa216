// The tagger's labels: beginning, inside, end and single (BIES) of four kinds of names, and outside (O).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace broadsheet::entities {

using Label = std::uint8_t;

// `other` (nationalities, events, products, works) keeps such names out of the three kinds that are reported.
enum class Kind : std::uint8_t { person, organisation, place, other };
inline constexpr int kinds = 4;

inline constexpr Label outside = 0;
inline constexpr int label_count = 1 + 4 * kinds;

enum class Part : std::uint8_t { begin, inside, end, single };

constexpr Label label_of(Kind kind, Part part) {
    return static_cast<Label>(1 + 4 * static_cast<int>(kind) + static_cast<int>(part));
}
constexpr Kind kind_of(Label label) {
    return static_cast<Kind>((label - 1) / 4);
}
constexpr Part part_of(Label label) {
    return static_cast<Part>((label - 1) % 4);
}

// A name has not ended yet after this label.
constexpr bool is_open(Label label) {
    return label != outside && (part_of(label) == Part::begin || part_of(label) == Part::inside);
}
// May stand after `outside`, or after a name that has ended.
constexpr bool may_start(Label label) {
    return label == outside || part_of(label) == Part::begin || part_of(label) == Part::single;
}
constexpr bool may_follow(Label previous, Label next) {
    if (!is_open(previous)) return may_start(next);
    return !may_start(next) && kind_of(previous) == kind_of(next);
}

// A name as a range of token numbers.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // inclusive
    Kind kind = Kind::person;

    friend bool operator==(const Span&, const Span&) = default;
};

// The names in a well-formed label sequence, whose first token has number `offset`.
template <class Labels>
void append_spans(const Labels& labels, std::uint32_t offset, std::vector<Span>& spans) {
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        const Label label = labels[i];
        if (label == outside) continue;
        const Part part = part_of(label);
        if (part == Part::begin || part == Part::single) first = i;
        if (part == Part::end || part == Part::single)
            spans.push_back({offset + first, offset + i, kind_of(label)});
    }
}

}  // namespace broadsheet::entities
