#include "schema/analysis/vocabulary.h"

#include <xapian.h>
#include <xxhash.h>

#include "schema/analysis/fold.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

Xapian::Stem stemmer_of(const std::string& name) {
    try {
        return Xapian::Stem(name);
    } catch (const Xapian::InvalidArgumentError&) {
        throw Error(ErrorCode::usage, "there is no stemmer for \"" + name + "\"",
                    "known are none " + Xapian::Stem::get_available_languages());
    }
}

// Some stemmers leave nothing of some words ("s" in Porter's), and Xapian refuses an empty term.
std::string stemmed(const Xapian::Stem& stemmer, const std::string& folded) {
    std::string stem = stemmer(folded);
    return stem.empty() ? folded : stem;
}

}  // namespace

Vocabulary::Vocabulary(const std::string& stemmer)
    : stemmer_(std::make_unique<Xapian::Stem>(stemmer_of(stemmer))) {}

Vocabulary::~Vocabulary() = default;

TermNumber Vocabulary::term_of(std::string_view token) {
    // What does not count must not stay in memory. The byte after it tells where the last character ends.
    token = token.substr(0, longest_raw_token + 1);
    bool is_new = false;
    const std::uint32_t number = tokens_.number_of(token, is_new);
    if (!is_new) return of_token_[number];
    fold_token(token, folded_);
    const std::string stem = stemmed(*stemmer_, folded_);
    bool is_new_stem = false;
    const TermNumber term = stems_.number_of(stem, is_new_stem);
    if (is_new_stem) hashes_.push_back(stem_hash(stem));
    of_token_.push_back(term);
    return term;
}

std::size_t Vocabulary::memory() const {
    return tokens_.memory() + stems_.memory() + of_token_.capacity() * sizeof(TermNumber) +
           hashes_.capacity() * sizeof(std::uint64_t);
}

void Vocabulary::clear() {
    tokens_.clear();
    of_token_ = std::vector<TermNumber>();  // clear() would keep the memory
    stems_.clear();
    hashes_ = std::vector<std::uint64_t>();
}

std::uint64_t stem_hash(std::string_view stem) {
    return XXH3_64bits(stem.data(), stem.size());
}

std::string stem_of(std::string_view token, const std::string& stemmer) {
    return stemmed(stemmer_of(stemmer), fold_token(token));
}

}  // namespace broadsheet
