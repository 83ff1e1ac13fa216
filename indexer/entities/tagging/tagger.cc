#include "indexer/entities/tagging/tagger.h"

#include <bit>

#include "indexer/entities/tagging/features.h"

namespace broadsheet::entities {
namespace {

void add_row(Row& sums, const Row& row) {
    for (std::size_t k = 0; k < row_width; ++k)
        sums[k] = static_cast<std::int16_t>(sums[k] + row[k]);
}

void subtract_row(Row& sums, const Row& row) {
    for (std::size_t k = 0; k < row_width; ++k)
        sums[k] = static_cast<std::int16_t>(sums[k] - row[k]);
}

// The part of the other occurrences' mean score that is added to a token's own; chosen on held-out news.
constexpr std::int64_t shared_sixteenths = 6;

// In favour of no name, in the model's unit, where the largest weight is 1016: learning with a margin leaves
// the tagger a little too keen. Chosen on held-out news as well.
constexpr std::int32_t outside_bonus = 300;

}  // namespace

// The model is larger than the processor's caches: what is needed is asked for before it is used.
template <class Visit>
void Tagger::add(Sums& sums, const Visit& visit) {
    features_.clear();
    visit([this](std::uint32_t feature) {
        model_.prefetch(feature);
        features_.push_back(feature);
    });
    rows_.clear();
    for (const std::uint32_t feature : features_) {
        const Row* row = model_.row(feature);
        if (row == nullptr) continue;
        __builtin_prefetch(row);
        rows_.push_back(row);
    }
    for (const Row* row : rows_)
        add_row(sums, *row);
}

Tagger::Tagger(const Model& model) : model_(model), words_(model.lexicon()) {
    for (int offset = -window; offset <= window; ++offset) {
        Sums& sums = beyond_[offset + window];
        sums.fill(0);
        add(sums, [&](const auto& sink) { word_features(word_beyond(), offset, sink); });
    }
}

void Tagger::forget_if_full() {
    if (!words_.full()) return;
    words_.clear();
    word_sums_.clear();
}

const Tagger::Sums& Tagger::word_sums(std::uint32_t word, int offset) {
    WordSums& entry = word_sums_[word];
    const int slot = offset + window;
    Sums& sums = entry.at[static_cast<std::size_t>(slot)];
    if (((entry.done >> slot) & 1) == 0) {
        entry.done = static_cast<std::uint8_t>(entry.done | (1 << slot));
        add(sums, [&](const auto& sink) { word_features(words_[word], offset, sink); });
    }
    return sums;
}

const Tagger::Sums& Tagger::occurrence_sums(const Document& document, std::uint32_t index, std::uint32_t n) {
    OccurrenceSums& entry = occurrence_sums_[index];
    if (!entry.done) {
        entry.done = true;
        const Occurrences& all = document.occurrences[index];
        for (std::uint32_t k = 0; k < all.count; ++k) {
            add(entry.at[k], [&](const auto& sink) { occurrence_features(document, words_, all, k, sink); });
            add_row(entry.total, entry.at[k]);
        }
    }
    return entry.at[n];
}

void Tagger::emission(const Document& document, const Sentence& sentence, std::uint32_t at,
                      Scores<std::int32_t>& scores) {
    const auto& places = document.places;
    Sums sums{};
    for (int offset = -window; offset <= window; ++offset) {
        const std::int64_t i = static_cast<std::int64_t>(at) + offset;
        const bool inside =
            i >= static_cast<std::int64_t>(sentence.first) && i < static_cast<std::int64_t>(sentence.end);
        add_row(sums, inside ? word_sums(places[static_cast<std::size_t>(i)].word, offset)
                             : beyond_[offset + window]);
    }
    add(sums, [&](const auto& sink) { context_features(document, words_, sentence, at, sink); });
    const Document::Place& place = places[at];
    if (place.occurrences != 0) {
        const std::uint32_t index = place.occurrences - 1;
        const Occurrences& all = document.occurrences[index];
        if (all.count > 1) {
            std::uint32_t own = 0;
            while (own < all.count && all.at[own] != at)
                ++own;
            const Sums& mine = occurrence_sums(document, index, own < all.count ? own : all.count - 1);
            add_row(sums, occurrence_sums_[index].total);
            subtract_row(sums, mine);
        }
    }
    scores[outside] = outside_bonus;
    for (std::size_t k = 0; k < row_width; ++k)
        scores[k + 1] = sums[k];
}

std::uint64_t Tagger::run_key(const Document& document, std::uint32_t at) const {
    const Document::Place& place = document.places[at];
    if (place.occurrences == 0 || place.run_last - place.run_first >= longest_name) return 0;
    if (document.occurrences[place.occurrences - 1].count < 2) return 0;
    std::uint64_t key = at - place.run_first + 1;
    for (std::uint32_t i = place.run_first; i <= place.run_last; ++i)
        key = mix(key, words_[document.places[i].word].lower);
    return key | 1;
}

void Tagger::share(const Document& document) {
    group_of_.assign(scores_.size(), 0);
    groups_.assign(1, {});
    std::size_t token = 0;
    group_table_.assign(std::bit_ceil(scores_.size() + scores_.size() / 2 + 1), 0);
    const std::size_t mask = group_table_.size() - 1;
    for (const Segment& segment : document.segments)
        for (std::uint32_t i = segment.first; i < segment.end; ++i, ++token) {
            const std::uint64_t key = run_key(document, i);
            if (key == 0) continue;
            std::size_t at = (key >> 1) & mask;
            while (group_table_[at] != 0 && groups_[group_table_[at]].key != key)
                at = (at + 1) & mask;
            if (group_table_[at] == 0) {
                group_table_[at] = static_cast<std::uint32_t>(groups_.size());
                groups_.push_back({key, 0, {}});
            }
            Group& group = groups_[group_table_[at]];
            ++group.tokens;
            for (std::size_t k = 0; k < label_count; ++k)
                group.sum[k] += scores_[token][k];
            group_of_[token] = group_table_[at];
        }
    for (std::size_t i = 0; i < scores_.size(); ++i) {
        const Group& group = groups_[group_of_[i]];
        if (group.tokens < 2) continue;
        const std::int64_t others = static_cast<std::int64_t>(group.tokens) - 1;
        for (std::size_t k = 0; k < label_count; ++k)
            scores_[i][k] +=
                static_cast<std::int32_t>((group.sum[k] - scores_[i][k]) * shared_sixteenths / (16 * others));
    }
}

// "The", "He", "But" at the beginning of a sentence that goes on in small letters: no name, and too frequent
// to ask the model.
bool Tagger::is_plain_opening(const Document& document, const Sentence& sentence, std::uint32_t at) const {
    if (at != sentence.first || at + 1 >= sentence.end) return false;
    const Word& word = words_[document.places[at].word];
    return word.function && word.casing == Case::initial &&
           words_[document.places[at + 1].word].casing == Case::lower;
}

void Tagger::tag(Document& document, std::vector<Span>& spans) {
    document.analyse(words_, model_.lexicon());
    word_sums_.resize(words_.size());
    occurrence_sums_.assign(document.occurrences.size(), {});
    scores_.clear();
    for (const Segment& segment : document.segments)
        for (std::uint32_t i = segment.first; i < segment.end; ++i) {
            scores_.emplace_back();
            const Sentence& sentence = document.sentences[segment.sentence];
            if (!is_plain_opening(document, sentence, i)) emission(document, sentence, i, scores_.back());
        }
    share(document);
    std::size_t base = 0;
    for (const Segment& segment : document.segments) {
        const std::span<Scores<std::int32_t>> scores(scores_.data() + base, segment.end - segment.first);
        base += scores.size();
        decoder_.decode(scores, model_.transitions(), {}, labels_);
        append_spans(labels_, segment.first, spans);
    }
}

}  // namespace broadsheet::entities
