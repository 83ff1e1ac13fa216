#include "indexer/copies/sketch.h"

#include <algorithm>

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

}  // namespace

const std::vector<std::uint32_t>& Sketcher::sketch(const Words& words) {
    shingles_.clear();
    sketch_.clear();
    const auto all = static_cast<std::uint32_t>(words.tokens.size());
    const auto tokens = words.tokens.subspan(first_compared(all, words.title_tokens));
    const std::size_t length = std::min(shingle_words, tokens.size());
    for (std::size_t begin = 0; length > 0 && begin + length <= tokens.size(); ++begin) {
        std::uint64_t hash = 0;
        for (std::size_t i = begin; i < begin + length; ++i)
            hash = (hash + words.terms[tokens[i] & Words::term_mask]) * odd;
        hash = stirred(hash);
        shingles_.push_back({static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(hash)});
    }
    if (shingles_.size() > 2 * asked_hashes) {
        const auto enough = shingles_.begin() + 2 * asked_hashes;  // repeated ones among them
        std::nth_element(shingles_.begin(), enough, shingles_.end());
        shingles_.erase(enough, shingles_.end());
    }
    std::sort(shingles_.begin(), shingles_.end());
    shingles_.erase(std::unique(shingles_.begin(), shingles_.end()), shingles_.end());
    if (shingles_.size() > asked_hashes) shingles_.resize(asked_hashes);
    for (const Shingle& shingle : shingles_)
        sketch_.push_back(shingle.hash);
    return sketch_;
}

}  // namespace broadsheet::copies
