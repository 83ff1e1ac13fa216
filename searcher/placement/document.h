// What the evaluator of placements asks of an article.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/analysis/analyser.h"

namespace broadsheet {

// The tokens of one article: the title's first, then the text's. Words are those of a Placement, by index.
class DocumentWords {
public:
    // What to say of a token whose form can not be looked at yet.
    enum class Doubt { accept, reject };

    DocumentWords() = default;
    virtual ~DocumentWords() = default;
    DocumentWords(const DocumentWords&) = delete;
    DocumentWords& operator=(const DocumentWords&) = delete;

    virtual std::uint32_t size() const = 0;        // tokens
    virtual std::uint32_t title_size() const = 0;  // of which in the title

    // Appends the positions of a word, ascending.
    virtual void find(std::uint32_t word, Doubt doubt, std::vector<std::uint32_t>& positions) = 0;
    // Whether the word stands there; position < size().
    virtual bool stands_at(std::uint32_t word, std::uint32_t position, Doubt doubt) = 0;

    // In place of what `result` has; the title's first, if there is one.
    virtual void sentences(std::vector<AnalysedText::Sentence>& result) = 0;
};

}  // namespace broadsheet
