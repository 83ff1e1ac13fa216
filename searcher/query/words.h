// The words of a query, and how near to one another they have to stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::query {

// The part of an article in which words count. The title is never part of the text's first sentences.
enum class Zone { anywhere, title, lead, title_or_lead };

// The sentences of the text that are its lead.
inline constexpr std::uint32_t lead_sentences = 3;

// What a word must look like where it stands.
enum class Letters { any, some_capital, all_capital, no_capital };

// One word, as the Tokenizer cut it.
struct Word {
    enum class Kind {
        plain,    // every form of it, or with `exact` this form
        pattern,  // `folded` has * for any characters and ? for one
        fuzzy,    // and words that are at most `edits` letters apart
        any,      // whatever word stands there; only inside a phrase
    };

    Kind kind = Kind::plain;
    std::string token;   // as typed, without marks of the language; the folded text of a pattern
    std::string folded;  // as shown
    bool exact = false;  // not stemmed
    std::uint32_t edits = 0;
    Letters letters = Letters::any;

    friend bool operator==(const Word&, const Word&) = default;
};

// Words that must stand side by side in this order, within one paragraph; most often a single one.
struct Text {
    std::vector<Word> words;  // never empty; the first and the last are not of kind `any`
    Zone zone = Zone::anywhere;

    friend bool operator==(const Text&, const Text&) = default;
};

// How near the two sides of a distance operator stand. Both are on the same side of the title's end, and they
// do not overlap.
struct Proximity {
    enum class Unit { words, sentence, paragraph };

    Unit unit = Unit::words;
    std::uint32_t words = 1;  // of unit `words`: from one to the other; 1 is side by side
    bool ordered = false;     // the left side comes first
    bool negative = false;    // an occurrence of the left side that has none of the right side near it

    friend bool operator==(const Proximity&, const Proximity&) = default;
};

}  // namespace broadsheet::query
