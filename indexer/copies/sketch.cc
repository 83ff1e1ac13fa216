#include "indexer/copies/sketch.h"

#include <algorithm>
#include <limits>

namespace broadsheet::copies {

namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::uint64_t odd = 0x9e3779b97f4a7c15u;

// The finalizer of SplitMix64.
std::uint64_t stirred(std::uint64_t value) {
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9u;
    value = (value ^ value >> 27) * 0x94d049bb133111ebu;
    return value ^ value >> 31;
}

// Twice as many as are asked for: how many hashes fall below a limit varies.
constexpr std::size_t enough = 2 * asked_hashes;

}  // namespace

// The distinct hashes up to the limit, sorted.
void Sketcher::collect(std::span<const std::uint64_t> words, std::uint64_t limit) {
    const std::size_t length = std::min(shingle_words, words.size());
    const std::size_t count = words.size() - length + 1;
    std::uint64_t leaving = 1;  // what the first word of a shingle has been multiplied by
    std::uint64_t rolled = 0;
    for (std::size_t i = 0; i < length; ++i) {
        rolled = (rolled + words[i]) * odd;
        leaving *= odd;
    }
    shingles_.resize(count);
    std::size_t kept = 0;
    for (std::size_t i = 0;; ++i) {
        shingles_[kept] = stirred(rolled);
        kept += shingles_[kept] <= limit ? 1 : 0;
        if (i + 1 == count) break;
        rolled = (rolled - words[i] * leaving + words[i + length]) * odd;
    }
    shingles_.resize(kept);
    std::sort(shingles_.begin(), shingles_.end());
    shingles_.erase(std::unique(shingles_.begin(), shingles_.end()), shingles_.end());
}

std::span<const std::uint32_t> Sketcher::sketch(std::span<const std::uint64_t> words) {
    constexpr std::uint64_t highest = std::numeric_limits<std::uint64_t>::max();
    sketch_.clear();
    if (words.empty()) return sketch_;
    if (words.size() > enough) {
        // The hashes are spread evenly, so that few have to be sorted, unless the text repeats itself.
        collect(words, highest / words.size() * enough);
        if (shingles_.size() < asked_hashes) collect(words, highest);
    } else {
        collect(words, highest);
    }
    shingles_.resize(std::min(shingles_.size(), asked_hashes));
    for (const std::uint64_t shingle : shingles_)
        sketch_.push_back(static_cast<std::uint32_t>(shingle));
    return sketch_;
}

}  // namespace broadsheet::copies
