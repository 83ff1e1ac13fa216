// What the whole document says of a name, applied after the tagger: a full name tells what its last word
// alone is, and a word that is nearly always one kind of name is that kind everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/entities/tagging/document.h"
#include "indexer/entities/tagging/labels.h"

namespace broadsheet::entities {

class DocumentRules {
public:
    // Changes kinds of names of one word. Linear in the document.
    void apply(const Document& document, const Words& words, std::vector<Span>& spans);

private:
    struct Evidence {                              // of a word, by the document's occurrences
        std::uint32_t surname = 0;                 // times last in a longer person's name
        std::array<std::uint32_t, kinds> alone{};  // times a name by itself
    };
    void collect(const Document& document, const std::vector<Span>& spans);
    // The kind of the word at `at` by itself, as the rest of the document has it; -1 where it does not say.
    int verdict(const Document& document, const Words& words, std::uint32_t at) const;

    std::vector<Evidence> evidence_;
};

}  // namespace broadsheet::entities
