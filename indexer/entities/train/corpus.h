// Annotated text: two columns (token, label), IOB2, an empty line between sentences, -DOCSTART- between
// documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/tagging/labels.h"

namespace broadsheet::entities::train {

struct GoldSentence {
    std::vector<std::string> tokens;
    std::vector<Span> spans;    // token numbers within the sentence
    bool context_only = false;  // read for the document's sake, not learnt
};

struct GoldDocument {
    std::vector<GoldSentence> sentences;
    bool other_is_open = false;  // names of kind `other` are not, or not reliably, annotated
    std::uint8_t source = 0;     // see Document::source
    std::uint32_t repeat = 1;    // visits in an epoch
};

// Throws Error where the file is not of this form. Hyphens that a corpus cut from the words of a name are
// joined again.
std::vector<GoldDocument> read_corpus(const std::filesystem::path& path);

}  // namespace broadsheet::entities::train
