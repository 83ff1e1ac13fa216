// Names in a document by the trained model.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/tagging/document.h"
#include "indexer/entities/tagging/labels.h"
#include "indexer/entities/tagging/model.h"

namespace broadsheet::entities {

// One thread's tagger: keeps word forms and their sums from document to document. The model must outlive it.
class Tagger {
public:
    explicit Tagger(const Model& model);

    // To add words to documents with. Numbers are valid until forget().
    Words& words() { return words_; }

    // Between documents: drops the word forms when there are many.
    void forget_if_full();

    // Analyses the document and appends its names in order of place. Time and memory are linear in its
    // tokens.
    void tag(Document& document, std::vector<Span>& spans);

private:
    using Sums = Row;
    static constexpr int window = 2;

    // Adds the weights of the features that `visit` hands to its argument.
    template <class Visit>
    void add(Sums& sums, const Visit& visit);
    const Sums& word_sums(std::uint32_t word, int offset);
    void emission(const Document& document, const Sentence& sentence, std::uint32_t at,
                  Scores<std::int32_t>& scores);
    bool is_plain_opening(const Document& document, const Sentence& sentence, std::uint32_t at) const;
    // Adds to each token's scores a part of the mean of what the same word of the same run of words has
    // elsewhere.
    void share(const Document& document);
    // Equal for tokens at the same place of equal runs, whatever their case; 0 where there is no other.
    std::uint64_t run_key(const Document& document, std::uint32_t at) const;
    const Sums& occurrence_sums(const Document& document, std::uint32_t index, std::uint32_t n);

    const Model& model_;
    Words words_;
    struct WordSums {
        std::array<Sums, 2 * window + 1> at{};
        std::uint8_t done = 0;  // bit per offset
    };
    std::vector<WordSums> word_sums_;
    struct OccurrenceSums {
        std::array<Sums, Occurrences::limit> at{};
        Sums total{};
        bool done = false;
    };
    std::vector<OccurrenceSums> occurrence_sums_;
    Sums beyond_[2 * window + 1];
    std::vector<Scores<std::int32_t>> scores_;
    std::vector<Label> labels_;
    struct Group {
        std::uint64_t key = 0;
        std::uint32_t tokens = 0;
        Scores<std::int64_t> sum{};
    };
    std::vector<Group> groups_;               // the first one is nobody's
    std::vector<std::uint32_t> group_table_;  // hash table over them
    std::vector<std::uint32_t> group_of_;     // by token of the segments
    Decoder<std::int32_t> decoder_;
    std::vector<std::uint32_t> features_;
    std::vector<const Row*> rows_;
};

}  // namespace broadsheet::entities
