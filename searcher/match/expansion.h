// The words of a query as stems of the index: one for a plain word, those that an index has for a wildcard or
// a fuzzy word.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "schema/index/snapshot.h"
#include "searcher/query/word_pattern.h"

namespace broadsheet {

inline constexpr std::size_t most_scoring = 10;  // of a word's stems, the most frequent, count for the score

struct ExpandedStem {
    std::string text;
    std::uint64_t articles = 0;  // that have it
    bool doubtful = false;       // only some of the words with this stem are meant
};

struct ExpandedWord {
    std::vector<ExpandedStem> stems;  // by descending frequency, then by text; distinct
    std::size_t found = 0;            // before what is beyond query::most_expanded was left out
};

// Not thread-safe.
class TermExpander {
public:
    TermExpander(Xapian::Database database, std::string stemmer)
        : database_(std::move(database)), stemmer_(std::move(stemmer)) {}
    // The snapshot must outlive it. Finds plain words faster than with its database alone.
    explicit TermExpander(Snapshot& snapshot)
        : TermExpander(snapshot.database(), snapshot.manifest().analysis.stemmer) {
        snapshot_ = &snapshot;
    }

    // `word` is not of kind `any`. Valid until the next call.
    const ExpandedWord& expand(const query::Word& word);

    // The words so far of which not every stem is searched for, as whole sentences.
    const std::vector<std::string>& warnings() const { return warnings_; }

private:
    ExpandedWord look_up(const query::Word& word);

    std::uint64_t frequency(const std::string& stem) const;

    Snapshot* snapshot_ = nullptr;
    Xapian::Database database_;
    std::string stemmer_;
    std::vector<std::pair<query::Word, ExpandedWord>> known_;
    std::vector<std::string> warnings_;
};

}  // namespace broadsheet
