#include "schema/index/word_neighbours.h"

#include <algorithm>
#include <array>

namespace broadsheet {

void WordNeighbours::read_words(DocId base) {
    entries_.clear();
    std::vector<std::uint32_t> counts(WordPairs::window + 1, 0);
    std::array<DocId, PackedList::block_size> documents{};
    for (std::size_t word = 0; word < words_.size(); ++word) {
        const PackedList& list = words_[word].articles;
        std::size_t& block = next_blocks_[word];
        block = list.find_block(base, block);
        for (std::size_t i = block; i < list.blocks() && list.first(i) < base + WordPairs::window; ++i) {
            const std::size_t count = list.documents(i, documents);
            for (std::size_t j = 0; j < count; ++j) {
                const std::uint32_t at = documents[j] - base;
                if (at >= WordPairs::window) continue;
                entries_.push_back({static_cast<std::uint16_t>(at), static_cast<WordPairs::Word>(word)});
                ++counts[at + 1];
            }
        }
    }
    for (std::size_t at = 1; at < counts.size(); ++at)
        counts[at] += counts[at - 1];
    ends_ = counts;
    words_of_.resize(entries_.size());
    for (const Entry& entry : entries_)
        words_of_[counts[entry.at]++] = entry.word;
}

void WordNeighbours::read_pairs(DocId document, std::span<const WordPairs::Word> words) {
    pairs_.clear();
    const std::string_view record = positions_.record(document);
    if (record.empty()) return;
    const ArticlePositions article(record);
    word_of_rank_.assign(article.distinct(), no_word);
    for (const WordPairs::Word word : words) {
        const std::uint32_t rank = article.rank_of(words_[word].hash);
        if (rank < article.distinct()) word_of_rank_[rank] = word;
    }
    article.sentences(sentences_);
    std::uint32_t before = no_word;
    std::uint32_t position = 0;
    const auto read_to = [&](std::uint32_t end) {
        for (; position < end; ++position) {
            const std::uint32_t rank = article.rank_at(position);
            const std::uint32_t word = rank < article.distinct() ? word_of_rank_[rank] : no_word;
            if (before != no_word && word != no_word) {
                pairs_.push_back(WordPairs::pair(static_cast<WordPairs::Word>(before),
                                                 static_cast<WordPairs::Word>(word)));
            }
            before = word;
        }
    };
    for (const AnalysedText::Sentence& sentence : sentences_) {
        if (sentence.begins_paragraph) before = no_word;
        read_to(position + std::min(sentence.tokens, article.size() - position));
    }
    read_to(article.size());
}

}  // namespace broadsheet
