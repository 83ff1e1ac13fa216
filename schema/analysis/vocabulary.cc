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

}  // namespace

Vocabulary::Vocabulary(const std::string& stemmer)
    : stemmer_(std::make_unique<Xapian::Stem>(stemmer_of(stemmer))) {}

Vocabulary::~Vocabulary() = default;

TermNumber Vocabulary::term_of(std::string_view token) {
    bool is_new = false;
    const std::uint32_t number = tokens_.number_of(token, is_new);
    if (!is_new) return of_token_[number];
    fold_token(token, folded_);
    const std::string stem = (*stemmer_)(folded_);
    bool is_new_stem = false;
    const TermNumber term = stems_.number_of(stem, is_new_stem);
    if (is_new_stem) hashes_.push_back(XXH3_64bits(stem.data(), stem.size()));
    of_token_.push_back(term);
    return term;
}

std::size_t Vocabulary::memory() const {
    return tokens_.memory() + stems_.memory() + of_token_.capacity() * sizeof(TermNumber) +
           hashes_.capacity() * sizeof(std::uint64_t);
}

void Vocabulary::clear() {
    tokens_.clear();
    of_token_.clear();
    stems_.clear();
    hashes_.clear();
}

std::string stem_of(std::string_view token, const std::string& stemmer) {
    return stemmer_of(stemmer)(fold_token(token));
}

}  // namespace broadsheet
