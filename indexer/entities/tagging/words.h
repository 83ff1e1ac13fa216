// Word forms: everything about a token that depends on its letters alone, worked out once per form.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/tagging/lexicon.h"

namespace broadsheet::entities {

enum class Case : std::uint8_t {
    none,  // no letters: numbers and marks
    lower,
    initial,  // Iraq
    capital,  // a single capital letter, with or without a full stop
    upper,    // NATO
    mixed,    // McDonald, iPhone
};

struct Word {
    std::uint64_t lower = 0;       // hash of the lower-cased form; digits become 0
    std::uint32_t exact = 0;       // hashes, as are the next two
    std::uint32_t shape = 0;       // per character
    std::uint32_t brief = 0;       // with runs collapsed
    std::uint32_t prefix[4] = {};  // of 1 to 4 characters, lower-cased; 0 where the word is shorter
    std::uint32_t suffix[4] = {};
    std::uint32_t fold = 0;     // number of the lower-cased form among those of the Words
    std::uint32_t letters = 0;  // count
    WordEntry known;
    Case casing = Case::none;
    char first = 0;           // the first byte in lower case, 0 if not an ASCII letter
    bool digits = false;      // begins with a digit
    bool connective = false;  // "of", "de", "&": may stand inside a name
    bool function = false;    // "the", "said": an English word that any text of a few lines has
    bool english = false;     // a word that other languages hardly have
    bool foreign = false;  // an uncapitalised word that is frequent in another language, and not in English,
                           // or of another alphabet
    bool suffix_word = false;  // "Corp", "Jr": a full stop after it may belong to the name
    bool ends_sentence = false;
    bool stops = false;  // an abbreviation with a full stop
    bool hyphen = false;
    bool dash = false;   // "-" alone
    bool sport = false;  // a word of sports reports

    bool capitalised() const { return casing >= Case::initial; }
};

// Interned word forms, bounded: when `full()`, the owner clears it between documents.
class Words {
public:
    explicit Words(const Lexicon& lexicon);

    std::uint32_t intern(std::string_view form);
    const Word& operator[](std::uint32_t number) const { return words_[number]; }
    std::size_t size() const { return words_.size(); }
    std::size_t folds() const { return fold_count_; }
    void clear();

    static constexpr std::size_t limit = 1 << 16;
    bool full() const { return words_.size() >= limit; }

private:
    Word describe(std::string_view form);
    std::uint32_t fold_number(std::uint64_t lower);
    void grow();

    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = 0;  // plus one; 0: free
    };
    const Lexicon& lexicon_;
    std::vector<Word> words_;
    std::vector<Slot> slots_;
    std::vector<Slot> fold_slots_;
    std::uint32_t fold_count_ = 0;
};

}  // namespace broadsheet::entities
