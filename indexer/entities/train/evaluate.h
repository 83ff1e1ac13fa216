// Exact-span precision, recall and F1 of persons, organisations and places.
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/tagging/model.h"
#include "indexer/entities/train/corpus.h"

namespace broadsheet::entities::train {

struct Count {
    std::uint64_t gold = 0;
    std::uint64_t found = 0;
    std::uint64_t right = 0;

    double precision() const {
        return found == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found);
    }
    double recall() const {
        return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold);
    }
    double f1() const {
        return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
    }
    Count& operator+=(const Count& other) {
        gold += other.gold;
        found += other.found;
        right += other.right;
        return *this;
    }
};

struct Evaluation {
    std::array<Count, 3> kinds{};  // person, organisation, place
    Count all;
    Count sets;  // distinct names with their kind, per document
};

// Tags the corpus's own tokens.
Evaluation evaluate(const Model& model, const std::vector<GoldDocument>& documents);

// Sets the documents as running text, one sentence a paragraph, and compares what the recogniser finds in it
// byte by byte.
Evaluation evaluate_text(const Model& model, const std::vector<GoldDocument>& documents);

// A document as text: tokens with the spaces that writers put between them. `ranges`, if given, receives the
// byte range of each token.
std::string text_of(const GoldDocument& document,
                    std::vector<std::pair<std::uint32_t, std::uint32_t>>* ranges = nullptr);

void print(std::ostream& out, std::string_view name, const Evaluation& evaluation);

}  // namespace broadsheet::entities::train
