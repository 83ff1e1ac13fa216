#include "indexer/entities/train/encode.h"

#include <algorithm>
#include <cmath>

#include "indexer/entities/tagging/document.h"
#include "indexer/entities/tagging/features.h"

namespace broadsheet::entities::train {
namespace {

std::uint32_t mask(Label label) {
    return 1u << label;
}

constexpr std::uint32_t outside_or_other =
    1u << outside | 1u << label_of(Kind::other, Part::begin) | 1u << label_of(Kind::other, Part::inside) |
    1u << label_of(Kind::other, Part::end) | 1u << label_of(Kind::other, Part::single);

// The labels that each token of the document may have; names are cut where segments end.
std::vector<std::uint32_t> allowed_labels(const GoldDocument& gold, const Document& document) {
    const std::uint32_t free = gold.other_is_open ? outside_or_other : mask(outside);
    std::vector<std::uint32_t> allowed(document.places.size(), free);
    std::uint32_t offset = 0;
    std::vector<std::uint32_t> segment_of(document.places.size(), 0);
    for (std::uint32_t i = 0; i < document.segments.size(); ++i)
        for (std::uint32_t k = document.segments[i].first; k < document.segments[i].end; ++k)
            segment_of[k] = i + 1;
    for (const GoldSentence& sentence : gold.sentences) {
        for (const Span& span : sentence.spans) {
            if (gold.other_is_open && span.kind == Kind::other) continue;
            for (std::uint32_t i = offset + span.first; i <= offset + span.last; ++i) {
                if (segment_of[i] == 0) continue;
                const bool starts = i == offset + span.first || segment_of[i - 1] != segment_of[i];
                const bool ends = i == offset + span.last || segment_of[i + 1] != segment_of[i];
                const Part part = starts ? (ends ? Part::single : Part::begin)
                                  : ends ? Part::end
                                         : Part::inside;
                allowed[i] = mask(label_of(span.kind, part));
            }
        }
        offset += static_cast<std::uint32_t>(sentence.tokens.size());
    }
    return allowed;
}

}  // namespace

Examples encode(const std::vector<GoldDocument>& documents, const Lexicon& lexicon) {
    Examples examples;
    examples.begin.push_back(0);
    Words words(lexicon);
    Document document;
    for (const GoldDocument& gold : documents) {
        if (words.full()) words.clear();
        document.clear();
        document.source = gold.source;
        std::vector<bool> learnt;
        for (const GoldSentence& sentence : gold.sentences)
            for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
                document.add(words.intern(sentence.tokens[i]), i == 0);
                learnt.push_back(!sentence.context_only);
            }
        document.analyse(words, lexicon);
        const std::vector<std::uint32_t> allowed = allowed_labels(gold, document);
        const auto collect = [&](std::uint32_t feature) { examples.features.push_back(feature); };
        for (const Segment& segment : document.segments) {
            if (!learnt[segment.first]) continue;
            const Sentence& sentence = document.sentences[segment.sentence];
            examples.segments.push_back({static_cast<std::uint32_t>(examples.allowed.size()),
                                         segment.end - segment.first, gold.repeat});
            for (std::uint32_t i = segment.first; i < segment.end; ++i) {
                for (int offset = -2; offset <= 2; ++offset) {
                    const std::int64_t at = static_cast<std::int64_t>(i) + offset;
                    const bool inside = at >= static_cast<std::int64_t>(sentence.first) &&
                                        at < static_cast<std::int64_t>(sentence.end);
                    word_features(
                        inside ? words[document.places[static_cast<std::size_t>(at)].word] : word_beyond(),
                        offset, collect);
                }
                context_features(document, words, sentence, i, collect);
                if (document.places[i].occurrences != 0) {
                    const Occurrences& all = document.occurrences[document.places[i].occurrences - 1];
                    std::uint32_t own = 0;
                    while (own < all.count && all.at[own] != i)
                        ++own;
                    if (own == all.count) --own;
                    for (std::uint32_t n = 0; n < all.count; ++n)
                        if (n != own) occurrence_features(document, words, all, n, collect);
                }
                examples.begin.push_back(examples.features.size());
                examples.allowed.push_back(allowed[i]);
            }
        }
    }
    return examples;
}

Model quantise(const Weights& weights, double prune, const Lexicon& lexicon) {
    double largest = 0;
    for (const auto& values : weights.values)
        for (std::size_t k = 1; k < label_count; ++k)
            largest = std::max(largest, std::abs(values[k] - values[outside]));
    const double unit = largest > 0 ? largest / 1016.0 : 1.0;
    std::vector<Model::Weights> rows;
    for (std::size_t i = 0; i < weights.rows.size(); ++i) {
        Model::Weights row;
        row.row = weights.rows[i];
        double top = 0;
        for (std::size_t k = 1; k < label_count; ++k)
            top = std::max(top, std::abs(weights.values[i][k] - weights.values[i][outside]));
        if (top < prune * largest || top < unit / 2) continue;
        const double step = top / unit > 127.4 ? 8 : 1;
        for (std::size_t k = 1; k < label_count; ++k)
            row.values[k - 1] = static_cast<std::int16_t>(
                std::lround((weights.values[i][k] - weights.values[i][outside]) / unit / step) *
                static_cast<long>(step));
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    Transitions<std::int32_t> transitions{};
    for (std::size_t a = 0; a < label_count; ++a)
        for (std::size_t b = 0; b < label_count; ++b)
            transitions[a][b] = static_cast<std::int32_t>(std::lround(weights.transitions[a][b] / unit));
    return Model(lexicon, rows, transitions);
}

}  // namespace broadsheet::entities::train
