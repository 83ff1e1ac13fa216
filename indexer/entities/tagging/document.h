// A text as the tagger sees it: word numbers, sentences, the tokens that may belong to a name, and what the
// document as a whole says about its words.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/tagging/words.h"

namespace broadsheet::entities {

enum class Style : std::uint8_t { plain, capitals, headline };  // headline: Most Words Are Capitalised

struct Sentence {
    std::uint32_t first = 0;
    std::uint32_t end = 0;  // exclusive
    Style style = Style::plain;
    bool row = false;  // of a table: numbers, hardly a small word
};

// A maximal run of tokens that may belong to names, inside one sentence. All other tokens are outside.
struct Segment {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
};

// Where a capitalised word stands in the document; the first few places.
struct Occurrences {
    static constexpr std::uint32_t limit = 5;
    std::uint32_t at[limit] = {};
    std::uint32_t sentence[limit] = {};
    std::uint8_t count = 0;
    bool small = false;  // the same word occurs uncapitalised, too
    std::uint32_t expansion =
        0;  // last word of the name that this word abbreviates, plus one: "Space Agency (ESA)"
};

// The tokens' context, worked out in a few linear passes. Buffers are reused from document to document.
class Document {
public:
    // One token: its word's number and whether it begins a paragraph. A document is at most `limit` tokens.
    void add(std::uint32_t word, bool after_break);
    void clear();
    static constexpr std::size_t limit = 1 << 16;

    void analyse(const Words& words, const Lexicon& lexicon);

    struct Place {  // what is kept of each token
        std::uint32_t word = 0;
        std::uint32_t run_first = 0;  // the run of capitalised words that it stands in
        std::uint32_t run_last = 0;
        std::uint32_t occurrences = 0;  // index plus one
        std::uint16_t name_begin = 0;   // flags of the longest listed name of several words that begins here
        std::uint16_t name_inside = 0;  // ... that goes on here
        bool after_break = false;
        bool candidate = false;
        bool expanded = false;  // an acronym for this name follows it in brackets
    };
    std::vector<Place> places;
    std::vector<Sentence> sentences;
    std::vector<Segment> segments;
    std::vector<Occurrences> occurrences;
    std::uint8_t source = 0;  // whose conventions: 0 the project's; others only in training
    std::uint8_t topic =
        0;  // 0: any; 1: some sport; 2: a sports report; plus 3 where most sentences are rows

private:
    void find_sentences(const Words& words);
    void find_topic(const Words& words);
    void find_candidates(const Words& words);
    void find_runs(const Words& words);
    void find_occurrences(const Words& words);
    void find_acronyms(const Words& words);
    void find_listed_names(const Words& words, const Lexicon& lexicon);

    std::vector<std::uint32_t> by_fold_;  // index plus one into occurrences; zero between documents
    std::vector<std::uint32_t> folds_;    // those that are not zero
};

}  // namespace broadsheet::entities
