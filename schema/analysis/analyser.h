// Title and body to what the index holds of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/letters.h"
#include "schema/analysis/vocabulary.h"

namespace broadsheet {

// What must be the same when an index is written and when it is asked; kept in the manifest.
struct AnalysisSettings {
    std::string stemmer = "en";      // a Snowball stemmer as Xapian names them, or "none"
    std::uint32_t title_weight = 3;  // a word of the title counts as so many in the body

    friend bool operator==(const AnalysisSettings&, const AnalysisSettings&) = default;
};

// Title and body as one sequence of tokens: those of the title first, then those of the body.
struct AnalysedText {
    struct Term {
        TermNumber number;       // in the Analyser's vocabulary
        std::uint32_t in_title;  // occurrences
        std::uint32_t in_body;
    };
    struct Sentence {
        std::uint32_t tokens;   // never 0
        bool begins_paragraph;  // the title is a paragraph of its own
    };

    std::vector<Term> terms;            // distinct, by first occurrence
    std::vector<std::uint32_t> tokens;  // by position: index into `terms`
    std::vector<Letters> letters;       // by position: how the word is written
    std::vector<Sentence> sentences;    // in order; their tokens add up to tokens.size()
    std::uint32_t title_tokens = 0;
};

// Not thread-safe; every thread has its own.
class Analyser {
public:
    explicit Analyser(AnalysisSettings settings);

    // The result is valid until the next call.
    const AnalysedText& analyse(std::string_view title, std::string_view body);

    const Vocabulary& vocabulary() const { return vocabulary_; }
    const AnalysisSettings& settings() const { return settings_; }

private:
    void append(std::string_view text, bool is_title);

    AnalysisSettings settings_;
    Vocabulary vocabulary_;
    AnalysedText result_;
    std::vector<std::uint32_t> index_in_result_;  // by TermNumber; meaningful where seen_in_ says so
    std::vector<std::uint32_t> seen_in_;          // by TermNumber: the last call that met it
    std::uint32_t call_ = 0;
};

}  // namespace broadsheet
