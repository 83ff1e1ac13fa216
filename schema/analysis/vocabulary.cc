#include "schema/analysis/vocabulary.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "schema/analysis/characters.h"
#include "schema/analysis/fold.h"
#include "schema/error.h"

namespace broadsheet {

namespace {

// What French, Italian and Catalan write together with the word behind it: l'économie, dell'economia.
constexpr auto elided = std::to_array<std::string_view>(
    {"all", "bell",   "c",    "coll", "d",  "dall",   "dell",  "gl",     "j",    "jusqu", "l", "m",
     "n",   "lorsqu", "nell", "s",    "qu", "puisqu", "quell", "quoiqu", "sant", "sull",  "t", "un"});

bool elides(const Xapian::Stem& stemmer) {
    const std::string name = stemmer.get_description();
    return name == "Xapian::Stem(french)" || name == "Xapian::Stem(italian)" ||
           name == "Xapian::Stem(catalan)";
}

std::string_view without_elided(std::string_view token) {
    std::string small;
    std::size_t at = 0;
    for (; at < token.size() && small.size() < 8; ++at) {
        const char c = token[at];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) break;
        small += static_cast<char>(c | 0x20);
    }
    if (at >= token.size() || std::find(elided.begin(), elided.end(), small) == elided.end()) return token;
    const Character apostrophe = character_at(token, at);
    if (!is_apostrophe(apostrophe.value) || at + apostrophe.size >= token.size()) return token;
    return token.substr(at + apostrophe.size);
}

Xapian::Stem stemmer_of(const std::string& name) {
    try {
        return Xapian::Stem(name);
    } catch (const Xapian::InvalidArgumentError&) {
        throw Error(ErrorCode::usage, "there is no stemmer for \"" + name + "\"",
                    "known are none " + Xapian::Stem::get_available_languages());
    }
}

// `folded` is room to work in. Some stemmers leave nothing of some words ("s" in Porter's), and Xapian
// refuses an empty term.
std::string stemmed(const Xapian::Stem& stemmer, std::string_view token, std::string& folded) {
    const bool may_elide = token.find_first_of("'\xe2\xca") != std::string_view::npos;
    fold_token(may_elide && elides(stemmer) ? without_elided(token) : token, folded);
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
    const std::string stem = stemmed(*stemmer_, token, folded_);
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
    std::string folded;
    return stemmed(stemmer_of(stemmer), token, folded);
}

}  // namespace broadsheet
