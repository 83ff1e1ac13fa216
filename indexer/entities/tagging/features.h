// The features of a token. Each is a template number and up to two values, hashed to a row of the model; the
// sink decides what becomes of it: the trainer collects rows, the tagger adds them up. Features are grouped
// by what they depend on, so that the tagger can keep the sums of a word's own features.
//
// After Ratinov and Roth, "Design challenges and misconceptions in named entity recognition" (CoNLL 2009):
// gazetteers, word clusters, and other occurrences of the same word in the document.
#pragma once

#include <bit>
#include <cstdint>

#include "indexer/entities/tagging/document.h"
#include "indexer/entities/tagging/hash.h"

namespace broadsheet::entities {

inline constexpr int row_bits = 21;

inline std::uint32_t feature_row(std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0) {
    return static_cast<std::uint32_t>(mix(a + kind * 0x9E3779B97F4A7C15u, b + kind) >> (64 - row_bits));
}

// Stands beyond both ends of a sentence.
const Word& word_beyond();

// What word `word` says of the token `offset` places before it, offset in -2..2. Depends on nothing else.
template <class Sink>
void word_features(const Word& word, int offset, Sink&& sink) {
    const auto base = static_cast<std::uint32_t>(100 + 20 * (offset + 2));
    sink(feature_row(base, word.lower));
    sink(feature_row(base + 1, word.shape));
    sink(feature_row(base + 2, word.brief));
    if (word.known.coarse != 0) sink(feature_row(base + 3, word.known.coarse));
    if (word.known.fine != 0) sink(feature_row(base + 4, word.known.fine));
    if (offset == 2 || offset == -2) return;
    sink(feature_row(base + 5, word.suffix[2]));
    for (std::uint32_t flags = word.known.flags & any_name; flags != 0; flags &= flags - 1)
        sink(feature_row(base + 6, static_cast<std::uint64_t>(std::countr_zero(flags))));
    if (offset != 0) return;
    sink(feature_row(base + 7, word.exact));
    for (std::uint32_t n = 0; n < 4; ++n) {
        if (word.prefix[n] != 0) sink(feature_row(base + 8 + n, word.prefix[n]));
        if (word.suffix[n] != 0 && n != 2) sink(feature_row(base + 12 + n, word.suffix[n]));
    }
    sink(feature_row(base + 16, static_cast<std::uint64_t>(word.casing), word.known.fine));
    sink(feature_row(base + 17, word.known.flags, static_cast<std::uint64_t>(word.casing)));
    if (word.hyphen) sink(feature_row(base + 18, 1));
}

// What the occurrence number `n` of a word says of the word's other occurrences.
template <class Sink>
void occurrence_features(const Document& document, const Words& words, const Occurrences& all,
                         std::uint32_t n, Sink&& sink) {
    const auto& places = document.places;
    const std::uint32_t at = all.at[n];
    const Sentence& sentence = document.sentences[all.sentence[n]];
    const Word& before = at > sentence.first ? words[places[at - 1].word] : word_beyond();
    const Word& after = at + 1 < sentence.end ? words[places[at + 1].word] : word_beyond();
    sink(feature_row(30, before.lower));
    sink(feature_row(31, after.lower));
    sink(feature_row(32, before.known.fine));
    sink(feature_row(33, after.known.fine));
    if ((before.known.flags & name_first) != 0 && before.capitalised()) sink(feature_row(34, 1));
    if (after.capitalised()) sink(feature_row(35, after.known.flags & any_name));
    if (at > sentence.first && sentence.style == Style::plain) sink(feature_row(36, 1));
}

// What the sentence and the document say of the token at `at`, other occurrences apart.
template <class Sink>
void context_features(const Document& document, const Words& words, const Sentence& sentence,
                      std::uint32_t at, Sink&& sink) {
    const auto& places = document.places;
    const Document::Place& place = places[at];
    const auto neighbour = [&](std::int64_t i) -> const Word& {
        if (i < static_cast<std::int64_t>(sentence.first) || i >= static_cast<std::int64_t>(sentence.end))
            return word_beyond();
        return words[places[static_cast<std::size_t>(i)].word];
    };
    const std::int64_t i = at;
    const Word& word = words[place.word];
    const Word& before = neighbour(i - 1);
    const Word& after = neighbour(i + 1);

    sink(feature_row(1, before.lower, word.lower));
    sink(feature_row(2, word.lower, after.lower));
    sink(feature_row(3, before.lower, after.lower));
    sink(feature_row(4, before.brief, word.brief));
    sink(feature_row(5, word.brief, after.brief));
    sink(feature_row(6, mix(before.brief, word.brief), after.brief));
    sink(feature_row(7, before.known.coarse, word.known.coarse));
    sink(feature_row(8, word.known.coarse, after.known.coarse));
    sink(feature_row(9, before.known.fine, after.known.fine));
    sink(feature_row(10, neighbour(i - 2).lower, before.lower));
    sink(feature_row(11, after.lower, neighbour(i + 2).lower));

    const bool start = at == sentence.first;
    const auto situation = static_cast<std::uint64_t>(word.casing) * 8 +
                           static_cast<std::uint64_t>(sentence.style) * 2 + (start ? 1 : 0);
    sink(feature_row(12, situation));
    sink(feature_row(13, situation, word.lower));

    if (place.name_begin != 0) {
        sink(feature_row(14, place.name_begin));
        for (std::uint32_t flags = place.name_begin; flags != 0; flags &= flags - 1)
            sink(feature_row(15, static_cast<std::uint64_t>(std::countr_zero(flags))));
    }
    if (place.name_inside != 0) {
        sink(feature_row(16, place.name_inside));
        for (std::uint32_t flags = place.name_inside; flags != 0; flags &= flags - 1)
            sink(feature_row(17, static_cast<std::uint64_t>(std::countr_zero(flags))));
    }

    const std::uint32_t length = place.run_last - place.run_first + 1;
    const std::uint64_t extent =
        (length < 6 ? length : 6) * 8 + (at - place.run_first < 6 ? at - place.run_first : 6);
    sink(feature_row(18, extent, static_cast<std::uint64_t>(sentence.style)));
    const Word& run_before = neighbour(static_cast<std::int64_t>(place.run_first) - 1);
    const Word& run_after = neighbour(static_cast<std::int64_t>(place.run_last) + 1);
    if (length > 1) {
        const Word& first = words[places[place.run_first].word];
        const Word& last = words[places[place.run_last].word];
        if (at != place.run_first) sink(feature_row(19, first.lower));
        if (at != place.run_first) sink(feature_row(20, first.known.fine, first.known.flags));
        if (at != place.run_last) sink(feature_row(21, last.lower));
        if (at != place.run_last) sink(feature_row(22, last.known.fine, last.known.flags));
        constexpr std::uint32_t kind_words = name_organisation_word | name_place_word | name_title;
        sink(feature_row(47, last.known.flags & kind_words, first.known.flags & kind_words));
        sink(feature_row(48, last.known.flags & kind_words, first.known.flags & any_name));
        sink(feature_row(23, run_before.lower));
        sink(feature_row(24, run_after.lower));
        sink(feature_row(25, run_before.known.fine, extent));
    }
    sink(feature_row(26, run_before.lower, run_after.lower));
    if (run_after.connective && sentence.style == Style::plain)
        sink(feature_row(27, run_after.lower,
                         neighbour(static_cast<std::int64_t>(place.run_last) + 2).known.fine));

    const std::uint64_t source = document.source;
    sink(feature_row(60, source, word.lower));
    sink(feature_row(61, source, word.known.fine));
    sink(feature_row(62, source, words[places[place.run_last].word].lower));
    sink(feature_row(63, source * 1024 + situation, word.known.flags));
    sink(feature_row(64, source, run_before.lower));
    if (sentence.row) sink(feature_row(40, before.brief, after.brief));
    if (document.topic != 0) {
        const std::uint64_t topic = document.topic * 2u + (sentence.row ? 1 : 0);
        sink(feature_row(41, topic, word.known.flags));
        sink(feature_row(42, topic, static_cast<std::uint64_t>(word.casing)));
        sink(feature_row(43, topic, run_before.lower));
        sink(feature_row(44, topic, run_after.lower));
        sink(feature_row(45, topic, word.lower));
        sink(feature_row(46, topic, word.known.fine));
    }

    if (place.expanded) sink(feature_row(28, at == place.run_first ? 1 : 2));
    if (place.occurrences != 0) {
        const Occurrences& all = document.occurrences[place.occurrences - 1];
        if (all.small) sink(feature_row(29, start ? 1 : 2));
        if (all.expansion != 0) {
            const Word& last = words[places[all.expansion - 1].word];
            sink(feature_row(37, last.lower));
            sink(feature_row(38, last.known.fine));
            sink(feature_row(39, 1));
        }
    }
}

}  // namespace broadsheet::entities
