// Tokens to terms: folding and stemming, remembered.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/interner.h"

namespace Xapian {
class Stem;
}

namespace broadsheet {

// The numbering of a Vocabulary's terms; meaningful only within it.
using TermNumber = std::uint32_t;

// One thread's memory of which term each token becomes. A collection's words are few and repeat, so that
// folding and stemming, the costly steps, happen once for each word. Not thread-safe; every thread has its
// own.
class Vocabulary {
public:
    // `stemmer`: a Snowball stemmer as Xapian names them ("en"), or "none". Throws Error(usage) for an
    // unknown one.
    explicit Vocabulary(const std::string& stemmer);
    ~Vocabulary();
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    // The term of a token of the Tokenizer.
    TermNumber term_of(std::string_view token);

    // The stem as it stands in the posting lists. Valid until clear().
    std::string_view text(TermNumber term) const { return stems_.text(term); }
    // XXH3 of the stem, the same on every machine.
    std::uint64_t hash(TermNumber term) const { return hashes_[term]; }

    std::size_t size() const { return stems_.size(); }
    // Bytes held, about.
    std::size_t memory() const;
    // Forgets everything; numbers and texts given out before are void.
    void clear();

private:
    Interner tokens_;                   // raw tokens
    std::vector<TermNumber> of_token_;  // by number of the raw token
    Interner stems_;
    std::vector<std::uint64_t> hashes_;
    std::unique_ptr<Xapian::Stem> stemmer_;
    std::string folded_;
};

// Vocabulary::hash() of a stem, without a Vocabulary.
std::uint64_t stem_hash(std::string_view stem);

// The term of one token, without a Vocabulary: for queries.
std::string stem_of(std::string_view token, const std::string& stemmer);

}  // namespace broadsheet
