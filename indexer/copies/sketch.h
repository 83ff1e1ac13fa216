// A few hashes that stand for an article's text where candidates are looked for.
//
// Of the shingles of five words (Broder 1997) those with the smallest hashes: texts that share shingles share
// small ones. An article is found by eight and asks with more, for a copy that was cut to a part of the
// other's length has smallest hashes that are not among the other's smallest, and the other way round.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::copies {

inline constexpr std::size_t kept_hashes = 8;
inline constexpr std::size_t asked_hashes = 48;

// The first `kept_hashes` are what an article is found by, all what it looks with. Fewer where the text is
// short.
class Sketcher {
public:
    // `words`: the hash of each word's stem, in order. Valid until the next call.
    std::span<const std::uint32_t> sketch(std::span<const std::uint64_t> words);

private:
    void collect(std::span<const std::uint64_t> words, std::uint64_t limit);

    std::vector<std::uint64_t> shingles_;
    std::vector<std::uint32_t> sketch_;
};

}  // namespace broadsheet::copies
