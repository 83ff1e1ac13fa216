#include "searcher/match/fast/phrase_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "searcher/match/fast/leaf_selectors.h"
#include "searcher/placement/phrase.h"

namespace broadsheet {

namespace {

// Documents that can have two frequent words side by side.
class PairSelector : public Selector {
public:
    PairSelector(const WordPairs& pairs, WordPairs::Pair pair, std::uint64_t estimate)
        : pairs_(pairs), pair_(pair), estimate_(estimate) {}
    DocId next(DocId from) override { return from; }
    void propose(Window window, const Mask& within, Mask& found) override {
        static_assert(WordPairs::window == Window::size);
        found = within;
        pairs_.filter(pair_, window.base, found.words());
    }
    std::uint64_t estimate() const override { return estimate_; }

private:
    const WordPairs& pairs_;
    WordPairs::Pair pair_;
    std::uint64_t estimate_;
};

}  // namespace

PhraseWords words_of_phrase(const Placement& placement, SegmentIndex& segment) {
    const WordPairs* pairs = segment.word_pairs();
    const std::optional<Phrase> phrase = Phrase::of(placement);
    if (pairs == nullptr || !phrase) return {};
    const std::vector<PlacedStem>& stems = phrase->stems();
    std::vector<std::optional<WordPairs::Word>> words;
    words.reserve(stems.size());
    for (const PlacedStem& stem : stems)
        words.push_back(pairs->word(stem.hash));

    std::vector<bool> is_known(stems.size(), false);  // to be there, as a pair with a list has it
    std::vector<SelectorPtr> filters;
    std::vector<SelectorPtr> parts;
    for (std::size_t i = 1; i < stems.size(); ++i) {
        if (!words[i - 1] || !words[i]) continue;
        const WordPairs::Pair pair = WordPairs::pair(*words[i - 1], *words[i]);
        if (const auto list = pairs->list(pair)) {
            parts.push_back(std::make_unique<TermSelector>(PostingCursor(*list), list->postings()));
            is_known[i - 1] = is_known[i] = true;
        } else {
            // Cheap, and so right behind the rarer of its words.
            const std::uint64_t estimate =
                std::min(segment.frequency(stems[i - 1].text), segment.frequency(stems[i].text));
            filters.push_back(std::make_unique<PairSelector>(*pairs, pair, estimate));
        }
    }
    if (stems.size() == 2 && !parts.empty()) return {std::move(parts.front()), true};
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (is_known[i]) continue;
        const std::uint64_t frequency = segment.frequency(stems[i].text);
        if (frequency == 0) return {std::make_unique<NothingSelector>(), true};
        parts.push_back(std::make_unique<TermSelector>(segment.open(stems[i].text), frequency));
    }
    // A filter must not lead: it does not know where its documents are.
    std::move(filters.begin(), filters.end(), std::back_inserter(parts));
    return {std::make_unique<AllSelector>(std::move(parts), std::vector<SelectorPtr>{}), false};
}

}  // namespace broadsheet
