// Persons, organisations and places in an article.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "indexer/entities/document_rules.h"
#include "indexer/entities/mention.h"
#include "indexer/entities/roles.h"
#include "indexer/entities/tagging/tagger.h"
#include "indexer/entities/tagging/tokens.h"

namespace broadsheet::entities {

// One thread's recogniser over a shared model, which must outlive it. Keeps buffers and word forms between
// articles; the result for an article does not depend on the articles before it.
class Recogniser {
public:
    explicit Recogniser(const Model& model) : tagger_(model) {}

    // The names in the title, then those in the body, each in order of place and without overlap. Body
    // paragraphs are separated by "\n\n". Any bytes will do: time is linear in them, memory bounded beside
    // the result. Text that is not English has no names. Offsets are 32 bits: what lies beyond 4 GiB is not
    // read.
    std::vector<Mention> recognise(std::string_view title, std::string_view body);

private:
    struct Source {
        std::string_view text;
        std::uint32_t offset;  // of the slice in the title or the body
        bool title;
    };
    struct Piece {
        Token token;
        std::uint32_t word;
        bool title;
    };
    void read(const Source& source);
    void drop_foreign_paragraphs();
    void recognise_pieces(std::string_view title, std::string_view body, bool first_part, bool last_part,
                          std::vector<Mention>& mentions);

    Tagger tagger_;
    DocumentRules rules_;
    RoleFinder roles_;
    Document document_;
    std::vector<Token> tokens_;
    std::vector<Piece> pieces_;
    std::vector<Span> spans_;
};

}  // namespace broadsheet::entities
