// Whether two articles are one text: copies of a wire story that were cut, retitled or lightly edited.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/copies/words.h"
#include "schema/date.h"
#include "schema/index/positions.h"

namespace broadsheet::copies {

// What two texts have in common: runs of at least three words, found greedily from the beginning of one (as
// string tiling does, Wise 1993), and how the gaps between them look.
struct Overlap {
    std::uint32_t words = 0;        // of the shorter
    std::uint32_t other_words = 0;  // of the longer
    std::uint32_t shared = 0;       // in runs; 0 as soon as it is certain that they are no copies
    std::uint32_t runs = 0;
    std::uint32_t in_long_runs = 0;  // of `shared`: in runs of ten and more
    std::uint32_t replaced = 0;      // between neighbouring runs: other words in the place of others
    std::uint32_t facts = 0;         // of `replaced`: numbers, and words with capitals by other such
    std::uint32_t shared_facts = 0;  // numbers and words with capitals in runs
    // Of texts that are the same: they say little of what their titles say, and the titles differ.
    bool is_off_title = false;

    // One text is the other, word for word.
    bool is_whole() const { return shared > 0 && shared == words && words == other_words && runs == 1; }
};

// Compares one article with others of which there are only packed positions. Not thread-safe.
class Comparer {
public:
    // `words` must stay until the next call.
    void turn_to(const Words& words);
    Overlap compare(const ArticlePositions& other);

private:
    struct Run {
        std::uint32_t at;
        std::uint32_t other_at;
        std::uint32_t length;
    };

    void take_ranks(const ArticlePositions& other);
    bool is_off_title(const ArticlePositions& other) const;
    std::size_t in_stretches_of_known_words() const;
    void index_other();
    Run longest_at(std::uint32_t at, std::uint32_t wanted) const;
    void count_gap(const Run& last, const Run& run, const ArticlePositions& other, Overlap& overlap) const;
    bool follows(std::uint32_t at, std::uint32_t other_at) const;

    Words words_;
    std::uint32_t begin_ = 0;            // first token that is compared
    std::vector<std::uint32_t> ranks_;   // by term: its rank in the other
    std::vector<std::uint32_t> mine_;    // tokens as the other's ranks
    std::vector<std::uint32_t> others_;  // the other's tokens
    std::vector<std::uint32_t> heads_;   // by hash of three ranks: the last place, plus one
    std::vector<std::uint32_t> before_;  // by place: the one before it of the same hash, plus one
    std::vector<bool> covered_;          // of the other's tokens
    std::vector<Run> runs_;
};

// `days`: how far their dates are apart, where both are known. The same text below several titles of one
// source is a box of its pages or a notice; other sources print a story under titles of their own.
bool are_copies(const Overlap& overlap, std::optional<double> days, bool of_one_source);

}  // namespace broadsheet::copies
