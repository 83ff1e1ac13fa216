// Goes through the articles of a segment and tells which of some words stand side by side.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/index/packed_lists.h"
#include "schema/index/positions.h"
#include "schema/index/word_pairs.h"

namespace broadsheet {

struct NeighbourWord {
    std::uint64_t hash;  // of the stem
    PackedList articles;
};

// By windows of documents. Not thread-safe; references what it is given.
class WordNeighbours {
public:
    // At most 65,535 words; a Word is an index into them.
    WordNeighbours(const Positions& positions, const std::vector<NeighbourWord>& words)
        : positions_(positions), words_(words), next_blocks_(words.size(), 0) {}

    // Calls `visit(document, pairs)` for each `step`-th document of the window, if it has one of the words.
    // Pairs come as often as they stand there. Windows in ascending order.
    template <typename Visit>
    void for_each(DocId base, std::uint32_t step, Visit&& visit) {
        read_words(base);
        for (std::uint32_t at = 0; at < WordPairs::window; at += step) {
            if (ends_[at + 1] == ends_[at]) continue;
            read_pairs(base + at, {words_of_.data() + ends_[at], ends_[at + 1] - ends_[at]});
            visit(base + at, pairs_);
        }
    }

private:
    struct Entry {
        std::uint16_t at;
        WordPairs::Word word;
    };
    static constexpr std::uint32_t no_word = 0x10000;

    void read_words(DocId base);
    void read_pairs(DocId document, std::span<const WordPairs::Word> words);

    const Positions& positions_;
    const std::vector<NeighbourWord>& words_;
    std::vector<std::size_t> next_blocks_;  // by word: nothing of a window is in front of it
    // Of a window: its words by document, those of one behind `ends_[at]`.
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> ends_;
    std::vector<WordPairs::Word> words_of_;
    // Of a document.
    std::vector<std::uint32_t> word_of_rank_;
    std::vector<AnalysedText::Sentence> sentences_;
    std::vector<WordPairs::Pair> pairs_;
};

}  // namespace broadsheet
